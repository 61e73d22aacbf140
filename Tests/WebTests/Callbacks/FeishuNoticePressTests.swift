import ChatPlatforms
import Earshot
import EarshotTesting
import Testing
import Web

/// A notice goes to a person whose chat is not known when its buttons are written, and a press does not say what chat it is of:
/// only the message that the platform took tells.
@Suite("Buttons of Feishu's notices, pressed where they were sent to and elsewhere")
struct FeishuNoticePressTests {
    private static let notice = Reply([
        .title("预警 A13 · 杭州西湖店"), .quote(text: "等了两个小时", source: "论坛"),
        .choices(
            prompt: "可以直接回复：",
            ["认领 A13", "A13 详情"].map {
                Reply.Choice(number: Reply.Choice.unnumbered, label: $0, text: $0)
            }),
    ])

    private static let sent = SentMessage(recipient: "person:u7", chat: "oc_1", reply: notice)

    private static let claimed: Reply = {
        var reply = Reply([.title("预警 A13 由您负责了"), .text("近 7 天 31 条")])
        reply.actions = Reply.Actions(standing: "已由王磊认领")
        return reply
    }()

    /// Claims where nobody else reads it.
    private func handler(behind gate: Gate? = nil) -> RecordingHandler {
        RecordingHandler(behind: gate) { message in
            if message.isGroup { return Reply([.text("请把「认领 A13」直接发给我。")]) }
            return message.content == .text("认领 A13")
                ? FeishuNoticePressTests.claimed : Reply([.text("一条"), .text("两条")])
        }
    }

    /// What is sent, known under `om_9`.
    private func known(
        _ sent: SentMessage = sent, on channel: String = "feishu/sales"
    ) -> RecordingSentMessages {
        let messages = RecordingSentMessages()
        messages.keep(sent, as: "om_9", on: channel)
        return messages
    }

    private static let colleague = #"{"user_id":"u7","open_id":"ou_7","tenant_key":"t1"}"#

    private func press(
        _ words: String = "认领 A13", by person: String = colleague, chat: String = "oc_1",
        message: String = #""om_9""#, id: String = "ev1"
    ) -> String {
        CallbackHouse.feishuEvent(
            "card.action.trigger",
            #"{"operator":\#(person),"action":{"value":{"notice":true,"say":"\#(words)"}},"#
                + #""context":{"open_chat_id":"\#(chat)","open_message_id":\#(message)}}"#, id: id)
    }

    @Test("at home it is done, answered one to one, and the card keeps the notice with how it stands")
    func home() async throws {
        let (handler, messages) = (handler(), RecordingMessages())
        try await CallbackHouse.serve(handler, messages: messages, sent: known()) { house async throws in
            let body = try #require(try await house.feishu(press())).body
            #expect(body.contains(#""toast":{"content":"已由王磊认领","type":"info"}"#), "\(body)")
            #expect(body.contains("等了两个小时") && body.contains("已由王磊认领\"}]"), "\(body)")
            #expect(!body.contains(#""tag":"button""#) && !body.contains("31 条"), "\(body)")
            await house.callbacks.finish()
            let told = try #require(messages.sent.first)
            #expect(messages.sent.count == 1 && told.reply == FeishuNoticePressTests.claimed)
            #expect(!told.message.isGroup && !told.message.isOnNotice && told.message.chat == "oc_1")
            #expect(house.reports.isEmpty)
        }
    }

    @Test("what only asks is answered one to one, and leaves the card with its buttons")
    func asked() async throws {
        let messages = RecordingMessages()
        try await CallbackHouse.serve(handler(), messages: messages, sent: known()) { house async throws in
            let body = try #require(try await house.feishu(press("A13 详情"))).body
            #expect(body == #"{"toast":{"content":"正在查A13 详情","type":"info"}}"#)
            await house.callbacks.finish()
            #expect(messages.sent.map(\.message.isGroup) == [false])
        }
    }

    @Test("who is known by the open id alone is at home, too")
    func openID() async throws {
        var sent = FeishuNoticePressTests.sent
        sent.recipient = "person:ou_7"
        for person in [FeishuNoticePressTests.colleague, #"{"open_id":"ou_7"}"#] {
            let handler = handler()
            try await CallbackHouse.serve(
                handler, messages: RecordingMessages(), sent: known(sent)
            ) { house async throws in
                #expect(try await house.feishu(press(by: person))?.body.contains("等了两个小时") == true)
                #expect(handler.handled.map(\.isGroup) == [false])
            }
        }
    }

    /// Presses that are none of the notice's person in that chat, and what is known of the message.
    private func elsewhere() -> [(name: String, press: String, sent: RecordingSentMessages)] {
        var (group, colleague) = (FeishuNoticePressTests.sent, FeishuNoticePressTests.sent)
        group.recipient = "group:oc_1"
        colleague.recipient = "person:u8"
        let foreign = #"{"user_id":"u7","open_id":"ou_9","tenant_key":"t2"}"#
        let broken = known()
        broken.isBroken = true
        return [
            ("forwarded to another chat", press(chat: "oc_2"), known()),
            ("another message", press(message: #""om_8""#), known()),
            ("a message without a name", press(message: "null"), known()),
            ("somebody else", press(by: #"{"user_id":"u8","open_id":"ou_8","tenant_key":"t1"}"#), known()),
            ("somebody of another company with the same id", press(by: foreign), known()),
            ("somebody else's notice", press(), known(colleague)),
            ("sent to a group", press(), known(group)),
            ("of another application", press(), known(on: "feishu/other")),
            ("nothing known", press(), RecordingSentMessages()), ("a store that fails", press(), broken),
        ]
    }

    @Test(
        "anywhere else it counts as a group's: nothing is done, the card stays, and a toast asks for the words"
    )
    func elsewhereIsGroup() async throws {
        for (name, press, sent) in elsewhere() {
            let (handler, messages) = (handler(), RecordingMessages())
            try await CallbackHouse.serve(handler, messages: messages, sent: sent) { house async throws in
                let body = try await house.feishu(press)?.body
                #expect(
                    body == #"{"toast":{"content":"请把「认领 A13」直接发给我。","type":"info"}}"#, "\(name)")
                await house.callbacks.finish()
                #expect(handler.handled.map(\.isGroup) == [true], "\(name)")
                #expect(handler.handled.map(\.isOnNotice) == [true], "\(name)")
                #expect(house.reports.map(\.event) == (sent.isBroken ? [.failed] : []), "\(name)")
            }
        }
    }

    @Test(
        "a card whose button says what it does not offer, and one that is no notice, show nothing of a notice"
    )
    func unchanged() async throws {
        let messages = RecordingMessages()
        let handler = RecordingHandler { _ in FeishuNoticePressTests.claimed }
        try await CallbackHouse.serve(handler, messages: messages, sent: known()) { house async throws in
            let other = try await house.feishu(press("A13 已解决"))?.body
            #expect(other == #"{"toast":{"content":"已由王磊认领","type":"info"}}"#)
            let answer = CallbackHouse.feishuEvent(
                "card.action.trigger",
                #"{"operator":{"user_id":"u7"},"action":{"value":{"say":"认领 A13"}},"#
                    + #""context":{"open_chat_id":"oc_1","open_message_id":"om_9"}}"#, id: "ev2")
            #expect(
                try await house.feishu(answer)?.body
                    == #"{"toast":{"content":"已由王磊认领","type":"info"}}"#)
            #expect(handler.handled.map(\.isGroup) == [false, true])
        }
    }

    @Test("a repeat changes the card in the same way and does nothing again")
    func repeated() async throws {
        let (handler, messages) = (handler(), RecordingMessages())
        try await CallbackHouse.serve(handler, messages: messages, sent: known()) { house async throws in
            let first = try await house.feishu(press())
            await house.callbacks.finish()
            #expect(try await house.feishu(press()) == first)
            await house.callbacks.finish()
            #expect(handler.handled.count == 1 && messages.sent.count == 1)
        }
    }

    @Test(
        "what was kept before the program ended is answered one to one by the next run, whatever is known then"
    )
    func restarted() async throws {
        let (inbox, patience, gate) = (RecordingInbox(), Gate(), Gate())
        patience.open()
        let unreachable = RecordingMessages(isUnreachable: true)
        try await CallbackHouse.serve(
            handler(behind: gate), messages: unreachable, inbox: inbox, sent: known(), patience: patience
        ) { house async throws in
            #expect(try await house.feishu(press())?.body.contains("正在查认领 A13") == true)
            #expect(inbox.kept.map(\.isGroup) == [false])
            gate.open()
            await house.callbacks.finish()
        }
        #expect(inbox.kept.map(\.id) == ["ev1"])
        let (again, messages) = (handler(), RecordingMessages())
        try await CallbackHouse.serve(again, messages: messages, inbox: inbox) { house async throws in
            try await house.callbacks.resume()
            await house.callbacks.finish()
            #expect(messages.sent.map(\.message.isGroup) == [false])
            #expect(messages.sent.map(\.reply) == [FeishuNoticePressTests.claimed])
            #expect(inbox.kept.isEmpty)
        }
    }
}
