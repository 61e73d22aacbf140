import EarshotTesting
import Testing

@testable import Earshot

@Suite("The sides of a comparison that are named")
struct OtherSidesTests {
    @Test(
        "two own series are told that they are not counted apart",
        arguments: ["X5和星驰E7比", "X5和星驰E7哪个好", "星驰X5和星驰E7对比"])
    func ownSeries(question: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(question)
        #expect(answer.contains("没有单独统计星驰X5、星驰E7，不能互相比较"), "\(answer)")
        #expect(!answer.contains("净好评"), "\(answer)")
    }

    @Test("the own brand may be named on either side", arguments: ["我们和云途比", "云途和我们比", "云途跟我们比"])
    func eitherSide(question: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(question)
        #expect(answer.contains("杭州 与 云途 对比") && answer.contains("\n杭州 净好评"), "\(answer)")
    }

    @Test("two rivals are compared with each other and the own brand, after a store as well")
    func twoRivals() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们店口碑怎么样")
        let answer = try await bot.say("云途和远岚比")
        #expect(answer.contains("杭州 与 云途、远岚 对比（含本品牌）"), "\(answer)")
    }

    @Test("a third city is named as left out")
    func thirdCity() async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say("杭州宁波广州比", as: Fixtures.headquarters)
        #expect(answer.contains("杭州 与 宁波 对比") && answer.contains("没有包括广州"), "\(answer)")
    }

    @Test(
        "another store by its short name is refused like by its whole one", arguments: ["和鄞州店比", "和宁波鄞州店比"])
    func otherStore(question: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(question)
        #expect(answer.contains("您绑定的门店是杭州西湖店，只能查看本店的口碑"), "\(answer)")
    }
}
