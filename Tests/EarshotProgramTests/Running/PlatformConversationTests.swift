import Earshot
import EarshotTesting
import Foundation
import Testing

@testable import EarshotProgram

@Suite("A dealer's conversation over the platforms' callbacks")
struct PlatformConversationTests {
    private func site() async throws -> SampleSite {
        let site = try SampleSite()
        try await site.fill(40)
        try await site.fill(25, "保养等太久", about: "after_sales.waiting", of: "D001")
        try await site.fill(30, "空间真大", about: "space", sentiment: 0.9)
        try await site.fill(50, "上海的车机卡顿", about: "software", in: Fixtures.shanghai)
        return site
    }

    @Test("DingTalk: overview, after-sales, quotes, more of them, and the refusal of another city")
    func dingTalk() async throws {
        let site = try await site()
        let (program, port) = try await site.serve()
        let caller = Caller(port: port)
        func say(_ text: String, from account: String = "d1") async throws -> String {
            RobotCalls.words(try await RobotCalls.dingTalk(text, from: account, over: caller))
        }
        let overview = try await say("我们城市的客户最近在说什么")
        #expect(overview.contains("杭州 · 近7天客户之声"))
        #expect(overview.contains("95"))
        #expect(overview.contains("油耗 40"))
        #expect(overview.contains("1 油耗原话"))
        #expect(try await say("那售后呢").contains("杭州 · 售后"))
        let quotes = try await say("油耗的差评原文")
        #expect(quotes.contains("第 1–5 条，共 40 条"))
        #expect(quotes.contains("高速油耗太高"))
        #expect(try await say("更多").contains("第 6–10 条"))
        let refusal = try await say("上海呢")
        #expect(refusal.contains("您绑定的是杭州"))
        #expect(!refusal.contains("卡顿"))
        #expect(try await say("宁波的客户在说什么", from: "m1").contains("宁波"))
        #expect(try await say("广州的客户在说什么", from: "m1").contains("您负责的是华东"))
        #expect(try await say("客户在说什么", from: "x9").contains("绑定码"))
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
    }

    @Test("WeCom: address check, greeting card, finished streams with the same words, polls from disk")
    func weCom() async throws {
        let site = try await site()
        let (program, port) = try await site.serve()
        let caller = Caller(port: port)
        // The address check: the decrypted echo, bare.
        let call = try RobotCalls.weComCall(Array("echo 1234".utf8))
        let sealed =
            RobotCalls.object(String(decoding: call.body, as: UTF8.self))?["encrypt"] as? String ?? ""
        let echo = sealed.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
        let check = await caller?.call("GET", call.target + "&echostr=" + echo)
        #expect(check == Caller.Answer(status: 200, body: "echo 1234"))

        let greeting = try await RobotCalls.weCom(
            [
                "msgid": "g1", "msgtype": "event", "chattype": "single", "from": ["userid": "d1"],
                "event": ["eventtype": "enter_chat"],
            ], over: caller)
        let greeted = String(
            decoding: try JSONSerialization.data(withJSONObject: greeting?.answer ?? [:]), as: UTF8.self)
        #expect(greeted.contains("今天的"), "what matters today, at the first opening: \(greeted)")

        func message(_ text: String, _ id: String) -> [String: Any] {
            [
                "msgid": id, "msgtype": "text", "chattype": "single", "from": ["userid": "d1"],
                "text": ["content": text],
            ]
        }
        func stream(_ message: [String: Any], over caller: Caller?) async throws -> (
            id: String, finish: Bool, content: String
        ) {
            let answer = try #require(try await RobotCalls.weCom(message, over: caller)).answer
            let stream = try #require(answer["stream"] as? [String: Any])
            return (
                stream["id"] as? String ?? "", stream["finish"] as? Bool ?? false,
                stream["content"] as? String ?? ""
            )
        }
        let overview = try await stream(message("我们城市的客户最近在说什么", "w1"), over: caller)
        #expect(overview.finish)
        #expect(overview.content.contains("杭州 · 近7天客户之声"))
        #expect(overview.content.contains("油耗 40"))
        #expect(try await stream(message("那售后呢", "w2"), over: caller).content.contains("杭州 · 售后"))
        let quotes = try await stream(message("油耗的差评原文", "w3"), over: caller)
        #expect(quotes.content.contains("共 40 条"))
        #expect(try await stream(message("更多", "w4"), over: caller).content.contains("第 6–10 条"))
        #expect(try await stream(message("上海呢", "w5"), over: caller).content.contains("您绑定的是杭州"))
        // A repeat is the same answer, not a page further.
        #expect(try await stream(message("更多", "w4"), over: caller).content.contains("第 6–10 条"))
        program.signal(SIGKILL)
        _ = await program.end()

        let (again, newPort) = try await site.serve()
        let poll: [String: Any] = [
            "msgid": "p1", "msgtype": "stream", "from": ["userid": "d1"], "stream": ["id": quotes.id],
        ]
        let polled = try await stream(poll, over: Caller(port: newPort))
        #expect(polled == quotes)
        again.signal(SIGTERM)
        #expect(await again.end()?.status == 0)
    }
}
