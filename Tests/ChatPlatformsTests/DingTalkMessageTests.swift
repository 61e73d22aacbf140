import ChatPlatforms
import Earshot
import Testing

@Suite("Messages of a DingTalk robot")
struct DingTalkMessageTests {
    private func read(_ fields: String) throws -> RobotCallback {
        let body = #"{"msgId":"m1==","conversationId":"cid/1=","senderStaffId":"u7",\#(fields)}"#
        return try OwnRobots.dingTalk().read(Array(body.utf8))
    }

    private func content(_ fields: String) throws -> InboundMessage.Content? {
        guard case .message(let message) = try read(fields) else { return nil }
        return message.content
    }

    private func reason(_ body: String) throws -> String? {
        let robot = try OwnRobots.dingTalk()
        do throws(CallbackFault) {
            _ = try robot.read(Array(body.utf8))
            return nil
        } catch {
            #expect(error.disposition == .malformed)
            return error.reason.rawValue
        }
    }

    @Test("a text carries who said it, where, and where to answer")
    func text() throws {
        let callback = try read(
            #""msgtype":"text","text":{"content":" 杭州怎么样 "},"conversationType":"2","senderNick":"李华","#
                + #""sessionWebhook":"https://oapi.dingtalk.com/x","sessionWebhookExpiredTime":1763746200000"#
        )
        #expect(
            callback
                == .message(
                    InboundMessage(
                        channel: "dingtalk/sales", id: "m1==", account: "dingtalk:u7", displayName: "李华",
                        chat: "cid/1=", isGroup: true, content: .text("杭州怎么样"),
                        replyAddress: InboundMessage.ReplyAddress(
                            url: "https://oapi.dingtalk.com/x",
                            expires: Timestamp(milliseconds: 1_763_746_200_000)))))
    }

    @Test("what is said one to one stands in the same conversation as what is pressed there")
    func oneToOne() throws {
        let said = try read(#""msgtype":"text","text":{"content":"1"},"conversationType":"1""#)
        guard case .message(let message) = said else {
            Issue.record("\(said)")
            return
        }
        #expect(message.chat == "single:u7")
        #expect(!message.isGroup)
    }

    @Test("each kind becomes what the heart knows it as")
    func kinds() throws {
        #expect(try content(#""msgtype":"text","text":{"content":"  "}"#) == .text(""))
        #expect(try content(#""msgtype":"picture","content":{"downloadCode":"x"}"#) == .picture)
        #expect(try content(#""msgtype":"picture""#) == .picture)
        #expect(try content(#""msgtype":"file","content":{"fileName":"a.xlsx"}"#) == .file)
        #expect(try content(#""msgtype":"video","content":{"videoType":"mp4"}"#) == .other(kind: "video"))
        #expect(
            try content(#""msgtype":"audio","content":{"recognition":" 售后呢 "}"#)
                == .speech(recognised: "售后呢"))
        #expect(try content(#""msgtype":"audio","content":{}"#) == .speech(recognised: nil))
        #expect(
            try content(
                #""msgtype":"richText","content":{"richText":[{"text":"杭州"},{"type":"picture"},{"text":"呢"}]}"#
            )
                == .text("杭州呢"))
        #expect(
            try content(#""msgtype":"richText","content":{"richText":[{"text":"\n"},{"type":"picture"}]}"#)
                == .picture)
        #expect(try content(#""msgtype":"richText","content":{"richText":[]}"#) == .text(""))
    }

    @Test("an unknown kind, a kind without its content and a quota notice are acknowledged and no more")
    func notices() throws {
        #expect(try read(#""msgtype":"interactiveCard""#) == .notice("interactiveCard"))
        #expect(try read(#""msgtype":"text""#) == .notice("text"))
        #expect(try read(#""msgtype":"text","text":{"content":5}"#) == .notice("text"))
        #expect(try read(#""msgtype":"text","errorCode":"20001""#) == .notice("error 20001"))
        #expect(
            try read(#""msgtype":"text","text":{"content":"x"},"errorCode":20001"#) == .notice("error 20001"))
    }

    @Test(
        "somebody without a staff id of the robot's own company is nobody",
        arguments: [
            (#""senderStaffId":"u7""#, "dingtalk:u7"),
            (#""senderStaffId":"u7","senderCorpId":"c1","chatbotCorpId":"c1""#, "dingtalk:u7"),
            (#""senderStaffId":"u7","senderCorpId":"c2","chatbotCorpId":"c1""#, nil),
            (#""senderStaffId":"u7","senderCorpId":"","chatbotCorpId":"c1""#, nil),
            (#""senderStaffId":"u7","senderCorpId":"c1""#, nil),
            (#""senderStaffId":"""#, nil),
            (#""senderStaffId":7"#, nil),
            (#""senderNick":"u7""#, nil),
        ])
    func outsiders(fields: String, account: String?) throws {
        let body =
            #"{"msgId":"m","conversationId":"c","msgtype":"text","text":{"content":"x"},\#(fields)}"#
        guard case .message(let message) = try OwnRobots.dingTalk().read(Array(body.utf8)) else {
            Issue.record("not a message")
            return
        }
        #expect(message.account == account)
    }

    @Test("numbers may come as text, and fields of the wrong type are left out")
    func lenient() throws {
        let callback = try read(
            #""msgtype":"text","text":{"content":"x"},"conversationType":2,"senderNick":[],"createAt":{},"#
                + #""sessionWebhook":"https://oapi.dingtalk.com/x","sessionWebhookExpiredTime":"17""#)
        guard case .message(let message) = callback else {
            Issue.record("not a message")
            return
        }
        #expect(message.isGroup)
        #expect(message.displayName == nil)
        #expect(message.replyAddress?.expires == Timestamp(milliseconds: 17))
    }

    @Test("what is not a message is refused, and the log says why")
    func refused() throws {
        #expect(try reason("") == "empty_body")
        for body in ["[]", "5", "null", "\"text\"", "{", "{}{}", "msgtype=text", "\u{0}"] {
            #expect(try reason(body) == "malformed_envelope", "\(body)")
        }
        let long = String(repeating: "x", count: 513)
        for body in [
            "{}", #"{"msgId":"m","conversationId":"c"}"#, #"{"msgId":"m","msgtype":"text"}"#,
            #"{"msgId":"","conversationId":"c","msgtype":"text"}"#,
            #"{"msgId":7,"conversationId":"c","msgtype":"text"}"#,
            #"{"msgId":"\#(long)","conversationId":"c","msgtype":"text"}"#,
            #"{"msgId":"m","conversationId":"c","msgtype":"text","senderStaffId":"\#(long)"}"#,
        ] {
            #expect(try reason(body) == "malformed_message", "\(body)")
        }
    }

    @Test(
        "a text with a raw line break or an escape that JSON does not know is refused, in whatever field it stands"
    )
    func unsoundTexts() throws {
        for text in ["油耗\n太高", "油耗\t太高", "\u{1}", #"油耗\q"#, #"\"#] {
            #expect(
                try reason(
                    #"{"msgId":"m","conversationId":"c","msgtype":"text","text":{"content":"\#(text)"}}"#)
                    == "malformed_envelope", "\(text)")
            #expect(
                try reason(
                    #"{"msgId":"m","conversationId":"c","msgtype":"text","text":{"content":"x"},"x":"\#(text)"}"#
                )
                    == "malformed_envelope", "\(text)")
        }
        #expect(
            try content("\n\"msgtype\":\t\"text\",\"text\":{\"content\":\"a\\n\\u0042\\\"\"}")
                == .text("a\nB\""))
    }

    @Test("nesting of 20,000 levels is refused wherever it stands", arguments: ["[", #"{"a":"#])
    func nesting(opening: String) throws {
        let deep = String(repeating: opening, count: 20_000)
        #expect(try reason(deep) == "malformed_envelope")
        #expect(try reason(#"{"msgtype":"text","text":\#(deep)"#) == "malformed_envelope")
        let closing = opening == "[" ? "]" : "}"
        let closed = deep + "1" + String(repeating: closing, count: 20_000)
        #expect(try reason(#"{"msgtype":"text","msgId":"m","conversationId":"c","x":\#(closed)}"#) != nil)
    }

    @Test("bytes that are not UTF-8 are refused")
    func brokenText() throws {
        let head = Array(#"{"msgId":"m","conversationId":"c","msgtype":"text","text":{"content":""#.utf8)
        let robot = try OwnRobots.dingTalk()
        for broken: [UInt8] in [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]] {
            let callback = try? robot.read(head + broken + Array(#""}}"#.utf8))
            if case .message(let message)? = callback {
                Issue.record("\(broken) was read as \(message.content)")
            }
        }
    }
}
