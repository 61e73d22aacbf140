import EarshotTesting
import Testing

@testable import Earshot

@Suite("A question about an aspect that says all by itself")
struct WholeAspectQuestionTests {
    @Test(
        "what is asked of the car after the own store is of its city",
        arguments: [("油耗怎么样", "杭州 · 油耗"), ("车机呢", "杭州 · 车机"), ("空间怎么样", "杭州 · 空间"), ("那油耗呢", "杭州 · 油耗")])
    func leavesStore(question: String, heading: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们店口碑怎么样")
        let answer = try await bot.say(question)
        #expect(answer.hasPrefix(heading), "\(answer)")
    }

    @Test("who asks of the car at the own store goes on there")
    func carAtStore() async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("我们店油耗怎么样").hasPrefix("杭州西湖店 · 油耗"))
        #expect(try await bot.say("车机呢").hasPrefix("杭州西湖店 · 车机"))
    }

    @Test("what is asked of the service stays with the store", arguments: ["售后呢", "售后怎么样", "交付怎么样"])
    func keepsStore(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们店口碑怎么样")
        #expect(try await bot.say(question).hasPrefix("杭州西湖店 · "))
    }

    @Test(
        "an aspect that nobody of a store's customers speaks of is offered of a longer time and of the city")
    func unspoken() async throws {
        let old: [UnderstoodVoice] = .several(
            30, "油耗高", city: Fixtures.hangzhou, ago: 1...40, sentiment: -0.8, "fuel")
        let bot = try await BotFixture(old)
        _ = try await bot.say("我们店口碑怎么样")
        let answer = try await bot.say("售后呢")
        #expect(answer.contains("没有客户提到售后") && answer.contains("近30天"), "\(answer)")
        #expect(!answer.contains("不足 20 条") && !answer.contains("0 条"), "\(answer)")
        #expect(answer.contains("杭州 · 售后"), "\(answer)")
        #expect(try await bot.say("杭州 · 售后").hasPrefix("杭州 · 售后"))
        let city = try await bot.say("智驾怎么样")
        #expect(city.contains("没有客户提到智驾") && !city.contains("杭州 · 智驾 2"), "\(city)")
        #expect(try await bot.say("近30天").hasPrefix("杭州 · 智驾 · 近30天"))
    }

    @Test(
        "a whole question after a rival's words is of the own brand and gets figures",
        arguments: [
            ("保养贵不贵", "杭州 · 收费争议"), ("最近三个月售后趋势", "杭州 · 售后"), ("售后怎么样", "杭州 · 售后"), ("上周油耗怎么样", "杭州 · 油耗"),
        ])
    func leavesRival(question: String, heading: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("云途的差评原话").contains("云途"))
        let answer = try await bot.say(question)
        #expect(answer.hasPrefix(heading) && !answer.contains("原话 · "), "\(answer)")
    }

    @Test("words that only refer to what was asked stay with a rival's words", arguments: ["那售后呢", "上周呢"])
    func keepsRival(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("云途的差评原话")
        let answer = try await bot.say(question)
        #expect(answer.contains("云途") && answer.contains("差评原话"), "\(answer)")
    }

    @Test(
        "a superlative over aspects is of all of them", arguments: ["近7天 抱怨最多的三个", "抱怨最多的是什么", "夸得最多的三个方面"])
    func most(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("油耗怎么样")
        #expect(try await bot.say(question).hasPrefix("杭州 · 近7天客户之声"))
    }

    @Test("the line why there is no share stands where too few take a side")
    func undecided() async throws {
        let voices: [UnderstoodVoice] =
            .several(16, "油耗还行", city: Fixtures.hangzhou, ago: 1...7, sentiment: 0, "fuel")
            + .several(8, "油耗太高", city: Fixtures.hangzhou, ago: 1...7, sentiment: -0.8, "fuel")
        let answer = try await BotFixture(voices).say("油耗怎么样")
        #expect(answer.contains("提到 24 条") && answer.contains("表态的声音不足 20 条"), "\(answer)")
    }
}
