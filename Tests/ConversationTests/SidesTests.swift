import EarshotTesting
import Testing

@testable import Earshot

@Suite("Which two sides are compared")
struct SidesTests {
    @Test(
        "a comparison that names both places is one whatever was answered before",
        arguments: ["杭州宁波对比", "杭州、宁波对比一下", "杭州 宁波 vs", "杭州宁波油耗对比", "浙江广东对比"])
    func bothNamed(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("广州客户在说什么", as: Fixtures.headquarters)
        let answer = try await bot.say(question, as: Fixtures.headquarters)
        let heading = question.contains("浙江") ? "浙江 与 广东 对比" : "杭州 与 宁波 对比"
        #expect(answer.contains(heading), "\(answer)")
    }

    @Test(
        "places that have no side are named as left out",
        arguments: [("浙江、广东、江苏对比", "没有包括江苏"), ("杭州、宁波和全国比", "没有包括宁波"), ("和宁波、广州比", "没有包括广州")])
    func leftOut(question: String, note: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("杭州客户在说什么", as: Fixtures.headquarters)
        let answer = try await bot.say(question, as: Fixtures.headquarters)
        #expect(answer.contains(note), "\(answer)")
        if question.hasPrefix("和") { #expect(answer.contains("杭州 与 宁波 对比"), "\(answer)") }
    }

    @Test("the nation and one place are these two sides, whatever was compared before")
    func nation() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("华东和华南对比", as: Fixtures.headquarters)
        let answer = try await bot.say("全国和杭州比", as: Fixtures.headquarters)
        #expect(answer.contains("杭州 与 全国 对比"), "\(answer)")
        let cities = try await bot.say("华东各城市对比", as: Fixtures.headquarters)
        #expect(cities.contains("各城市") && cities.contains("好的在前"), "\(cities)")
    }

    @Test(
        "a time that is asked about already is compared with the one before",
        arguments: ["和上周比", "那动力呢 和上周比"])
    func sameTime(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("上周的油耗")
        let answer = try await bot.say(question)
        #expect(answer.contains("与 前7天 对比"), "\(answer)")
    }

    @Test("a place is not compared with itself", arguments: ["和杭州比", "杭州和杭州比"])
    func samePlace(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("本地客户在说什么")
        #expect(try await bot.say(question).contains("两边都是杭州"))
        _ = try await bot.say("我们店口碑怎么样")
        let store = try await bot.say("和杭州比")
        #expect(store.contains("杭州西湖店 与 杭州 对比"), "\(store)")
    }

    @Test(
        "a store stands beside its city in its manager's words",
        arguments: ["和本市比", "跟全市平均比呢", "和城市平均比", "我们店和本地平均水平比"])
    func ownCity(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们店口碑怎么样")
        let answer = try await bot.say(question)
        #expect(answer.contains("杭州西湖店 与 杭州 对比"), "\(answer)")
    }

    @Test("another store is refused in whatever words", arguments: ["比鄞州店怎么样", "比鄞州店好吗", "跟鄞州店的口碑"])
    func otherStore(question: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say(question).contains("您绑定的门店是杭州西湖店，只能查看本店的口碑"))
    }
}
