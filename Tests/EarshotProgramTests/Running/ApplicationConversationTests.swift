import Crypto
import Earshot
import EarshotTesting
import Foundation
import Store
import Testing
import XML

@testable import EarshotProgram

@Suite("A dealer's conversation with applications of WeCom and Feishu")
struct ApplicationConversationTests {
    @Test("WeCom: the greeting once a day, answers in the response, and a member's account in any case")
    func weCom() async throws {
        let site = try SampleSite()
        try await site.fill(40)
        let (program, port) = try await site.serve()
        let caller = Caller(port: port)
        func call(_ fields: String, from member: String = "d1") async throws -> String? {
            let document =
                "<xml><ToUserName>\(SampleSite.corpID)</ToUserName><FromUserName>\(member)</FromUserName>"
                + "<CreateTime>1763740790</CreateTime>\(fields)</xml>"
            let call = try RobotCalls.weComAppCall(Array(document.utf8))
            let answer = try #require(await caller?.call("POST", call.target, body: call.body))
            #expect(answer.status == 200)
            return answer.body.isEmpty ? nil : try RobotCalls.openedWeComApp(answer.body)["Content"]
        }
        func say(_ text: String, _ id: Int, from member: String = "d1") async throws -> String? {
            try await call(
                "<MsgType>text</MsgType><Content><![CDATA[\(text)]]></Content><MsgId>\(id)</MsgId>",
                from: member)
        }
        let enter = "<MsgType>event</MsgType><Event>enter_agent</Event><EventKey></EventKey>"
        #expect(try await call(enter)?.contains("王磊，您好") == true)
        #expect(try await call(enter) == nil)
        let overview = try await say("我们城市的客户最近在说什么", 1)
        #expect(overview?.contains("杭州 · 近7天客户之声") == true)
        #expect(try await say("油耗的差评原文", 2, from: "D1")?.contains("第 1–5 条，共 40 条") == true)
        #expect(try await say("上海呢", 3)?.contains("您绑定的是杭州") == true)
        #expect(try await say("客户在说什么", 4, from: "x9")?.contains("绑定码") == true)
        // A repeat is the same answer.
        #expect(try await say("我们城市的客户最近在说什么", 1) == overview)
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
    }

    @Test("Feishu: a message is acknowledged and answered once, and what cannot be sent is in the log")
    func feishu() async throws {
        let site = try SampleSite()
        try await site.fill(40)
        let (program, port) = try await site.serve()
        let event = #"""
            {"schema":"2.0","header":{"event_id":"e1","event_type":"im.message.receive_v1","tenant_key":"t",
            "token":"\#(SampleSite.botToken.revealText())"},"event":{"sender":{"sender_id":{"user_id":"d1",
            "open_id":"ou_1"},"sender_type":"user","tenant_key":"t"},"message":{"message_id":"om_1","chat_id":"oc_1",
            "chat_type":"p2p","message_type":"text","content":"{\"text\":\"我们城市的客户最近在说什么\"}"}}}
            """#
        let call = try RobotCalls.feishuCall(Array(event.utf8))
        for _ in 0..<2 {
            let answer = await Caller(port: port)?.call(
                "POST", call.target, headers: call.headers, body: call.body)
            #expect(answer == Caller.Answer(status: 200, body: "{}"))
        }
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        #expect(program.log.filter { $0.contains("undelivered") }.count == 1)
        try await site.withStores { stores in
            let reply = try await stores.bot.reply(to: MessageKey(channel: "feishu/sales", id: "om_1"))
            let title = reply?.blocks.first.map { "\($0)" }
            #expect(title?.contains("杭州 · 近7天客户之声") == true)
            #expect(try await stores.bot.left().messages.isEmpty)
        }
    }
}
