import ChatPlatforms
import Earshot
import EarshotTesting
import Testing
import Web

@Suite("DingTalk events over HTTP")
struct DingTalkEventCallbackTests {
    private let left = #"{"EventType":"user_leave_org","eventId":"e1","userId":["u7","u8"]}"#

    @Test("the check of the address is answered with the encrypted word, under every spelling of the query")
    func addressCheck() async throws {
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            for signature in ["signature", "msg_signature"] {
                for timestamp in ["timestamp", "timeStamp"] {
                    let call = try house.dingTalkEventCall(
                        Array(#"{"EventType":"check_url"}"#.utf8), signature: signature, timestamp: timestamp)
                    let answer = try #require(
                        await Caller(port: house.port)?.call("POST", call.target, body: call.body))
                    #expect(answer.status == 200)
                    #expect(try house.openedByDingTalk(answer.body) == "success")
                }
            }
        }
    }

    @Test("a change is told once however often it comes, without anybody's name")
    func once() async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            for _ in 0..<3 { #expect(try await house.dingTalkEvent(left)?.answer == "success") }
            #expect(house.reports.map(\.event) == [.changed, .acknowledged, .acknowledged])
            #expect(house.reports.first?.reason == "user_leave_org: 2")
            #expect(house.reports.first?.channel == "dingtalk-event/sales")
            #expect(!house.reports.description.contains("u7"))
            #expect(handler.handled.isEmpty)
        }
    }

    @Test("a change is told before that is noted: rather twice than never")
    func fullDisk() async throws {
        let events = RecordingEvents(isFull: true)
        try await CallbackHouse.serve(RecordingHandler(), events: events) { house async throws in
            #expect(try await house.dingTalkEvent(left)?.status == 500)
            #expect(house.reports.map(\.event) == [.changed])
            events.isFull = false
            #expect(try await house.dingTalkEvent(left)?.answer == "success")
            #expect(house.reports.map(\.event) == [.changed, .changed])
            #expect(try await house.dingTalkEvent(left)?.answer == "success")
            #expect(house.reports.map(\.event) == [.changed, .changed, .acknowledged])
        }
    }

    @Test("events that change nothing here and unknown ones are acknowledged, also while the disk is full")
    func notices() async throws {
        let events = RecordingEvents(isFull: true)
        try await CallbackHouse.serve(RecordingHandler(), events: events) { house async throws in
            for kind in ["robot_msg_read", "org_dept_create", "something_new"] {
                let answer = try await house.dingTalkEvent(#"{"EventType":"\#(kind)","eventId":"e"}"#)
                #expect(answer?.answer == "success")
            }
            #expect(house.reports.map(\.event) == [.acknowledged, .acknowledged, .acknowledged])
        }
    }

    @Test(
        "what is not the platform's is refused without a word, and a subscription nobody configured is not there"
    )
    func refused() async throws {
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            func status(_ method: String, _ target: String, _ body: [UInt8]) async -> Caller.Answer? {
                await Caller(port: house.port)?.call(method, target, body: body)
            }
            let call = try house.dingTalkEventCall(Array(left.utf8))
            let forbidden = Caller.Answer(status: 403, body: "")
            #expect(await status("POST", call.target + "0", call.body) == forbidden)
            let nonsense = try house.dingTalkEventCall(Array("{}".utf8))
            #expect(await status("POST", nonsense.target, nonsense.body) == forbidden)
            #expect(
                await status("POST", "/callback/dingtalk-event/sales", call.body)
                    == Caller.Answer(status: 400, body: ""))
            #expect(await status("POST", call.target, []) == Caller.Answer(status: 400, body: ""))
            let other = call.target.replacing("/sales", with: "/other")
            #expect(await status("POST", other, call.body)?.status == 404)
            #expect(await status("GET", call.target, [])?.status == 405)
            #expect(house.reports.map(\.event).allSatisfy { $0 == .refused })
        }
    }

    @Test(
        "every example event is answered with the encrypted word",
        .enabled(if: ProtocolSamples.areHere, "skipped: the protocol samples are not beside the project"))
    func samples() async throws {
        let samples = try ProtocolSamples.load("dingtalk-event")
        #expect(samples.count >= 11)
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            for sample in samples {
                let answer = try await house.dingTalkEvent(String(decoding: sample.bytes, as: UTF8.self))
                #expect(answer?.status == 200, "\(sample.name)")
                #expect(answer?.answer == "success", "\(sample.name)")
            }
            let told = house.reports.filter { $0.event == .changed }.map(\.reason)
            #expect(
                told == [
                    "user_add_org: 2", "user_leave_org: 1", "chat_add_member: 1", "chat_remove_member: 1",
                    "chat_disband",
                ])
        }
    }
}
