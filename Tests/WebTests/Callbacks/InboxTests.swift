import ChatPlatforms
import Earshot
import EarshotTesting
import Synchronization
import Testing

@testable import Web

@Suite("Messages acknowledged before they are answered")
struct InboxTests {
    private static let webhook = "https://oapi.dingtalk.com/robot/sendBySession?session=1"
    private static let posted = #"{"markdown":{"text":"好的","title":"好的"},"msgtype":"markdown"}"#

    private static let toDingTalk = """
        {"msgId":"d1","msgtype":"text","conversationId":"c1","conversationType":"1","senderStaffId":"u7",
        "senderNick":"王芳","text":{"content":"那售后呢"},"sessionWebhook":"\(webhook)",
        "sessionWebhookExpiredTime":1763746200000}
        """
    private static let sender = #""aibotid":"b","chattype":"single","from":{"userid":"u7"}"#
    private static let toWeCom = #"{"msgid":"w1",\#(sender),"msgtype":"text","text":{"content":"那售后呢"}}"#

    @Test("DingTalk's message is on disk when it is acknowledged, and gone when its answer is out")
    func dingTalk() async throws {
        let (gate, inbox) = (Gate(), RecordingInbox())
        try await CallbackHouse.serve(RecordingHandler(behind: gate), inbox: inbox, patience: opened()) {
            house async throws in
            #expect(try await house.dingTalk(InboxTests.toDingTalk)?.body == #"{"msgtype":"empty"}"#)
            #expect(inbox.kept.map(\.id) == ["d1"])
            #expect(inbox.kept.first?.replyAddress?.url == InboxTests.webhook)
            gate.open()
            await house.callbacks.finish()
            #expect(inbox.kept.isEmpty)
            #expect(house.sender.posts.count == 1)
        }
    }

    @Test("WeCom's message is on disk when it is told to wait, and gone when its answer is there for polls")
    func weCom() async throws {
        let (gate, inbox) = (Gate(), RecordingInbox())
        try await CallbackHouse.serve(RecordingHandler(behind: gate), inbox: inbox, patience: opened()) {
            house async throws in
            #expect(
                try await house.weCom(InboxTests.toWeCom)?.body.contains(CallbackHouse.texts.waiting) == true)
            #expect(inbox.kept.map(\.id) == ["w1"])
            gate.open()
            await house.callbacks.finish()
            #expect(inbox.kept.isEmpty)
            #expect(house.sender.posts.isEmpty)
        }
    }

    @Test("what cannot be kept is not acknowledged: its answer is waited for, whatever it takes")
    func fullDisk() async throws {
        let (gate, inbox) = (Gate(), RecordingInbox(isFull: true))
        try await CallbackHouse.serve(RecordingHandler(behind: gate), inbox: inbox, patience: opened()) {
            house async throws in
            async let answer = house.dingTalk(InboxTests.toDingTalk)
            async let stream = house.weCom(InboxTests.toWeCom)
            gate.open()
            #expect(try await answer?.body == InboxTests.posted)
            #expect(try await stream?.body.contains("好的") == true)
            #expect(house.sender.posts.isEmpty)
        }
    }

    @Test("a pressed button that cannot be kept is answered as a failure, so that the platform tries again")
    func pressedOnFullDisk() async throws {
        let press =
            #"{"msgid":"e2",\#(InboxTests.sender),"response_url":"https://qyapi.weixin.qq.com/r?c=1","#
            + #""msgtype":"event","event":{"eventtype":"template_card_event","#
            + #""template_card_event":{"event_key":"say:油耗原话"}}}"#
        try await CallbackHouse.serve(RecordingHandler(), inbox: RecordingInbox(isFull: true)) {
            house async throws in
            let call = try house.weComCall(press)
            #expect(await Caller(port: house.port)?.call("POST", call.target, body: call.body)?.status == 500)
        }
        let inbox = RecordingInbox()
        try await CallbackHouse.serve(RecordingHandler(), inbox: inbox) { house async throws in
            #expect(try await house.weCom(press)?.status == 200)
            await house.callbacks.finish()
            #expect(house.sender.posts.map(\.url) == ["https://qyapi.weixin.qq.com/r?c=1"])
            #expect(inbox.kept.isEmpty)
        }
    }

    @Test("a new run answers what an earlier one left: posted to DingTalk, ready for WeCom's polls")
    func resumed() async throws {
        let address = InboundMessage.ReplyAddress(url: InboxTests.webhook)
        let left = [
            InboundMessage(
                channel: "dingtalk/sales", id: "d1", account: "dingtalk:u7", chat: "c1",
                content: .text("那售后呢"), replyAddress: address),
            InboundMessage(
                channel: "wecom-bot/sales", id: "w1", account: "wecom:u7", chat: "single:u7",
                content: .text("那售后呢")),
            InboundMessage(
                channel: "dingtalk/gone", id: "x", account: "dingtalk:u7", chat: "c1",
                content: .text("那售后呢"), replyAddress: address),
        ]
        let (handler, inbox) = (RecordingHandler(), RecordingInbox(left: left))
        try await CallbackHouse.serve(handler, inbox: inbox) { house async throws in
            try await house.callbacks.resume()
            await house.callbacks.finish()
            #expect(Set(handler.handled.map(\.id)) == ["d1", "w1"])
            #expect(
                house.sender.posts == [RecordingSender.Post(url: InboxTests.webhook, json: InboxTests.posted)]
            )
            #expect(inbox.kept.map(\.id) == ["x"])
            #expect(inbox.tried == ["d1", "w1"])
        }
    }

    @Test("an answer that the platform does not take stays for the next start, and goes out then")
    func unreachable() async throws {
        let inbox = RecordingInbox()
        let sender = RecordingSender(answering: [.unreached])
        let gate = Gate()
        try await CallbackHouse.serve(
            RecordingHandler(behind: gate), inbox: inbox, sender: sender, patience: opened()
        ) { house async throws in
            #expect(try await house.dingTalk(InboxTests.toDingTalk)?.status == 200)
            gate.open()
            await house.callbacks.finish()
            #expect(inbox.kept.map(\.id) == ["d1"])
        }
        try await CallbackHouse.serve(RecordingHandler(), inbox: inbox) { house async throws in
            try await house.callbacks.resume()
            await house.callbacks.finish()
            #expect(house.sender.posts.map(\.json) == [InboxTests.posted])
            #expect(inbox.kept.isEmpty)
        }
    }

    @Test("a poll for a message that is taken up again waits for its answer")
    func polledAtStart() async throws {
        let gate = Gate()
        let left = InboundMessage(
            channel: "wecom-bot/sales", id: "w1", account: "wecom:u7", chat: "single:u7",
            content: .text("那售后呢"))
        try await CallbackHouse.serve(RecordingHandler(behind: gate), inbox: RecordingInbox(left: [left])) {
            house async throws in
            try await house.callbacks.resume()
            let id = try WeComStream(message: "w1", started: house.clock.now).id(of: house.bot)
            let poll = #"{"msgid":"p1",\#(InboxTests.sender),"msgtype":"stream","stream":{"id":"\#(id)"}}"#
            #expect(try await house.weCom(poll)?.body.contains(CallbackHouse.texts.waiting) == true)
            gate.open()
            await house.callbacks.finish()
            #expect(try await house.weCom(poll)?.body.contains("好的") == true)
        }
    }

    private func opened() -> Gate {
        let gate = Gate()
        gate.open()
        return gate
    }
}
