import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Every number opens its voices")
struct QuotePagesTests {
    @Test("更多 goes on to the last of all that match, newest first, each once")
    func toTheEnd() async throws {
        let bot = try await BotFixture(
            .several(229, "油耗高", city: Fixtures.hangzhou, ago: 1...7, sentiment: -0.8, "fuel")
                + .several(9, "油耗低", city: Fixtures.hangzhou, ago: 1...7, sentiment: 0.8, "fuel"))
        var answer = try await bot.say("油耗差评原话")
        #expect(answer.contains("第 1–5 条，共 229 条，新的在前"), "\(answer)")
        var quotes: [Substring] = []
        for _ in 0..<60 {
            let shown = answer.split(separator: "\n").filter { $0.hasPrefix("「") }
            quotes += shown
            guard answer.contains("回复「更多」") else { break }
            answer = try await bot.say("更多")
        }
        #expect(quotes.count == 229 && Set(quotes).count == 229)
        #expect(answer.contains("第 226–229 条，共 229 条"), "\(answer)")
        #expect(try await bot.say("更多").contains("没有更多了"))
    }

    @Test("pages do not shift while new voices arrive")
    func arrivals() async throws {
        let bot = try await BotFixture(
            .several(12, "油耗高", city: Fixtures.hangzhou, ago: 1...7, sentiment: -0.8, "fuel"))
        let first = try await bot.say("油耗差评原话")
        _ = try await bot.voices.add(
            .several(3, "新的油耗高", city: Fixtures.hangzhou, ago: 1...1, sentiment: -0.8, "fuel"))
        let second = try await bot.say("更多")
        #expect(second.contains("第 6–10 条") && !second.contains("新的油耗"), "\(second)")
        let shown = { (text: String) in Set(text.split(separator: "\n").filter { $0.hasPrefix("「") }) }
        #expect(shown(first).isDisjoint(with: shown(second)))
    }

    @Test("a store's counts say whether they are of voices or of what these mention")
    func labels() async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say("我们店口碑怎么样")
        #expect(answer.contains("整体好评 0 · 整体抱怨 25"), "\(answer)")
        #expect(answer.contains("抱怨最多（提及数） 售后等待 25"), "\(answer)")
    }
}
