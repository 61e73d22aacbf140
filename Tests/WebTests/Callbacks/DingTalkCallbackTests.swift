import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Synchronization
import Testing
import Web

@Suite("DingTalk callbacks over HTTP")
struct DingTalkCallbackTests {
    private let webhook = "https://oapi.dingtalk.com/robot/sendBySession?session=1"

    private func message(
        _ id: String = "m1", type: String = "1", webhook: String? = nil, expires: Int64 = 1_763_746_200_000
    ) -> String {
        #"{"msgId":"\#(id)","conversationId":"c1","conversationType":"\#(type)","senderStaffId":"u7","#
            + #""msgtype":"text","text":{"content":"杭州"},"sessionWebhook":"\#(webhook ?? self.webhook)","#
            + #""sessionWebhookExpiredTime":\#(expires)}"#
    }

    @Test("an answer that is ready goes out in the response")
    func inTime() async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            let answer = try await house.dingTalk(message())
            #expect(answer?.status == 200)
            #expect(answer?.body == #"{"markdown":{"text":"好的","title":"好的"},"msgtype":"markdown"}"#)
            #expect(try await house.dingTalk(message()) == answer)
            #expect(handler.handled.map(\.account) == ["dingtalk:u7"])
            #expect(house.sender.posts.isEmpty)
        }
    }

    @Test(
        "a sender without a staff id of the company is told why nothing can be said or bound, and the log why",
        arguments: [
            "", #""senderStaffId":"u7","senderCorpId":"ding2","chatbotCorpId":"ding1","#,
            #""senderStaffId":"u7","senderCorpId":"ding1","#,
        ])
    func withoutStaffID(sender: String) async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            let answer = try await house.dingTalk(
                #"{"msgId":"m1","conversationId":"c1",\#(sender)"msgtype":"text","text":{"content":"绑定"}}"#)
            #expect(answer?.status == 200)
            #expect(answer?.body.contains(CallbackHouse.texts.unidentified) == true, "\(answer?.body ?? "")")
            #expect(handler.handled.isEmpty)
            #expect(house.reports.map(\.event) == [.unidentified])
            #expect(!house.reports.description.contains("u7"))
        }
    }

    @Test("an answer that is late is posted to the sessionWebhook, and the response says nothing")
    func late() async throws {
        let gate = Gate()
        let patience = Gate()
        patience.open()
        try await CallbackHouse.serve(RecordingHandler(behind: gate), patience: patience) {
            house async throws in
            #expect(
                try await house.dingTalk(message())
                    == Caller.Answer(status: 200, body: #"{"msgtype":"empty"}"#))
            #expect(house.sender.posts.isEmpty)
            gate.open()
            await house.callbacks.finish()
            #expect(
                house.sender.posts == [
                    RecordingSender.Post(
                        url: webhook, json: #"{"markdown":{"text":"好的","title":"好的"},"msgtype":"markdown"}"#)
                ])
            #expect(house.reports.map(\.event) == [.late])
        }
    }

    @Test(
        "with something to send with, a late answer is a message of its own, once, and nothing is posted",
        arguments: ["1", "2"])
    func lateMessage(type: String) async throws {
        let (gate, patience, inbox, messages) = (Gate(), Gate(), RecordingInbox(), RecordingMessages())
        patience.open()
        try await CallbackHouse.serve(
            RecordingHandler(behind: gate), messages: messages, inbox: inbox, patience: patience
        ) { house async throws in
            for _ in 0..<2 {
                let answer = try await house.dingTalk(message(type: type))
                #expect(answer == Caller.Answer(status: 200, body: #"{"msgtype":"empty"}"#))
            }
            gate.open()
            await house.callbacks.finish()
            #expect(messages.sent.map(\.reply) == [Reply([.text("好的")])])
            #expect(messages.sent.map(\.message.account) == ["dingtalk:u7"])
            #expect(messages.sent.map(\.message.chat) == [type == "1" ? "single:u7" : "c1"])
            #expect(messages.sent.map(\.message.isGroup) == [type == "2"])
            #expect(house.sender.posts.isEmpty)
            #expect(inbox.kept.isEmpty)
            // A repeat after the answer went out.
            let again = try await house.dingTalk(message(type: type))
            #expect(again == Caller.Answer(status: 200, body: #"{"msgtype":"empty"}"#))
            #expect(messages.sent.count == 1)
        }
    }

    /// A heart that tells when it has been asked twice, and answers behind a gate.
    private struct TwiceAsked: MessageHandler {
        let handler: RecordingHandler
        let arrivals: @Sendable () -> Void

        func handle(_ message: InboundMessage) async throws -> Reply {
            arrivals()
            return try await handler.handle(message)
        }

        func reply(toMessage id: String, on channel: String) async throws -> Reply? {
            try await handler.reply(toMessage: id, on: channel)
        }
    }

    @Test("a repeat whose first one waited in vain is not answered beside the message")
    func repeatedInTime() async throws {
        let (gate, first, second, asked) = (Gate(), Gate(), Gate(), Gate())
        let counts = Mutex((asked: 0, pauses: 0))
        let messages = RecordingMessages()
        let handler = TwiceAsked(handler: RecordingHandler(behind: gate)) {
            let number = counts.withLock { counts in
                counts.asked += 1
                return counts.asked
            }
            if number == 2 { asked.open() }
        }
        try await CallbackHouse.serve(
            handler, messages: messages,
            pause: { _ in
                let number = counts.withLock { counts in
                    counts.pauses += 1
                    return counts.pauses
                }
                // The patience with one of the two ends, that with the other does not.
                await (number == 1 ? first : second).pass()
            }
        ) { house async throws in
            let answers = try await withThrowingTaskGroup(of: Caller.Answer?.self) { group in
                for _ in 0..<2 { group.addTask { try await house.dingTalk(message()) } }
                await asked.pass()
                first.open()
                let early = try await group.next()
                gate.open()
                return [early, try await group.next()]
            }
            await house.callbacks.finish()
            let nothing = Caller.Answer(status: 200, body: #"{"msgtype":"empty"}"#)
            #expect(answers == [nothing, nothing])
            #expect(messages.sent.count == 1)
            second.open()
        }
    }

    @Test("a late answer that the platform did not take is sent by the next run")
    func lateMessageLeft() async throws {
        let (inbox, handler) = (RecordingInbox(), RecordingHandler(behind: Gate()))
        let kept = InboundMessage(
            channel: "dingtalk/sales", id: "m1", account: "dingtalk:u7", chat: "c1", content: .text("杭州"))
        try await inbox.keep(kept, at: SetClock().now)
        handler.keep(Reply([.text("好的")]), toMessage: "m1", on: "dingtalk/sales")
        let messages = RecordingMessages()
        try await CallbackHouse.serve(handler, messages: messages, inbox: inbox) { house async throws in
            try await house.callbacks.resume()
            await house.callbacks.finish()
            #expect(messages.sent.map(\.message) == [kept])
            #expect(house.sender.posts.isEmpty)
            #expect(inbox.kept.isEmpty)
        }
    }

    @Test(
        "a late answer goes nowhere but to the platform, and not after the address expired",
        arguments: [
            ("https://evil.example/x", 1_763_746_200_000), ("http://oapi.dingtalk.com/x", 1_763_746_200_000),
            ("https://oapi.dingtalk.com/x", 1_763_740_800_000), ("", 1_763_746_200_000),
        ] as [(String, Int64)])
    func lateElsewhere(url: String, expires: Int64) async throws {
        let gate = Gate()
        let patience = Gate()
        patience.open()
        try await CallbackHouse.serve(RecordingHandler(behind: gate), patience: patience) {
            house async throws in
            #expect(try await house.dingTalk(message(webhook: url, expires: expires))?.status == 200)
            gate.open()
            await house.callbacks.finish()
            #expect(house.sender.posts.isEmpty)
            #expect(house.reports.map(\.event) == [.late, .undelivered])
        }
    }

    @Test("when handling fails the person reads an apology and the log the cause")
    func failure() async throws {
        let handler = RecordingHandler { _ in throw RecordingHandler.Broken() }
        try await CallbackHouse.serve(handler) { house async throws in
            let answer = try await house.dingTalk(message())
            #expect(answer?.status == 200)
            #expect(answer?.body.contains(CallbackHouse.texts.apology) == true)
            #expect(house.reports.map(\.event) == [.failed])
        }
    }

    @Test("buttons one to one, numbers in a group")
    func choices() async throws {
        let choice = Reply.Choice(number: 1, label: "原话", text: "原话")
        let handler = RecordingHandler { _ in Reply([.text("杭州"), .choices(prompt: "", [choice])]) }
        try await CallbackHouse.serve(handler) { house async throws in
            #expect(try await house.dingTalk(message("a", type: "1"))?.body.contains("actionCard") == true)
            #expect(try await house.dingTalk(message("b", type: "2"))?.body.contains("**1** 原话") == true)
        }
    }

    @Test(
        "a callback that is not the platform's is refused before its body has come",
        arguments: [
            ("sales", "x", 0, 403), ("sales", "", -3_600_000, 403), ("other", "", 0, 404),
        ] as [(String, String, Int64, Int)])
    func beforeTheBody(robot: String, wrong: String, age: Int64, status: Int) async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            let timestamp = String(house.clock.now.milliseconds + age)
            let sign = try DingTalkSignature.robot(timestamp: timestamp, secret: CallbackHouse.secret)
            let head =
                "POST /callback/dingtalk/\(robot) HTTP/1.1\r\nHost: a\r\ntimestamp: \(timestamp)\r\n"
                + "sign: \(wrong)\(sign)\r\nContent-Length: 1000000\r\n\r\n"
            let answer = await Caller(port: house.port)?.exchange(Array(head.utf8))
            #expect(answer?.status == status)
            #expect(answer?.body == "")
            #expect(handler.handled.isEmpty)
        }
    }

    @Test("a robot nobody configured is not there, and a callback is a POST")
    func unknownRobot() async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            #expect(try await house.dingTalk(message(), robot: "other")?.status == 404)
            #expect(await Caller(port: house.port)?.call("GET", "/callback/dingtalk/sales")?.status == 405)
            #expect(handler.handled.isEmpty)
        }
    }
}
