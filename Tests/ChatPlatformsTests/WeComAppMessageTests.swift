import ChatPlatforms
import Earshot
import Testing

@Suite("Messages to a WeCom application")
struct WeComAppMessageTests {
    private func read(_ fields: String, from sender: String = "u7") throws -> WeComAppCallback {
        let call = try WeComCall(toApp: fields, from: sender)
        return try OwnRobots.weComApp().read(query: call.query, body: call.body)
    }

    private func content(_ kind: String, _ fields: String = "") throws -> InboundMessage.Content? {
        let callback = try read("<MsgType>\(kind)</MsgType><MsgId>1</MsgId>\(fields)")
        guard case .message(let message) = callback else { return nil }
        return message.content
    }

    private func event(_ name: String, _ fields: String = "", from sender: String = "u7") throws
        -> WeComAppCallback
    {
        try read("<MsgType>event</MsgType><Event><![CDATA[\(name)]]></Event>\(fields)", from: sender)
    }

    @Test("each kind becomes what the heart knows it as")
    func kinds() throws {
        #expect(try content("text", "<Content><![CDATA[ 油耗 & <b>]]>]]&gt;</Content>") == .text("油耗 & <b>]]>"))
        #expect(try content("text", "<Content></Content>") == .text(""))
        #expect(try content("image", "<PicUrl>p</PicUrl><MediaId>m</MediaId>") == .picture)
        #expect(try content("voice", "<MediaId>m</MediaId><Format>amr</Format>") == .speech(recognised: nil))
        #expect(try content("video", "<MediaId>m</MediaId>") == .other(kind: "video"))
        #expect(
            try content("location", "<Location_X>30.5</Location_X><Label>x</Label>")
                == .other(kind: "location"))
        #expect(try content("link", "<Title>t</Title><Url>u</Url>") == .other(kind: "link"))
    }

    @Test("an opened application, a chosen menu entry and a pressed button say so")
    func events() throws {
        func message(_ callback: WeComAppCallback) throws -> InboundMessage {
            switch callback {
            case .message(let message), .opened(let message), .pressed(let message): return message
            case .alert, .notice: throw Unexpected(callback: callback)
            }
        }
        let opened = try event("enter_agent", "<EventKey></EventKey>")
        guard case .opened = opened else { throw Unexpected(callback: opened) }
        #expect(try message(opened).content == .opened)
        #expect(try message(opened).chat == "single:u7")
        let chosen = try event("click", "<EventKey>say:本周总览</EventKey>")
        guard case .message = chosen else { throw Unexpected(callback: chosen) }
        #expect(try message(chosen).content == .text("本周总览"))
        for name in ["template_card_event", "template_card_menu_event"] {
            let pressed = try event(
                name, "<EventKey>say:油耗原话</EventKey><TaskId>t</TaskId><ResponseCode>r</ResponseCode>")
            guard case .pressed = pressed else { throw Unexpected(callback: pressed) }
            #expect(try message(pressed).content == .text("油耗原话"))
        }
    }

    private struct Unexpected: Error {
        let callback: WeComAppCallback
    }

    @Test("an event is known by who did what and when")
    func eventIdentity() throws {
        func id(_ callback: WeComAppCallback) -> String? {
            if case .opened(let message) = callback { return message.id }
            if case .message(let message) = callback { return message.id }
            return nil
        }
        let opened = try id(event("enter_agent"))
        #expect(opened?.hasPrefix("event-") == true && opened?.count == 70)
        #expect(try id(event("enter_agent", "<Extra>1</Extra>")) == opened)
        #expect(try id(event("enter_agent", from: "u8")) != opened)
        let others = try ["say:a", "say:b"].map { try id(event("click", "<EventKey>\($0)</EventKey>")) }
        #expect(Set(others + [opened]).count == 3)
    }

    @Test(
        "the platform's warnings about the application are told apart, whoever they are from",
        arguments: [
            "inactive_alert", "close_inactive_agent", "reopen_inactive_agent", "low_active_alert",
            "low_active",
            "active_restored",
        ])
    func alerts(name: String) throws {
        #expect(try event(name, "<EffectTime>1763740790</EffectTime>") == .alert(name))
        #expect(try event(name, from: "sys") == .alert(name))
    }

    @Test("a member is the same person in any case, as WeCom has it and as the robot takes it")
    func anyCase() throws {
        let callback = try read(
            "<MsgType>text</MsgType><MsgId>1</MsgId><Content>x</Content>", from: "ZhangSan")
        guard case .message(let message) = callback else { throw Unexpected(callback: callback) }
        #expect(message.account == "wecom:zhangsan")
        #expect(message.chat == "single:zhangsan")
    }

    @Test("the name of what is only acknowledged is short in bytes, whatever its characters are")
    func longNames() throws {
        let name = "e" + String(repeating: "\u{301}", count: 10_000)
        guard case .notice(let named) = try event(name) else { throw Unexpected(callback: try event(name)) }
        #expect((1...64).contains(named.utf8.count))
    }

    @Test("what the service does not know is acknowledged and no more")
    func notices() throws {
        for name in [
            "unsubscribe", "LOCATION", "view", "scancode_push", "change_contact", "new",
        ] {
            #expect(try event(name) == .notice(name))
        }
        #expect(try event("click", "<EventKey>menu_1</EventKey>") == .notice("click"))
        #expect(try event("click", "<EventKey>say: </EventKey>") == .notice("click"))
        #expect(
            try event("template_card_event", "<EventKey>vote</EventKey>") == .notice("template_card_event"))
        #expect(try event("batch_job_result", from: "sys") == .notice("batch_job_result"))
        #expect(try event("") == .notice("event"))
        #expect(try event(String(repeating: "e", count: 300)) == .notice(String(repeating: "e", count: 64)))
        #expect(try read("<MsgType>hologram</MsgType><MsgId>1</MsgId>") == .notice("hologram"))
        #expect(try read("<MsgType>text</MsgType><MsgId>1</MsgId>") == .notice("text"))
        #expect(
            try read("<MsgType>text</MsgType><MsgId>1</MsgId><Content>x</Content>", from: "sys")
                == .notice("text"))
    }
}
