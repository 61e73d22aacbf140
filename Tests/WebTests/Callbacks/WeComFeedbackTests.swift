import ChatPlatforms
import Earshot
import EarshotTesting
import Testing
import Web

@Suite("What people think of a WeCom bot's answers, over HTTP")
struct WeComFeedbackTests {
    private func text(_ id: String = "m/1+=", from sender: String = #"{"userid":"u7"}"#) -> String {
        #"{"msgid":"\#(id)","from":\#(sender),"chattype":"single","msgtype":"text","text":{"content":"杭州"}}"#
    }

    private func event(_ feedback: String, id: String = "f1", from sender: String = #"{"userid":"U8"}"#)
        -> String
    {
        #"{"msgid":"\#(id)","from":\#(sender),"msgtype":"event","event":{"eventtype":"feedback_event","#
            + #""feedback_event":\#(feedback)}}"#
    }

    /// The identifier that the first part of an answer carries.
    private func identifier(_ answer: Caller.Answer?) throws -> String? {
        try #require(answer?.body).firstMatch(of: /"feedback":\{"id":"([^"]+)"\}/).map { String($0.1) }
    }

    @Test("a 👎 comes back with the answer it is of, its reasons and words, and is kept once")
    func negative() async throws {
        let kept = RecordingFeedback()
        try await CallbackHouse.serve(RecordingHandler(), feedback: kept) { house async throws in
            let id = try #require(try await identifier(house.weCom(text())))
            #expect(id.utf8.count <= 256)
            let reasons = #""inaccurate_reason_list":[2,4,9]"#
            let thumb = event(#"{"id":"\#(id)","type":2,"content":" 能再具体到门店吗 ",\#(reasons)}"#)
            for _ in 0..<2 {
                #expect(try await house.weCom(thumb) == Caller.Answer(status: 200, body: ""))
            }
            #expect(
                kept.kept == [
                    Feedback(
                        event: MessageKey(channel: "wecom-bot/sales", id: "f1"), message: "m/1+=",
                        account: "wecom:u8", verdict: .negative,
                        reasons: [.incomplete, .analysis, Feedback.Reason(rawValue: "reason-9")],
                        comment: "能再具体到门店吗")
                ])
            #expect(house.reports.map(\.event) == [.rated, .acknowledged])
            #expect(house.reports.map(\.reason) == ["negative", "feedback again"])
        }
    }

    @Test("👍 and its withdrawal have neither reasons nor words")
    func positive() async throws {
        let kept = RecordingFeedback()
        try await CallbackHouse.serve(RecordingHandler(), feedback: kept) { house async throws in
            let id = try #require(try await identifier(house.weCom(text())))
            _ = try await house.weCom(event(#"{"id":"\#(id)","type":1}"#))
            _ = try await house.weCom(event(#"{"id":"\#(id)","type":"3","content":""}"#, id: "f2"))
            #expect(kept.kept.map(\.verdict) == [.positive, .withdrawn])
            #expect(kept.kept.allSatisfy { $0.reasons.isEmpty && $0.comment == nil })
        }
    }

    @Test("the waiting text carries the identifier, and polls do not")
    func late() async throws {
        let (gate, patience) = (Gate(), Gate())
        patience.open()
        let kept = RecordingFeedback()
        try await CallbackHouse.serve(
            RecordingHandler(behind: gate), feedback: kept, patience: patience
        ) { house async throws in
            let first = try #require(try await house.weCom(text()))
            let id = try #require(try identifier(first))
            gate.open()
            await house.callbacks.finish()
            let poll = #"{"msgid":"p1","from":{"userid":"u7"},"msgtype":"stream","stream":{"id":"\#(id)"}}"#
            let last = try #require(try await house.weCom(poll))
            #expect(last.body.contains("好的"))
            #expect(try identifier(last) == nil)
            _ = try await house.weCom(event(#"{"id":"\#(id)","type":1}"#))
            #expect(kept.kept.map(\.message) == ["m/1+="])
        }
    }

    @Test("feedback that cannot be kept is not acknowledged")
    func fullDisk() async throws {
        try await CallbackHouse.serve(RecordingHandler(), feedback: RecordingFeedback(isFull: true)) {
            house async throws in
            let id = try #require(try await identifier(house.weCom(text())))
            let call = try house.weComCall(event(#"{"id":"\#(id)","type":1}"#))
            #expect(await Caller(port: house.port)?.call("POST", call.target, body: call.body)?.status == 500)
        }
    }

    @Test(
        "what is not as the platform writes it, not of our answers, or of a stranger, is acknowledged and not kept"
    )
    func broken() async throws {
        let kept = RecordingFeedback()
        let long = String(repeating: "m", count: 200)
        try await CallbackHouse.serve(RecordingHandler(), feedback: kept) { house async throws in
            // An identifier that the platform would not take is left out.
            #expect(try await identifier(house.weCom(text(long))) == nil)
            #expect(
                try await identifier(house.weCom(text(from: #"{"userid":"u7","corpid":"other"}"#))) == nil)
            let id = try #require(try await identifier(house.weCom(text())))
            let right = #"{"id":"\#(id)","type":1}"#
            for feedback in [
                "7", "null", "[]", "{}", #"{"id":"fb-2247bc159847","type":2}"#, #"{"id":"\#(id)","type":4}"#,
                #"{"id":"\#(id)","type":0}"#, #"{"id":"\#(id)"}"#, #"{"id":7,"type":1}"#,
                #"{"id":"","type":1}"#,
                #"{"id":"\#(id)A","type":1}"#, #"{"id":"\#(id)","type":1e30}"#,
            ] {
                #expect(
                    try await house.weCom(event(feedback)) == Caller.Answer(status: 200, body: ""),
                    "\(feedback)")
            }
            for sender in [#"{"userid":"sys"}"#, #"{"userid":"u7","corpid":"other"}"#, "7"] {
                #expect(
                    try await house.weCom(event(right, from: sender)) == Caller.Answer(status: 200, body: ""))
            }
            #expect(kept.kept.isEmpty)
            let endless = String(repeating: "长", count: 3000)
            let many = Array(repeating: "1", count: 500).joined(separator: ",")
            let large =
                #"{"id":"\#(id)","type":2,"content":"\#(endless)","inaccurate_reason_list":[\#(many)]}"#
            _ = try await house.weCom(event(large))
            #expect(kept.kept.first?.comment?.utf8.count == 4095)
            #expect(kept.kept.first?.reasons.count == 16)
        }
    }
}
