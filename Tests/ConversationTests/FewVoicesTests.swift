import EarshotTesting
import Testing

@testable import Earshot

/// It is Saturday, 2026-11-21.
@Suite("Where there are few voices")
struct FewVoicesTests {
    /// 18 of the own store in the last seven days, 22 in the seven before.
    private static let voices: [UnderstoodVoice] =
        .several(
            18, "保养等太久", city: Fixtures.hangzhou, ago: 1...7, sentiment: -0.8, "after_sales.waiting",
            dealer: Fixtures.westLakeStore.id)
        + .several(
            22, "保养等了很久", city: Fixtures.hangzhou, ago: 8...14, sentiment: -0.8, "after_sales.waiting",
            dealer: Fixtures.westLakeStore.id)

    @Test(
        "below the minimum no percentage stands beside the note that there are none",
        arguments: ["我们店口碑怎么样", "售后怎么样"])
    func noPercentages(question: String) async throws {
        let bot = try await BotFixture(Self.voices)
        let answer = try await bot.say(question)
        #expect(answer.contains("不足 20 条") && !answer.contains("%"), "\(answer)")
    }

    @Test(
        "below the minimum a comparison says nothing of how the volume moved", arguments: ["我们店跟上周比", "和上周比"])
    func noChange(question: String) async throws {
        let bot = try await BotFixture(Self.voices)
        let answer = try await bot.say(question)
        #expect(answer.contains("不足 20 条") && !answer.contains("声量变化"), "\(answer)")
    }

    @Test("today is compared with no other time", arguments: ["今天和昨天比", "今天跟上周比"])
    func today(question: String) async throws {
        let all: [UnderstoodVoice] =
            .several(60, "油耗高", city: Fixtures.hangzhou, ago: 0...1, sentiment: -0.8, "fuel")
            + .several(60, "油耗低", city: Fixtures.hangzhou, ago: 2...14, sentiment: 0.8, "fuel")
        let bot = try await BotFixture(all)
        let answer = try await bot.say(question)
        #expect(answer.contains("今天尚未结束"), "\(answer)")
        #expect(!answer.contains("差距") && !answer.contains("领先方面") && !answer.contains("落后方面"), "\(answer)")
    }

    @Test(
        "更多 goes on after an answer that showed only some of the words",
        arguments: ["我们店的差评", "我们城市的客户最近在说什么", "售后怎么样"])
    func more(question: String) async throws {
        let bot = try await BotFixture(Self.voices)
        _ = try await bot.say(question)
        let answer = try await bot.say("更多")
        #expect(answer.contains("第 1–5 条，共 18 条"), "\(answer)")
        #expect(try await bot.say("更多").contains("第 6–10 条，共 18 条"))
    }
}
