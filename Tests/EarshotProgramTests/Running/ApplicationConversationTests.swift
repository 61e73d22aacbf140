import EarshotTesting
import Foundation
import Testing
import XML

@testable import EarshotProgram

@Suite("A dealer's conversation with an application")
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
}
