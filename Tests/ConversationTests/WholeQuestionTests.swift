import EarshotTesting
import Testing

@testable import Earshot

@Suite("A question that says all by itself")
struct WholeQuestionTests {
    @Test(
        "the nation that was asked about once is not what later questions are about",
        arguments: ["油耗怎么样", "看看油耗的差评原文", "客户在说什么"])
    func afterNation(question: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("全国客户在说什么").contains("全国 · 近7天"))
        let answer = try await bot.say(question)
        #expect(answer.hasPrefix("杭州"), "\(answer)")
    }

    @Test("what refers to an answer about the nation stays with it")
    func ofNation() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("全国客户在说什么")
        #expect(try await bot.say("那油耗呢").hasPrefix("全国 · 油耗"))
    }

    @Test(
        "an aspect that shall be left out is not what is answered",
        arguments: [("不要油耗看空间", "杭州 · 空间"), ("去掉油耗", "杭州 · 近7天客户之声")])
    func without(question: String, heading: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("油耗怎么样")
        #expect(try await bot.say(question).hasPrefix(heading))
    }

    @Test("a store of a city where several or none are is asked for by its name")
    func whichStore() async throws {
        let bot = try await BotFixture()
        let known = try await bot.say("杭州店口碑", as: Fixtures.eastManager)
        #expect(known.contains("杭州的哪家门店") && known.contains("杭州西湖店"), "\(known)")
        let none = try await bot.say("上海门店口碑怎么样", as: Fixtures.eastManager)
        #expect(none.contains("上海没有登记的门店"), "\(none)")
        #expect(try await bot.say("广州店口碑", as: Fixtures.eastManager).contains("您负责的是"))
        #expect(try await bot.say("宁波店口碑").contains("您绑定的门店是杭州西湖店"))
        #expect(try await bot.say("杭州店口碑").contains("杭州西湖店口碑"))
    }

    @Test(
        "one website alone cannot be chosen, and the answer says so",
        arguments: ["小红书上怎么说", "懂车帝的差评", "抖音上客户怎么评价"])
    func site(question: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say(question).contains("不能只看某一个网站或平台"))
    }

    @Test(
        "where the figures come from is told in whatever words",
        arguments: ["你这数据哪来的", "这些数据打哪来", "你们的信息从哪儿来的"])
    func source(question: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say(question).contains("系统收录的客户声音"))
    }

    @Test(
        "three questions that can be answered are offered for what is not understood",
        arguments: ["帮我写个报告", "凌越呢", "给我讲个道理"])
    func nearest(question: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(question)
        #expect(answer.contains("1 ") && answer.contains("3 "), "\(answer)")
    }

    @Test("words of praise are offered after praise was asked for")
    func offers() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("油耗怎么样")
        let answer = try await bot.say("那好评呢")
        #expect(answer.contains("1 油耗好评原话"), "\(answer)")
    }
}
