import EarshotTesting
import Testing

@testable import Earshot

@Suite("What is asked after a comparison")
struct AfterComparisonTests {
    @Test(
        "a time or a place alone is asked of what stood first",
        arguments: [
            ("和全国比", "上周", "杭州 · 上周客户之声"), ("跟上个月比", "昨天", "杭州 · 昨天客户之声"),
            ("油耗和全国比", "上周", "杭州 · 油耗 · 上周"), ("和云途L7比", "近14天", "杭州 · 近14天客户之声"),
        ])
    func time(comparison: String, next: String, heading: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say(comparison).contains("对比"))
        let answer = try await bot.say(next)
        #expect(answer.contains(heading) && !answer.contains("对比"), "\(answer)")
    }

    @Test("a place alone is asked about", arguments: [("浙江呢", "浙江"), ("内蒙古", "内蒙古"), ("宁波", "宁波")])
    func place(next: String, name: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("杭州和全国比", as: Fixtures.headquarters).contains("对比"))
        let answer = try await bot.say(next, as: Fixtures.headquarters)
        #expect(answer.contains("\(name) · 近7天客户之声") && !answer.contains("对比"), "\(answer)")
    }

    @Test("a complete question carries no rival over")
    func complete() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("云途L7怎么样", as: Fixtures.headquarters)
        let answer = try await bot.say("杭州 近30天 油耗 原话", as: Fixtures.headquarters)
        #expect(answer.contains("杭州 · 油耗") && !answer.contains("云途"), "\(answer)")
    }
}
