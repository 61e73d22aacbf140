import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing
import Web

@Suite("Presses on DingTalk's cards over HTTP")
struct DingTalkCardCallbackTests {
    private static let acknowledged = Caller.Answer(status: 200, body: "{}")

    @Test("a press is acknowledged when it is on disk, and its answer is a message to the person")
    func pressed() async throws {
        let (gate, inbox, messages) = (Gate(), RecordingInbox(), RecordingMessages())
        try await CallbackHouse.serve(RecordingHandler(behind: gate), messages: messages, inbox: inbox) {
            house async throws in
            let answer = try await house.dingTalkCard(CallbackHouse.dingTalkPress())
            #expect(answer == DingTalkCardCallbackTests.acknowledged)
            #expect(inbox.kept.count == 1)
            #expect(messages.sent.isEmpty)
            gate.open()
            await house.callbacks.finish()
            #expect(messages.sent.map(\.reply) == [Reply([.text("好的")])])
            #expect(messages.sent.map(\.message.account) == ["dingtalk:u7"])
            #expect(messages.sent.map(\.message.content) == [.text("油耗原话")])
            #expect(inbox.kept.isEmpty)
            #expect(house.reports.isEmpty)
        }
    }

    @Test("where the template has a variable for it, the card says to who pressed what was chosen")
    func chosen() async throws {
        try await CallbackHouse.serve(RecordingHandler(), chosenVariable: "chosen") { house async throws in
            let answer = try await house.dingTalkCard(CallbackHouse.dingTalkPress())
            #expect(
                answer?.body
                    == #"{"cardUpdateOptions":{"updatePrivateDataByKey":true},"#
                    + #""userPrivateData":{"cardParamMap":{"chosen":"已选油耗原话"}}}"#)
            let long = String(repeating: "油", count: 900)
            let longer = try #require(try await house.dingTalkCard(CallbackHouse.dingTalkPress(say: long)))
            #expect(longer.body.utf8.count < 1200)
        }
    }

    @Test("a press that is answered as a failure is not taken: the words for its card are made first")
    func wordless() async throws {
        var texts = CallbackHouse.texts
        texts.chosen = { _ in throw CancellationError() }
        let (handler, inbox) = (RecordingHandler(), RecordingInbox())
        try await CallbackHouse.serve(handler, chosenVariable: "chosen", inbox: inbox, texts: texts) {
            house async throws in
            #expect(try await house.dingTalkCard(CallbackHouse.dingTalkPress())?.status == 500)
            await house.callbacks.finish()
            #expect(handler.handled.isEmpty)
            #expect(inbox.kept.isEmpty)
        }
    }

    @Test("a repeat is acknowledged and no more, and the next press is another one")
    func repeats() async throws {
        let (handler, messages, clock) = (RecordingHandler(), RecordingMessages(), SetClock())
        try await CallbackHouse.serve(handler, clock: clock, messages: messages) { house async throws in
            for _ in 0..<3 {
                let answer = try await house.dingTalkCard(CallbackHouse.dingTalkPress())
                #expect(answer == DingTalkCardCallbackTests.acknowledged)
                await house.callbacks.finish()
            }
            #expect(messages.sent.count == 1)
            clock.now = clock.now + .seconds(5)
            #expect(try await house.dingTalkCard(CallbackHouse.dingTalkPress())?.status == 200)
            await house.callbacks.finish()
            #expect(messages.sent.count == 2)
        }
    }

    @Test(
        "a press that cannot be kept is answered as a failure, and one that an earlier run left is answered")
    func leftOver() async throws {
        try await CallbackHouse.serve(RecordingHandler(), inbox: RecordingInbox(isFull: true)) {
            house async throws in
            #expect(try await house.dingTalkCard(CallbackHouse.dingTalkPress())?.status == 500)
        }
        let (inbox, messages) = (RecordingInbox(), RecordingMessages())
        let unreachable = RecordingMessages(isUnreachable: true)
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler, messages: unreachable, inbox: inbox) { house async throws in
            #expect(try await house.dingTalkCard(CallbackHouse.dingTalkPress())?.status == 200)
            await house.callbacks.finish()
            #expect(inbox.kept.count == 1)
        }
        try await CallbackHouse.serve(handler, messages: messages, inbox: inbox) { house async throws in
            try await house.callbacks.resume()
            await house.callbacks.finish()
            #expect(messages.sent.map(\.message.content) == [.text("油耗原话")])
            #expect(inbox.kept.isEmpty)
        }
    }

    @Test("without anything to send with, the answer is reported as undelivered")
    func undelivered() async throws {
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            #expect(try await house.dingTalkCard(CallbackHouse.dingTalkPress())?.status == 200)
            await house.callbacks.finish()
            #expect(house.reports.map(\.event) == [.undelivered])
        }
    }

    @Test("outsiders and buttons that stand for no message are acknowledged, and nobody is asked")
    func notForUs() async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            let outsider = CallbackHouse.dingTalkPress().replacing(CallbackHouse.cardCompany, with: "ding9")
            for body in [outsider, #"{"type":"actionCallback","userId":"u7"}"#, #"{"type":"other"}"#] {
                #expect(try await house.dingTalkCard(body) == DingTalkCardCallbackTests.acknowledged)
            }
            #expect(house.reports.map(\.event) == [.unidentified, .acknowledged, .acknowledged])
            #expect(!house.reports.description.contains("u7"))
            #expect(handler.handled.isEmpty)
        }
    }

    @Test(
        "a callback that is not the platform's is refused before its body has come",
        arguments: [
            ("sales", "x", 0, 403), ("sales", "", -3_600_000, 403), ("other", "", 0, 404),
        ] as [(String, String, Int64, Int)])
    func beforeTheBody(robot: String, wrong: String, age: Int64, status: Int) async throws {
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            let headers = try CallbackHouse.dingTalkCardHeaders(String(house.clock.now.milliseconds + age))
            var head = "POST /callback/dingtalk-card/\(robot) HTTP/1.1\r\nHost: a\r\n"
            head += "\(headers[0].0): \(headers[0].1)\r\n\(headers[1].0): \(wrong)\(headers[1].1)\r\n"
            head += "Content-Length: 1000000\r\n\r\n"
            let answer = await Caller(port: house.port)?.exchange(Array(head.utf8))
            #expect(answer == Caller.Answer(status: status, body: ""))
        }
    }

    @Test("what is no callback is malformed, too large is too large, and a callback is a POST")
    func malformed() async throws {
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            for body in ["", "x", "{}", String(repeating: #"{"a":"#, count: 20_000)] {
                #expect(try await house.dingTalkCard(body) == Caller.Answer(status: 400, body: ""))
            }
            #expect(try await house.dingTalkCard(String(repeating: "x", count: 2 << 20))?.status == 413)
            let path = "/callback/dingtalk-card/sales"
            #expect(await Caller(port: house.port)?.call("GET", path)?.status == 405)
            #expect(await Caller(port: house.port)?.call("POST", path)?.status == 400)
        }
    }

    @Test(
        "every example press is acknowledged",
        .enabled(if: ProtocolSamples.areHere, "skipped: the protocol samples are not beside the project"))
    func samples() async throws {
        let samples = try ProtocolSamples.load("dingtalk-card")
        #expect(samples.count >= 2)
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            for sample in samples {
                let answer = try await house.dingTalkCard(String(decoding: sample.bytes, as: UTF8.self))
                #expect(answer == DingTalkCardCallbackTests.acknowledged, "\(sample.name)")
            }
            #expect(house.reports.map(\.event).allSatisfy { $0 == .acknowledged })
        }
    }

    @Test(
        "every signed header of the vectors is taken, and none that was changed",
        .enabled(if: ProtocolVectors.areHere, "skipped: the protocol vectors are not beside the project"))
    func vectors() async throws {
        let cases = try ProtocolVectors.load("outgoing-sign").cases
            .filter { $0.kind == "dingtalk-card-callback" }
        #expect(cases.count >= 4)
        for vector in cases {
            let timestamp = try #require(vector.timestamp)
            let clock = SetClock(Timestamp(milliseconds: try #require(Int64(timestamp))))
            let sign = try #require(vector.sign)
            try await CallbackHouse.serve(
                RecordingHandler(), clock: clock, secret: Secret(try #require(vector.secret))
            ) { house async throws in
                for (timestamp, sign, status) in [
                    (timestamp, sign, 200), (timestamp, "A" + sign.dropFirst(), 403),
                    (String(timestamp.dropLast()) + "9", sign, 403),
                ] {
                    let answer = await Caller(port: house.port)?.call(
                        "POST", "/callback/dingtalk-card/sales",
                        headers: [
                            ("x-ddpaas-signature-timestamp", timestamp), ("x-ddpaas-signature", sign),
                        ], body: Array(CallbackHouse.dingTalkPress().utf8))
                    #expect(answer?.status == status, "\(vector.id)")
                }
            }
        }
    }
}
