import Crypto
import Earshot
import EarshotTesting
import FoundationEssentials
import Testing
import XML

@testable import ChatPlatforms

@Suite("What came with a message")
struct AttachmentDecodingTests {
    private let tooLong = String(repeating: "x", count: MessageAttachment.longestLocator + 1)

    private func weComBot(_ fields: String) throws -> [String]? {
        let text = #"{"msgid":"m","chattype":"single","from":{"userid":"u7"},\#(fields)}"#
        let callback = try OwnRobots.weCom().callback(in: text, at: OwnRobots.now)
        guard case .message(let message) = callback else { return nil }
        return message.attachments.map { "\($0.kind) \($0.locator)" }
    }

    @Test("a WeCom bot's pictures and file have their addresses, a quoted picture and a recording none")
    func weComBot() throws {
        let picture = #"{"msgtype":"image","image":{"url":"https://x/1"}}"#
        #expect(try weComBot(#""msgtype":"image","image":{"url":"https://x/1"}"#) == ["picture https://x/1"])
        #expect(try weComBot(#""msgtype":"file","file":{"url":"https://x/2"}"#) == ["file https://x/2"])
        let words = #"{"msgtype":"text","text":{"content":"a"}}"#
        #expect(
            try weComBot(
                #""msgtype":"mixed","mixed":{"msg_item":[\#(picture),\#(words),7,\#(picture),{"msgtype":"image"}]}"#
            )
                == ["picture https://x/1", "picture https://x/1"])
        #expect(
            try weComBot(#""msgtype":"text","text":{"content":"a"},"quote":\#(picture)"#) == [])
        #expect(try weComBot(#""msgtype":"voice","voice":{"content":"a"}"#) == [])
        #expect(try weComBot(#""msgtype":"image","image":{"url":""}"#) == [])
        #expect(try weComBot(#""msgtype":"image","image":{"url":"\#(tooLong)"}"#) == [])
        #expect(try weComBot(#""msgtype":"image","image":{"url":7}"#) == [])
    }

    private func weComApp(_ kind: String, _ fields: String) throws -> [String]? {
        let document =
            "<xml><MsgType>\(kind)</MsgType><FromUserName>u7</FromUserName><CreateTime>1</CreateTime>"
            + "<MsgId>9</MsgId>\(fields)</xml>"
        let app = try OwnRobots.weComApp()
        let message = try #require(WeComAppMessage(try XMLElement(parsing: Array(document.utf8))))
        guard case .message(let message) = message.callback(to: app) else { return nil }
        return message.attachments.map { "\($0.kind) \($0.locator)" }
    }

    @Test("a WeCom application's picture and recording have their media ids")
    func weComApp() throws {
        #expect(
            try weComApp("image", "<PicUrl>http://p</PicUrl><MediaId>m1</MediaId>") == ["picture m1"])
        #expect(try weComApp("voice", "<MediaId>m2</MediaId><Format>amr</Format>") == ["recording m2"])
        #expect(try weComApp("image", "<PicUrl>http://p</PicUrl>") == [])
        #expect(try weComApp("text", "<Content>a</Content><MediaId>m3</MediaId>") == [])
    }

    private func dingTalk(_ fields: String) throws -> [String]? {
        let text =
            #"{"msgId":"m","conversationId":"c","conversationType":"1","senderStaffId":"u7",\#(fields)}"#
        let message = try #require(CallbackJSON.decode(DingTalkMessage.self, from: Array(text.utf8)))
        guard case .message(let message) = message.callback(channel: "dingtalk/sales") else { return nil }
        return message.attachments.map { "\($0.kind) \($0.locator)" }
    }

    @Test("a DingTalk robot's pictures, file and recording have their download codes")
    func dingTalk() throws {
        #expect(try dingTalk(#""msgtype":"picture","content":{"downloadCode":"c1"}"#) == ["picture c1"])
        #expect(
            try dingTalk(#""msgtype":"file","content":{"downloadCode":"c2","fileName":"../../etc/passwd"}"#)
                == ["file c2"])
        #expect(
            try dingTalk(#""msgtype":"audio","content":{"downloadCode":"c3","recognition":"a"}"#)
                == ["recording c3"])
        #expect(
            try dingTalk(
                #""msgtype":"richText","content":{"richText":[{"text":"a"},{"type":"picture","downloadCode":"c4"},{"type":"picture"}]}"#
            ) == ["picture c4"])
        #expect(try dingTalk(#""msgtype":"picture""#) == [])
    }

    private func feishu(_ kind: String, _ content: String) throws -> [String]? {
        let quoted = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
        let event = #"""
            {"sender":{"sender_id":{"open_id":"ou_1"},"sender_type":"user"},"message":{"message_id":"om_1",
            "chat_id":"oc_1","chat_type":"p2p","message_type":"\#(kind)","content":\#(quoted)}}
            """#
        let call = try FeishuCall(FeishuCall.event("im.message.receive_v1", event))
        let callback = try OwnRobots.feishu(botOpenID: nil).read(call.body, signature: call.headers)
        guard case .message(let message) = callback else { return nil }
        return message.attachments.map { "\($0.kind) \($0.locator)" }
    }

    @Test("a Feishu application's pictures, file and recording have their keys")
    func feishu() throws {
        #expect(try feishu("image", #"{"image_key":"img_1"}"#) == ["picture img_1"])
        #expect(try feishu("file", #"{"file_key":"file_1","file_name":"a"}"#) == ["file file_1"])
        #expect(try feishu("audio", #"{"file_key":"file_2","duration":1}"#) == ["recording file_2"])
        let post =
            #"{"content":[[{"tag":"text","text":"a"},{"tag":"img","image_key":"img_2"}],[{"tag":"img"}]]}"#
        #expect(try feishu("post", post) == ["picture img_2"])
        #expect(
            try feishu("post", #"{"content":[[{"tag":"img","image_key":"img_3"}]]}"#) == ["picture img_3"])
        #expect(try feishu("image", "{}") == [])
    }
}
