import ChatPlatforms
import Earshot
import Testing

@Suite("Messages of a WeCom bot")
struct WeComBotMessageTests {
    private func read(
        _ fields: String, displayName: String? = nil, corpID: String? = nil
    ) throws -> WeComBotCallback {
        let call = try WeComCall(#"{"msgid":"m1",\#(fields)}"#)
        return try OwnRobots.weCom(displayName: displayName, corpID: corpID)
            .read(query: call.query, body: call.body)
    }

    private func content(_ fields: String) throws -> InboundMessage.Content? {
        guard case .message(let message) = try read(#""from":{"userid":"u7"},\#(fields)"#) else { return nil }
        return message.content
    }

    @Test("each kind becomes what the heart knows it as")
    func kinds() throws {
        #expect(try content(#""msgtype":"text","text":{"content":" 杭州 "}"#) == .text("杭州"))
        #expect(try content(#""msgtype":"voice","voice":{"content":"售后呢"}"#) == .speech(recognised: "售后呢"))
        #expect(try content(#""msgtype":"voice""#) == .speech(recognised: nil))
        #expect(try content(#""msgtype":"image","image":{"url":"https://x"}"#) == .picture)
        #expect(try content(#""msgtype":"file","file":{"url":"https://x"}"#) == .file)
        #expect(try content(#""msgtype":"video","video":{"url":"https://x"}"#) == .other(kind: "video"))
        let picture = #"{"msgtype":"image","image":{"url":"https://x"}}"#
        let words = #"{"msgtype":"text","text":{"content":"这是哪家店"}}"#
        #expect(
            try content(#""msgtype":"mixed","mixed":{"msg_item":[\#(picture),\#(words)]}"#) == .text("这是哪家店"))
        #expect(try content(#""msgtype":"mixed","mixed":{"msg_item":[\#(picture)]}"#) == .picture)
    }

    @Test(
        "in a group the mention of the bot is not part of what was said",
        arguments: [
            ("@听见助手 杭州呢", "杭州呢"), ("@听见助手\u{2005}杭州呢", "杭州呢"), ("杭州呢 @听见助手", "杭州呢"),
            ("@听见助手", ""), ("杭州 @小王 怎么看", "杭州 @小王 怎么看"), ("a@b", "a@b"), ("  杭州呢 ", "杭州呢"),
        ])
    func mention(text: String, said: String) throws {
        let group = #""from":{"userid":"u7"},"chatid":"c1","chattype":"group","msgtype":"text","#
        guard case .message(let message) = try read(group + #""text":{"content":"\#(text)"}"#) else {
            Issue.record("not a message")
            return
        }
        #expect(message.content == .text(said))
        #expect(message.isGroup)
        #expect(message.chat == "c1")
    }

    @Test("with the bot's name known, a name with blanks is taken off whole, and one to one nothing is")
    func mentionByName() throws {
        let text = #""from":{"userid":"u7"},"msgtype":"text","text":{"content":"@AI 助手 杭州呢"},"#
        let group = try read(text + #""chatid":"c1","chattype":"group""#, displayName: "AI 助手")
        guard case .message(let inGroup) = group,
            case .message(let alone) = try read(text + #""chattype":"single""#)
        else {
            Issue.record("not a message")
            return
        }
        #expect(inGroup.content == .text("杭州呢"))
        #expect(alone.content == .text("@AI 助手 杭州呢"))
        #expect(alone.chat == "single:u7")
    }

    @Test("opening the chat, a poll and a press are recognised")
    func events() throws {
        let opened = try read(
            #""from":{"userid":"u7"},"msgtype":"event","event":{"eventtype":"enter_chat"}"#)
        #expect(
            opened
                == .opened(
                    InboundMessage(
                        channel: "wecom-bot/sales", id: "m1", account: "wecom:u7", chat: "single:u7",
                        content: .opened)))
        #expect(
            try read(#""from":{"userid":"u7"},"msgtype":"stream","stream":{"id":"s1"}"#)
                == .poll(stream: "s1"))
        let key = #""event_key":"say:油耗原话""#
        let spelledOtherwise = #""eventkey":"say:油耗原话""#
        for event in [
            #""template_card_event":{\#(key)}"#, key, #""template_card_event":{\#(spelledOtherwise)}"#,
            spelledOtherwise,
        ] {
            let pressed = try read(
                #""from":{"userid":"u7"},"response_url":"https://r","msgtype":"event","#
                    + #""event":{"eventtype":"template_card_event",\#(event)}"#)
            guard case .pressed(let message, _) = pressed else {
                Issue.record("\(pressed)")
                return
            }
            #expect(message.content == .text("油耗原话"))
            #expect(message.replyAddress?.url == "https://r")
            #expect(message.replyAddress?.expires == OwnRobots.now + .seconds(3600))
        }
    }

    @Test("pictures beside a text are told of, whatever else is in the message")
    func mixed() throws {
        let picture = #"{"msgtype":"image","image":{"url":"https://x"}}"#
        let words = #"{"msgtype":"text","text":{"content":"这是哪家店"}}"#
        for (parts, hasPictures) in [
            ("\(picture),\(words)", true), (words, false), ("7,null,[],{},\(words)", false),
            (#"{"msgtype":7,"text":[]},\#(words),\#(picture)"#, true),
        ] {
            let mixed = #""from":{"userid":"u7"},"msgtype":"mixed","mixed":{"msg_item":[\#(parts)]}"#
            let message = try #require(try message(mixed), "\(parts)")
            #expect(message.content == .text("这是哪家店"), "\(parts)")
            #expect(message.hasPictures == hasPictures, "\(parts)")
        }
        let only = try message(
            #""from":{"userid":"u7"},"msgtype":"mixed","mixed":{"msg_item":[\#(picture)]}"#)
        #expect(only?.content == .picture)
        #expect(only?.hasPictures == false)
    }

    @Test("the words of a quoted message stand beside what the person said")
    func quotes() throws {
        let said = #""from":{"userid":"u7"},"chattype":"group","msgtype":"text","text":{"content":"@助手 展开"}"#
        let picture = #"{"msgtype":"image","image":{"url":"https://x"}}"#
        let long = String(repeating: "油", count: 3000)
        for (quote, words) in [
            (#"{"msgtype":"text","text":{"content":"@助手 杭州油耗怎么样"}}"#, "杭州油耗怎么样"),
            (#"{"msgtype":"voice","voice":{"content":"杭州呢"}}"#, "杭州呢"),
            (
                #"{"msgtype":"mixed","mixed":{"msg_item":[{"msgtype":"text","text":{"content":"照片"}},\#(picture)]}}"#,
                "照片"
            ),
            (#"{"msgtype":"text","text":{"content":"\#(long)"}}"#, String(repeating: "油", count: 682)),
            (picture, nil), (#"{"msgtype":"file","file":{"url":"https://x"}}"#, nil), ("7", nil),
            ("null", nil),
            (#"{"msgtype":"text"}"#, nil), (#"{"msgtype":"text","text":{"content":" "}}"#, nil),
        ] as [(String, String?)] {
            let message = try #require(try message(#"\#(said),"quote":\#(quote)"#), "\(quote)")
            #expect(message.content == .text("展开"), "\(quote)")
            #expect(message.quote == words, "\(quote.prefix(80))")
            #expect(!message.hasPictures)
        }
    }

    private func message(_ fields: String) throws -> InboundMessage? {
        if case .message(let message) = try read(fields) { message } else { nil }
    }

    @Test("what the service does not know is acknowledged and no more")
    func notices() throws {
        let from = #""from":{"userid":"u7"},"#
        #expect(try read(from + #""msgtype":"hologram""#) == .notice("hologram"))
        let long = String(repeating: "e", count: 300)
        #expect(try read(from + #""msgtype":"\#(long)""#) == .notice(String(long.prefix(64))))
        #expect(
            try read(from + #""msgtype":"event","event":{"eventtype":"\#(long)"}"#)
                == .notice(String(long.prefix(64))))
        #expect(try read(from + #""msgtype":"text""#) == .notice("text"))
        #expect(try read(from + #""msgtype":"event""#) == .notice("event"))
        #expect(
            try read(from + #""msgtype":"event","event":{"eventtype":"feedback_event"}"#)
                == .notice("feedback_event"))
        for key in ["vote", "say:", "say:  "] {
            let event = #"{"eventtype":"template_card_event","template_card_event":{"event_key":"\#(key)"}}"#
            #expect(
                try read(from + #""msgtype":"event","event":\#(event)"#) == .notice("template_card_event"))
        }
        #expect(
            try read(#""from":{"userid":"sys"},"msgtype":"text","text":{"content":"x"}"#)
                == .notice("text without a sender"))
        #expect(try read(#""msgtype":"text","text":{"content":"x"}"#) == .notice("text without a sender"))
    }

    @Test("a userid is the same member in any case, as the platform has it")
    func cases() throws {
        let callback = try read(#""from":{"userid":"ZhangSan"},"msgtype":"text","text":{"content":"x"}"#)
        guard case .message(let message) = callback else {
            Issue.record("not a message")
            return
        }
        #expect(message.account == "wecom:zhangsan")
        #expect(message.chat == "single:zhangsan")
    }

    @Test("a member of another company is nobody")
    func outsiders() throws {
        let fields = #""from":{"userid":"u7","corpid":"ww1"},"msgtype":"text","text":{"content":"x"}"#
        for (corpID, account) in [(nil, nil), ("ww2", nil), ("ww1", "wecom:u7")] as [(String?, String?)] {
            guard case .message(let message) = try read(fields, corpID: corpID) else {
                Issue.record("not a message")
                return
            }
            #expect(message.account == account)
        }
    }
}
