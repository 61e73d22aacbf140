import ChatPlatforms
import Earshot
import EarshotTesting
import Testing
import Web
import XML

@Suite("What becomes of a warning's card that was pressed, over HTTP")
struct WarningPressTests {
    private static let details: Reply = {
        var reply = Reply([
            .title("预警 A12 · 杭州"), .item("10:00 发现"), .quote(text: "油耗高", source: "论坛"),
            .choices(
                prompt: "可以接着问",
                [
                    Reply.Choice(number: 1, label: "认领 A12", text: "认领 A12"),
                    Reply.Choice(number: 2, label: "A12 原话", text: "A12 原话"),
                ]),
        ])
        reply.actions = Reply.Actions()
        return reply
    }()

    private static let claimed: Reply = {
        var reply = Reply([.title("预警 A12 由您负责了")])
        reply.actions = Reply.Actions(standing: "已由王磊认领")
        return reply
    }()

    /// Somebody claims, or only asks.
    private func handler(behind gate: Gate? = nil) -> RecordingHandler {
        RecordingHandler(behind: gate) { message in
            switch message.content {
            case .text("认领 A12"): WarningPressTests.claimed
            case .text("A12 原话"): Reply([.text("原话")])
            default: WarningPressTests.details
            }
        }
    }

    private func opened() -> Gate {
        let gate = Gate()
        gate.open()
        return gate
    }

    private let sender = #""aibotid":"b1","chattype":"single","from":{"userid":"u7"}"#

    private func weComPress(_ words: String, _ created: Int = 1) -> String {
        "<MsgType>event</MsgType><Event>template_card_event</Event><EventKey>say:\(words)</EventKey>"
            + "<TaskId>t\(created)</TaskId><ResponseCode>r</ResponseCode>"
    }

    @Test("WeCom application: the button says who has it, and where the answer takes long what was pressed")
    func weComApp() async throws {
        try await CallbackHouse.serve(handler(), messages: RecordingMessages()) { house async throws in
            let answer = try await house.weComApp(weComPress("认领 A12"))?.answer
            #expect(answer?["MsgType"] == "update_button")
            #expect(answer?.child("Button")?["ReplaceName"] == "已由王磊认领")
            // The same to a repeat.
            await house.callbacks.finish()
            let again = try await house.weComApp(weComPress("认领 A12"))?.answer
            #expect(again?.child("Button")?["ReplaceName"] == "已由王磊认领")
            let asked = try await house.weComApp(weComPress("A12 原话"))?.answer
            #expect(asked?.child("Button")?["ReplaceName"] == "A12 原话")
        }
        let gate = Gate()
        try await CallbackHouse.serve(
            handler(behind: gate), messages: RecordingMessages(), patience: opened()
        ) { house async throws in
            let answer = try await house.weComApp(weComPress("认领 A12"))?.answer
            #expect(answer?.child("Button")?["ReplaceName"] == "认领 A12")
            gate.open()
        }
    }

    @Test("WeCom application: what has buttons to be pressed is a message, as no response carries a card")
    func weComAppDetails() async throws {
        let text = "<MsgType>text</MsgType><Content><![CDATA[A12 详情]]></Content><MsgId>71</MsgId>"
        let (messages, inbox) = (RecordingMessages(), RecordingInbox())
        try await CallbackHouse.serve(handler(), messages: messages, inbox: inbox) { house async throws in
            for _ in 0..<2 {
                let answer = try #require(try await house.weComApp(text))
                #expect(answer.status == 200 && answer.answer == nil)
                await house.callbacks.finish()
            }
            #expect(messages.sent.map(\.reply) == [WarningPressTests.details])
            #expect(inbox.kept.isEmpty)
            #expect(house.reports.isEmpty)
        }
        // Where nothing can be sent it is a text, with the numbers that take its choices.
        try await CallbackHouse.serve(handler()) { house async throws in
            let content = try await house.weComApp(text)?.answer?["Content"]
            #expect(content?.contains("2 A12 原话") == true)
        }
    }

    @Test("WeCom robot: an answer with its card, which says who has it, or keeps what was not pressed")
    func weComBot() async throws {
        let say = #"{"msgid":"m1",\#(sender),"msgtype":"text","text":{"content":"A12 详情"}}"#
        func press(_ id: String, _ words: String, of task: String) -> String {
            #"{"msgid":"\#(id)",\#(sender),"response_url":"https://qyapi.weixin.qq.com/r?c=\#(id)","#
                + #""msgtype":"event","event":{"eventtype":"template_card_event","template_card_event":"#
                + #"{"event_key":"say:\#(words)","task_id":"\#(task)"}}}"#
        }
        try await CallbackHouse.serve(handler()) { house async throws in
            let answer = try #require(try await house.weCom(say)).body
            #expect(answer.contains(#""msgtype":"stream_with_template_card""#), "\(answer)")
            let stream = WeComStream(message: "m1", started: house.clock.now)
            let task = "do-" + (try #require(try WeComBotReply.task(of: stream, to: house.bot)))
            #expect(answer.contains(#""task_id":"\#(task)""#), "\(answer)")
            let asked = try #require(try await house.weCom(press("e1", "A12 原话", of: task))).body
            #expect(asked.contains("say:认领 A12") && !asked.contains("say:A12 原话"), "\(asked)")
            let done = try #require(try await house.weCom(press("e2", "认领 A12", of: task))).body
            #expect(done.contains(#"{"key":"pressed","style":2,"text":"已由王磊认领"}"#), "\(done)")
            await house.callbacks.finish()
            #expect(house.sender.posts.count == 2)
        }
    }

    @Test("WeCom robot: in a group the answer has its choices in the text")
    func weComGroup() async throws {
        let say =
            #"{"msgid":"m1","aibotid":"b1","chatid":"c","chattype":"group","from":{"userid":"u7"},"#
            + #""msgtype":"text","text":{"content":"A12 详情"}}"#
        try await CallbackHouse.serve(handler()) { house async throws in
            let answer = try #require(try await house.weCom(say)).body
            #expect(answer.contains(#""msgtype":"stream""#) && answer.contains("A12 原话"), "\(answer)")
        }
    }

    private func feishuPress(_ words: String, answers message: String? = nil) -> String {
        let answers = message.map { #""answers":"\#($0)","# } ?? ""
        return CallbackHouse.feishuEvent(
            "card.action.trigger",
            #"{"operator":{"user_id":"u7","tenant_key":"t1"},"action":{"value":{\#(answers)"#
                + #""chat":"oc_1","say":"\#(words)"}},"context":{"open_chat_id":"oc_1"}}"#)
    }

    @Test("Feishu: the toast and an answer's card say who has it, a notice's card stays as it is")
    func feishu() async throws {
        let handler = handler()
        handler.keep(WarningPressTests.details, toMessage: "om_1", on: "feishu/sales")
        try await CallbackHouse.serve(handler, messages: RecordingMessages()) { house async throws in
            let answer = try #require(
                try await house.feishu(feishuPress("认领 A12", answers: "om_1"))
            ).body
            #expect(answer.contains(#""toast":{"content":"已由王磊认领","type":"info"}"#), "\(answer)")
            #expect(answer.contains("油耗高") && answer.contains("已由王磊认领\"}]"), "\(answer)")
            #expect(!answer.contains(#""tag":"button""#), "\(answer)")
        }
        try await CallbackHouse.serve(self.handler(), messages: RecordingMessages()) { house async throws in
            let answer = try #require(try await house.feishu(feishuPress("认领 A12"))).body
            #expect(answer == #"{"toast":{"content":"已由王磊认领","type":"info"}}"#)
            let asked = CallbackHouse.feishuEvent(
                "card.action.trigger",
                #"{"operator":{"user_id":"u7","tenant_key":"t1"},"action":{"value":{"chat":"oc_1","#
                    + #""say":"A12 原话"}},"context":{"open_chat_id":"oc_1"}}"#, id: "ev2")
            let body = try #require(try await house.feishu(asked)).body
            #expect(body == #"{"toast":{"content":"正在查A12 原话","type":"info"}}"#)
        }
    }

    @Test(
        "Feishu: a press on a notice is of a chat that others may read, and a line that answers it is the toast"
    )
    func feishuNotice() async throws {
        let refusing = RecordingHandler { _ in Reply([.text("请把「认领 A13」直接发给我。")]) }
        let messages = RecordingMessages()
        try await CallbackHouse.serve(refusing, messages: messages) { house async throws in
            let press = CallbackHouse.feishuEvent(
                "card.action.trigger",
                #"{"operator":{"user_id":"u7","tenant_key":"t1"},"action":{"value":{"notice":true,"#
                    + #""say":"认领 A13"}},"context":{"open_chat_id":"oc_1"}}"#)
            let answer = try #require(try await house.feishu(press)).body
            #expect(answer == #"{"toast":{"content":"请把「认领 A13」直接发给我。","type":"info"}}"#)
            await house.callbacks.finish()
            #expect(messages.sent.map(\.message.isOnNotice) == [true])
            #expect(messages.sent.map(\.message.isGroup) == [true])
        }
    }

    @Test("DingTalk: where the template has a variable for it, the card says who has it")
    func dingTalk() async throws {
        try await CallbackHouse.serve(
            handler(), chosenVariable: "chosen", messages: RecordingMessages()
        ) { house async throws in
            let claim = try await house.dingTalkCard(CallbackHouse.dingTalkPress(say: "认领 A12"))
            #expect(claim?.body.contains(#"{"chosen":"已由王磊认领"}"#) == true, "\(claim?.body ?? "")")
            let asked = try await house.dingTalkCard(CallbackHouse.dingTalkPress(say: "A12 原话"))
            #expect(asked?.body.contains(#"{"chosen":"已选A12 原话"}"#) == true, "\(asked?.body ?? "")")
        }
    }
}
