import EarshotTesting
import Testing

@testable import Earshot

/// It is Saturday, 2026-11-21.
@Suite("What an answer calls the time it is about")
struct PeriodNameTests {
    @Test(
        "a time is called as people call it",
        arguments: [
            ("前天", "前天客户之声"), ("11月3日", "11月3日客户之声"), ("10月", "10月客户之声"), ("去年10月", "2025年10月客户之声"),
            ("三季度", "第3季度客户之声"), ("去年三季度", "2025年第3季度客户之声"), ("上半年", "上半年客户之声"),
            ("今年", "今年客户之声"), ("去年", "去年客户之声"), ("9月到10月", "9–10月客户之声"),
            ("11月3日到5日", "3天客户之声"),
        ])
    func name(text: String, heading: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(text)
        #expect(answer.contains("杭州 · " + heading), "\(answer)")
    }

    @Test(
        "a year that has begun is this year from its first month on",
        arguments: [
            ("2026-01-01..2026-02-14", "2026-02-14", "thisYear"),
            ("2026-01-01..2026-03-31", "2026-03-31", "thisYear"),
            ("2026-01-01..2026-01-20", "2026-01-20", "thisYear"),
            ("2026-01-01..2026-01-20", "2026-01-21", "thisYear"),
            ("2026-04-01..2026-05-03", "2026-05-03", "thisQuarter"),
        ])
    func year(days: String, today: String, name: String) throws {
        let period = try #require(Period(name: days))
        #expect(period.words(today: try #require(Day(today))) == Phrase.period.with([name: true]))
    }

    @Test(
        "a year, a quarter and a month that are not over end yesterday and are compared",
        arguments: ["今年", "本季度", "下半年"])
    func untilYesterday(text: String) async throws {
        let bot = try await BotFixture(
            .several(900, "空间大", city: Fixtures.hangzhou, ago: 1...900, sentiment: 0.8, "space"))
        let answer = try await bot.say(text)
        #expect(answer.contains("–11/20") && answer.contains("较"), "\(answer)")
        #expect(!answer.contains("今天尚未结束"), "\(answer)")
    }

    @Test("a quarter is the same days by its name and by its dates")
    func sameDays() async throws {
        let bot = try await BotFixture()
        let named = try await bot.say("本季度")
        #expect(try await bot.say("10月1日到11月20日") == named)
    }

    @Test("January is called so on the day after it")
    func january() throws {
        let period = try #require(Period(name: "2026-01-01..2026-01-31"))
        let words = period.words(today: try #require(Day("2026-02-01")))
        #expect(words == Phrase.period.with(["month": "1", "year": false]))
    }

    @Test("a quarter is compared with days that are named by their dates")
    func quarter() async throws {
        let bot = try await BotFixture(
            .several(200, "空间大", city: Fixtures.hangzhou, ago: 50...300, sentiment: 0.8, "space"))
        let answer = try await bot.say("三季度")
        #expect(answer.contains("较03/31–06/30"), "\(answer)")
    }

    @Test("one day is compared with the day before")
    func dayBefore() async throws {
        let bot = try await BotFixture(
            .several(30, "油耗高", city: Fixtures.hangzhou, ago: 2...2, sentiment: -0.8, "fuel")
                + .several(60, "空间大", city: Fixtures.hangzhou, ago: 3...3, sentiment: 0.8, "space")
                + .several(30, "空间真大", city: Fixtures.hangzhou, ago: 9...9, sentiment: 0.8, "space"))
        let answer = try await bot.say("前天")
        #expect(answer.contains("较前一天 -50%"), "\(answer)")
    }

    @Test("voices that begin within the time before are incomplete, not absent")
    func incomplete() async throws {
        let bot = try await BotFixture(
            .several(30, "油耗高", city: Fixtures.hangzhou, ago: 1...10, sentiment: -0.8, "fuel"))
        let answer = try await bot.say("本地客户在说什么")
        #expect(answer.contains("之前的数据不全") && !answer.contains("没有更早的数据"), "\(answer)")
        #expect(try await bot.say("近14天").contains("没有更早的数据"))
    }
}
