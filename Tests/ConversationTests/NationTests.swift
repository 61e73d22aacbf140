import EarshotTesting
import Testing

@testable import Earshot

@Suite("The whole country, and times that are too short")
struct NationTests {
    private let headquarters = Fixtures.headquarters

    @Test("the nation is not compared with itself: neither offered nor answered")
    func itself() async throws {
        let bot = try await BotFixture()
        let overview = try await bot.say("全国客户最近在说什么", as: headquarters)
        #expect(overview.contains("全国 · 近7天") && overview.contains("和之前比"), "\(overview)")
        #expect(!overview.contains("和全国比"))
        for question in ["和全国比", "2"] {
            let answer = try await bot.say(question, as: headquarters)
            #expect(answer.contains("全国 与 前7天 对比"), "\(answer)")
            _ = try await bot.say("全国客户最近在说什么", as: headquarters)
        }
        #expect(try await bot.say("和全国比", as: headquarters).contains("看的就是全国"))
    }

    @Test("全国 ends a place that was talked about")
    func resets() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("杭州客户在说什么", as: headquarters)
        #expect(try await bot.say("全国客户最近在说什么", as: headquarters).contains("全国 · 近7天"))
        _ = try await bot.say("杭州客户在说什么", as: headquarters)
        let quotes = try await bot.say("全国油耗差评原话", as: headquarters)
        #expect(quotes.contains("全国 · 油耗 · 差评原话"), "\(quotes)")
        _ = try await bot.say("杭州客户在说什么", as: headquarters)
        #expect(try await bot.say("和全国比", as: headquarters).contains("杭州 与 全国 对比"))
    }

    @Test(
        "dealers and managers are told the nation's figures and none of its words",
        arguments: [Fixtures.westLakeDealer, Fixtures.eastManager])
    func figures(person: Person) async throws {
        let bot = try await BotFixture()
        for question in ["全国油耗怎么样", "全国净好评多少", "全国客户在说什么"] {
            let answer = try await bot.say(question, as: person)
            #expect(answer.contains("全国 ") && !answer.contains("位车主"), "\(question): \(answer)")
            #expect(!answer.contains("原话"), "\(question): \(answer)")
        }
        let refused = try await bot.say("全国油耗差评原文", as: person)
        #expect(refused.contains("全国只能看平均数据"), "\(refused)")
        #expect(try await bot.say("那售后呢", as: person).contains("全国 · 售后"))
    }

    @Test("too few voices lead to longer times, then to the nation, and then to nothing")
    func longer() async throws {
        let sparse = try await BotFixture(
            [UnderstoodVoice].several(5, "油耗", city: Fixtures.hangzhou, ago: 1...5, sentiment: -0.8, "fuel")
                + .several(200, "空间", city: Fixtures.ningbo, ago: 1...200, sentiment: 0.8, "space"))
        #expect(try await sparse.say("客户在说什么").contains("1 近30天"))
        #expect(try await sparse.say("1").contains("1 近90天"))
        #expect(try await sparse.say("1").contains("1 近366天"))
        let last = try await sparse.say("1")
        #expect(last.contains("没有更长的时间可看了") && last.contains("1 全国客户之声"), "\(last)")
        #expect(try await sparse.say("1").contains("全国 · 近366天"))
        let headquarters = try await sparse.say("全国今天的客户之声", as: headquarters)
        #expect(headquarters.contains("没有客户声音") && headquarters.contains("近7天"), "\(headquarters)")
    }
}
