import ChatPlatforms
import Earshot
import FoundationEssentials
import JSON
import Testing

@Suite("Messages to a Feishu application")
struct FeishuMessageTests {
    private func read(_ kind: String, _ event: String, botOpenID: String? = nil) throws -> FeishuCallback {
        let call = try FeishuCall(FeishuCall.event(kind, event))
        return try OwnRobots.feishu(botOpenID: botOpenID).read(call.body, signature: call.headers)
    }

    private func message(
        _ kind: String, _ content: String, chat: String = "p2p", mentions: String = "[]",
        sender: String? = nil,
        botOpenID: String? = nil
    ) throws -> FeishuCallback {
        let quoted = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
        let sender =
            sender
            ?? #"{"sender_id":{"open_id":"ou_1","user_id":"u7"},"sender_type":"user","tenant_key":"t1"}"#
        return try read(
            "im.message.receive_v1",
            #"{"sender":\#(sender),"message":{"message_id":"om_1","chat_id":"oc_1","chat_type":"\#(chat)","#
                + #""message_type":"\#(kind)","content":\#(quoted),"mentions":\#(mentions)}}"#,
            botOpenID: botOpenID)
    }

    private func content(_ callback: FeishuCallback) -> InboundMessage.Content? {
        if case .message(let message) = callback { message.content } else { nil }
    }

    @Test("each kind becomes what the heart knows it as")
    func kinds() throws {
        #expect(try content(message("text", #"{"text":" 杭州怎么样\n只看差评 "}"#)) == .text("杭州怎么样\n只看差评"))
        #expect(try content(message("image", #"{"image_key":"k"}"#)) == .picture)
        #expect(try content(message("file", #"{"file_key":"k"}"#)) == .file)
        #expect(try content(message("audio", #"{"file_key":"k"}"#)) == .speech(recognised: nil))
        for kind in ["media", "sticker", "location", "interactive", "merge_forward", "something_new"] {
            #expect(try content(message(kind, "anything")) == .other(kind: kind))
        }
    }

    @Test("who said it, where, and in which chat")
    func origin() throws {
        #expect(
            try message("text", #"{"text":"x"}"#)
                == .message(
                    InboundMessage(
                        channel: "feishu/sales", id: "om_1", account: "feishu:u7", chat: "oc_1",
                        content: .text("x"))))
        guard case .message(let inGroup) = try message("text", #"{"text":"x"}"#, chat: "group") else {
            Issue.record("not a message")
            return
        }
        #expect(inGroup.isGroup)
    }

    @Test(
        "a user id counts within the own company, an open id anywhere",
        arguments: [
            (#"{"sender_id":{"open_id":"ou_1","user_id":"u7"},"tenant_key":"t1"}"#, "feishu:u7"),
            (#"{"sender_id":{"open_id":"ou_1","user_id":"u7"}}"#, "feishu:u7"),
            (#"{"sender_id":{"open_id":"ou_1","user_id":"u7"},"tenant_key":"t2"}"#, "feishu:ou_1"),
            (#"{"sender_id":{"open_id":"ou_1","user_id":""},"tenant_key":"t1"}"#, "feishu:ou_1"),
            (#"{"sender_id":{"open_id":"ou_1","user_id":null},"tenant_key":"t1"}"#, "feishu:ou_1"),
            (#"{"sender_id":{"user_id":"u7"},"tenant_key":"t2"}"#, nil), (#"{"sender_id":{}}"#, nil),
            ("{}", nil),
        ])
    func accounts(sender: String, account: String?) throws {
        guard case .message(let message) = try message("text", #"{"text":"x"}"#, sender: sender) else {
            Issue.record("not a message")
            return
        }
        #expect(message.account == account)
    }

    private let bot = #"{"key":"@_user_1","id":{"open_id":"ou_bot"},"name":"听风"}"#
    private let liLei = #"{"key":"@_user_2","id":{"open_id":"ou_2"},"name":"李雷"}"#
    private let tenth = #"{"key":"@_user_10","id":{"open_id":"ou_10"},"name":"十"}"#

    @Test("placeholders become names, and the bot's own goes, as everybody's does")
    func mentions() throws {
        let mentions = "[\(bot),\(liLei),\(tenth)]"
        for (text, said) in [
            ("@_user_1 杭州", "杭州"), ("杭州 @_user_1", "杭州"), ("@_user_2 @_user_1 杭州", "@李雷  杭州"),
            ("@_user_10说@_user_1的", "@十说的"), ("@_all 杭州", "杭州"),
            ("@_user_3 @_user_ @ @@_user_1", "@_user_3 @_user_ @ @"),
            ("a@b.com @_user_1", "a@b.com"),
        ] {
            let callback = try message(
                "text", #"{"text":"\#(text)"}"#, chat: "group", mentions: mentions, botOpenID: "ou_bot")
            #expect(content(callback) == .text(said))
        }
    }

    @Test("a name is not read again for placeholders")
    func hostileNames() throws {
        let twisted = #"{"key":"@_user_1","id":{"open_id":"ou_2"},"name":"@_user_1@_all"}"#
        let callback = try message("text", #"{"text":"问@_user_1"}"#, mentions: "[\(twisted)]")
        #expect(content(callback) == .text("问@@_user_1@_all"))
    }

    @Test("names that are mentioned again and again do not make a long text of a short one")
    func longNames() throws {
        let name = String(repeating: "李", count: 10_000)
        let mention = #"{"key":"@_user_1","id":{"open_id":"ou_2"},"name":"\#(name)"}"#
        let once = try message("text", #"{"text":"问@_user_1"}"#, mentions: "[\(mention)]")
        guard case .text(let said)? = content(once) else {
            Issue.record("not a text")
            return
        }
        #expect(said.hasPrefix("问@李") && said.utf8.count <= 300)
        let many = String(repeating: "@_user_1 ", count: 20_000)
        let often = try message("text", #"{"text":"\#(many)"}"#, mentions: "[\(mention)]")
        guard case .text(let all)? = content(often) else {
            Issue.record("not a text")
            return
        }
        #expect((1000...200_000).contains(all.utf8.count))
    }

    @Test("without the bot's identifier its mention is the one marked so, else the first in a group")
    func unknownBot() throws {
        let marked = #"{"key":"@_user_2","id":{"open_id":"ou_2"},"name":"听风","mentioned_type":"bot"}"#
        func said(_ text: String, _ mentions: String, chat: String = "group") throws -> InboundMessage
            .Content?
        {
            try content(message("text", #"{"text":"\#(text)"}"#, chat: chat, mentions: mentions))
        }
        #expect(try said("@_user_1 问@_user_2", "[\(liLei),\(bot)]") == .text("问@李雷"))
        #expect(try said("@_user_1 问 @_user_2", "[\(bot),\(marked)]") == .text("@听风 问"))
        #expect(try said("@_user_2 杭州", "[\(liLei)]", chat: "p2p") == .text("@李雷 杭州"))
    }

    @Test("what a group says to others is left alone where the bot knows itself")
    func toOthers() throws {
        func read(_ text: String, _ mentions: String) throws -> FeishuCallback {
            try message(
                "text", #"{"text":"\#(text)"}"#, chat: "group", mentions: mentions, botOpenID: "ou_bot")
        }
        #expect(try read("@_user_2 吃饭吗", "[\(liLei)]") == .notice("said to others"))
        #expect(try read("吃饭吗", "[]") == .notice("said to others"))
        #expect(try content(read("@_all 杭州呢", "[]")) == .text("杭州呢"))
        #expect(
            try message("image", "{}", chat: "group", botOpenID: "ou_bot") == .notice("said to others"))
        #expect(try content(message("image", "{}", botOpenID: "ou_bot")) == .picture)
    }

    @Test("rich text is read line by line, and a picture alone is one")
    func posts() throws {
        let post = #"""
            {"title":"门店反映","content":[[{"tag":"at","user_id":"@_user_1"},{"tag":"text","text":" 排队太长"},
            {"tag":"a","href":"https://x","text":"链接"}],[{"tag":"img","image_key":"k"}],[],
            [{"tag":"md","text":"**多少**"},{"tag":"emotion","emoji_type":"OK"},{"tag":"new"},{}]]}
            """#
        let callback = try message("post", post, chat: "group", mentions: "[\(bot)]", botOpenID: "ou_bot")
        #expect(content(callback) == .text("门店反映\n 排队太长链接\n**多少**"))
        #expect(try content(message("post", #"{"title":"","content":[[{"tag":"img"}]]}"#)) == .picture)
        #expect(try content(message("post", #"{"content":[[]]}"#)) == .text(""))
        let all = #"{"content":[[{"tag":"at","user_id":"all"},{"tag":"text","text":"杭州"}]]}"#
        #expect(try content(message("post", all, chat: "group", botOpenID: "ou_bot")) == .text("杭州"))
    }

    @Test("a text or post that is none, and what another bot says, are acknowledged and no more")
    func notices() throws {
        for text in ["", "{}", "[]", #"{"text":5}"#, "nonsense"] {
            #expect(try message("text", text) == .notice("text"), "\(text)")
            #expect(try message("post", text) == .notice("post"), "\(text)")
        }
        let app = #"{"sender_id":{"open_id":"ou_1"},"sender_type":"app"}"#
        #expect(try message("text", #"{"text":"x"}"#, sender: app) == .notice("message of app"))
    }

    @Test("who opens the chat says nothing yet")
    func entered() throws {
        let callback = try read(
            "im.chat.access_event.bot_p2p_chat_entered_v1",
            #"{"chat_id":"oc_1","operator_id":{"open_id":"ou_1"},"last_message_id":""}"#)
        #expect(
            callback
                == .opened(
                    InboundMessage(
                        channel: "feishu/sales", id: "ev1", account: "feishu:ou_1", chat: "oc_1",
                        content: .opened)))
    }

    @Test("a button stands for its message, one to one only in the chat its card was sent to")
    func pressed() throws {
        func press(_ value: String, chat: String = "oc_1", tenant: String = "t1") throws -> FeishuCallback {
            try read(
                "card.action.trigger",
                #"{"operator":{"open_id":"ou_1","user_id":"u7","tenant_key":"\#(tenant)"},"#
                    + #""action":{"tag":"button","value":\#(value)},"context":{"open_chat_id":"\#(chat)"}}"#)
        }
        func value(_ text: String, _ chat: String?) -> String {
            String(decoding: FeishuChoice(text, inOneToOneChat: chat).json.bytes, as: UTF8.self)
        }
        func message(_ callback: FeishuCallback) -> InboundMessage? {
            if case .pressed(let message, _) = callback { message } else { nil }
        }
        let one = try message(press(value("油耗原话", "oc_1")))
        #expect(
            one
                == InboundMessage(
                    channel: "feishu/sales", id: "ev1", account: "feishu:u7", chat: "oc_1",
                    content: .text("油耗原话")))
        #expect(try message(press(value("油耗原话", nil)))?.isGroup == true)
        // Forwarded to where others read it.
        #expect(try message(press(value("油耗原话", "oc_1"), chat: "oc_2"))?.isGroup == true)
        #expect(try message(press(value("x", nil), tenant: "t2"))?.account == "feishu:ou_1")
        let onNotice = try message(press(#"{"notice":true,"say":"认领 A13"}"#))
        #expect(onNotice?.isOnNotice == true && onNotice?.isGroup == true)
        #expect(one?.isOnNotice == false)
        #expect(try message(press(#"{"notice":"true","say":"x"}"#))?.isOnNotice == false)
        for value in ["{}", #"{"act":"more"}"#, #"{"say":" "}"#, #"{"say":5}"#, #""text""#, "null"] {
            #expect(try press(value) == .notice("card.action.trigger"), "\(value)")
        }
        #expect(try press(value("x", nil), chat: "") == .notice("card.action.trigger"))
    }

    /// The card that a press tells of.
    private func card(pressedBy person: String, in context: String) throws -> FeishuPressedCard? {
        let callback = try read(
            "card.action.trigger",
            #"{"operator":\#(person),"action":{"value":{"notice":true,"say":"认领 A13"}},"context":\#(context)}"#
        )
        if case .pressed(_, let card) = callback { return card }
        return nil
    }

    @Test(
        "a card is at home in the chat it was sent into, pressed by the one it was for, by either identifier")
    func pressedAtHome() throws {
        func sent(_ recipient: String, _ chat: String = "oc_1") -> SentMessage {
            SentMessage(recipient: recipient, chat: chat, reply: Reply([.text("预警")]))
        }
        let context = #"{"open_chat_id":"oc_1","open_message_id":"om_9"}"#
        func card(_ person: String) throws -> FeishuPressedCard {
            try #require(try self.card(pressedBy: person, in: context))
        }
        let both = #"{"open_id":"ou_1","user_id":"u7","tenant_key":"t1"}"#
        let own = try card(both)
        #expect(own.message == "om_9" && own.answered == nil)
        #expect(own.isAtHome(sent("person:u7"), pressedIn: "oc_1"))
        #expect(own.isAtHome(sent("person:ou_1"), pressedIn: "oc_1"))
        for elsewhere in [
            sent("person:u7", "oc_2"), sent("person:u8"), sent("p2p:oc_1"), sent("group:oc_1"), sent("u7"),
            sent("person:"),
        ] { #expect(!own.isAtHome(elsewhere, pressedIn: "oc_1"), "\(elsewhere)") }
        #expect(!own.isAtHome(sent("person:u7"), pressedIn: "oc_2"))
        let foreign = try card(#"{"open_id":"ou_2","user_id":"u7","tenant_key":"t2"}"#)
        #expect(!foreign.isAtHome(sent("person:u7"), pressedIn: "oc_1"))
        // A company may give its people any user id, also one like somebody's open id.
        let disguised = try card(#"{"open_id":"ou_3","user_id":"ou_1","tenant_key":"t1"}"#)
        #expect(!disguised.isAtHome(sent("person:ou_1"), pressedIn: "oc_1"))
        let nameless = try card(#"{"tenant_key":"t1"}"#)
        #expect(!nameless.isAtHome(sent("person:u7"), pressedIn: "oc_1"))
        for message in ["", #","open_message_id":"""#, #","open_message_id":7"#] {
            let unnamed = #"{"open_chat_id":"oc_1"\#(message)}"#
            #expect(try self.card(pressedBy: both, in: unnamed)?.message == nil)
        }
    }
}
