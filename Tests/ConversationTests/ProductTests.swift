import EarshotTesting
import Testing

@testable import Earshot

@Suite("Makers and series that a question names")
struct ProductTests {
    @Test(
        "an own series is answered by aspect for the brand, and the answer says so",
        arguments: ["X5的油耗", "星驰E7油耗客户怎么说", "X5油耗的原话"])
    func ownSeries(question: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(question)
        #expect(answer.contains("数据按品牌整体统计，没有单独统计星驰"), "\(answer)")
        #expect(answer.contains("杭州"))
    }

    @Test(
        "an own series as a whole is answered from its own figures beside the brand's, and its words follow")
    func ownSeriesAsAWhole() async throws {
        let voices = BotFixture.week.map { voice in
            var voice = voice
            if voice.subject == .own, voice.voice.text.hasPrefix("空间真大") { voice.ownSeries = "星驰X5" }
            return voice
        }
        let bot = try await BotFixture(voices)
        for question in ["X5怎么样", "杭州X5怎么样", "星驰X5客户怎么说"] {
            let answer = try await bot.say(question)
            #expect(answer.contains("杭州 · 星驰X5 · 近7天"), "\(answer)")
            #expect(answer.contains("提到 30 条") && answer.contains("净好评 100%（本品牌 "), "\(answer)")
            #expect(!answer.contains("没有单独统计"), "\(answer)")
        }
        let words = try await bot.say("原话").split(separator: "\n").filter { $0.hasPrefix("「") }
        #expect(words.count == 5 && words.allSatisfy { $0.contains("空间真大") })
        #expect(try await bot.say("X5怎么样", as: Fixtures.administrator).contains("杭州 · 星驰X5") == false)
        #expect(try await bot.say("宁波X5怎么样").contains("您绑定的是杭州"))
    }

    @Test("a rival is answered from the rival's figures and words")
    func rival() async throws {
        let bot = try await BotFixture()
        let overview = try await bot.say("云途L7怎么样")
        #expect(overview.contains("杭州 · 云途L7 · 近7天") && overview.contains("提到 36 条"), "\(overview)")
        let aspect = try await bot.say("云途L7的续航怎么样")
        #expect(aspect.contains("杭州 · 云途L7 · 续航充电") && aspect.contains("好评 36"), "\(aspect)")
        let quotes = try await bot.say("云途L7的续航原话")
        #expect(quotes.contains("杭州 · 云途L7 · 续航充电"), "\(quotes)")
        let words = quotes.split(separator: "\n").filter { $0.hasPrefix("「") }
        #expect(words.count == 5 && words.allSatisfy { $0.contains("云途") }, "\(quotes)")
        #expect(try await bot.say("和云途L7比").contains("杭州 与 云途L7 对比"))
        #expect(try await bot.say("云途怎么样").contains("云途L7：声量 36"))
        #expect(try await bot.say("油耗怎么样").contains("杭州 · 油耗"))
    }

    @Test("a rival named after another comparison takes the place of what it was with")
    func afterComparison() async throws {
        let bot = try await BotFixture()
        for question in ["和全国比", "跟上个月比一下"] {
            _ = try await bot.say(question)
            let answer = try await bot.say("和云途L7比")
            #expect(answer.contains("杭州 与 云途L7 对比"), "\(answer)")
        }
    }

    @Test(
        "the own brand stands beside every rival that is named, also a maker as a whole",
        arguments: [
            ("跟远岚比", "杭州 与 远岚 对比"), ("星驰和远岚比", "杭州 与 远岚 对比"), ("云途和远岚哪个差评多", "杭州 与 云途、远岚 对比"),
            ("和云途L7、远岚M6比", "杭州 与 云途L7、远岚M6 对比"), ("云途L7和远岚的口碑怎么样", "杭州 与 云途L7、远岚 对比"),
            ("和云途L7、远岚M6、曜景比", "杭州 与 云途L7、远岚M6、曜景 对比"),
        ])
    func several(question: String, heading: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(question)
        #expect(answer.contains(heading) && answer.contains("\n杭州 净好评"), "\(answer)")
        #expect(!answer.contains("没有包括"), "\(answer)")
    }

    @Test("a time beside a rival is the time of both", arguments: ["上周", "昨天"])
    func timeOfRivals(period: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say("\(period)和云途L7比")
        #expect(answer.contains("杭州 与 云途L7 对比 · \(period)"), "\(answer)")
    }

    @Test("a maker's figures are those of all its series")
    func maker() async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say("跟云途比")
        #expect(answer.contains("云途 净好评 100% · 声量 36 · 好评 36 · 抱怨 0"), "\(answer)")
        #expect(try await bot.say("云途续航怎么样").contains("杭州 · 云途 · 续航充电"))
    }

    @Test("rivals that are not in the answer are named in it")
    func leftOut() async throws {
        let bot = try await BotFixture()
        let four = try await bot.say("和云途L7、远岚M6、曜景、沐野比")
        #expect(four.contains("杭州 与 云途L7、远岚M6、曜景 对比") && four.contains("没有包括沐野"), "\(four)")
        let quotes = try await bot.say("云途L7和远岚的差评原话")
        #expect(quotes.contains("杭州 · 云途L7") && quotes.contains("没有包括远岚"), "\(quotes)")
    }

    @Test("another city named after a rival nobody mentions is compared with, or refused")
    func cityAfterMaker() async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("远岚怎么样").contains("没有客户提到远岚"))
        #expect(try await bot.say("跟上海比").contains("您绑定的是杭州"))
        _ = try await bot.say("远岚怎么样", as: Fixtures.eastManager)
        let answer = try await bot.say("跟宁波比", as: Fixtures.eastManager)
        #expect(answer.contains("远岚 与 宁波 对比"), "\(answer)")
    }

    @Test("原话 after an answer about a rival is the rival's", arguments: ["云途L7怎么样", "云途怎么样", "云途L7的续航怎么样"])
    func quotesOfRival(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say(question)
        let quotes = try await bot.say("原话")
        let words = quotes.split(separator: "\n").filter { $0.hasPrefix("「") }
        #expect(words.count == 5 && words.allSatisfy { $0.contains("云途") }, "\(quotes)")
    }

    @Test(
        "a comparison of an own series with a rival says that it is of the brand, an answer about rivals does not"
    )
    func noteOfSeries() async throws {
        let bot = try await BotFixture()
        let note = "没有单独统计星驰X5"
        let own = try await bot.say("X5和全国比")
        #expect(own.contains("星驰X5") && !own.contains(note), "\(own)")
        #expect(try await bot.say("X5和云途L7比").contains(note))
        _ = try await bot.say("X5客户怎么说")
        #expect(try await bot.say("和云途L7比").contains(note))
        _ = try await bot.say("X5客户怎么说")
        #expect(try await !bot.say("竞品动向").contains(note))
        #expect(try await !bot.say("X5的竞品动向").contains(note))
    }

    @Test("a rival in another place is refused like that place", arguments: ["宁波的云途L7怎么样", "广州云途L7续航原话"])
    func elsewhere(question: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say(question).contains("您绑定的是杭州"))
        #expect(try await bot.say("全国云途L7原话").contains("全国只能看平均数据"))
    }

    @Test("words of everyday speech are no makers")
    func everyday() {
        let catalogue = ProductCatalogue(brands: [
            .init(name: "理想", aliases: ["理想汽车"], series: [.init(name: "L7"), .init(name: "A3")], bare: false)
        ])
        let names = Set(catalogue.spokenNames.map(\.name))
        #expect(names == ["理想汽车", "L7", "理想L7", "理想汽车L7", "理想A3", "理想汽车A3"])
    }

    @Test("a product that nobody speaks of is not what a time alone is asked about")
    func notSpokenOf() async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("远岚M6").contains("没有客户提到远岚M6"))
        let answer = try await bot.say("近14天")
        #expect(answer.contains("杭州 · 近14天客户之声"), "\(answer)")
        #expect(try await bot.say("云途L7").contains("杭州 · 云途L7"))
        #expect(try await bot.say("近14天").contains("杭州 · 云途L7 · 近14天"))
    }

    @Test("the site's own names win over the same names of the lexicon")
    func ownNames() {
        let general = ProductCatalogue(brands: [
            .init(name: "哈弗", series: [.init(name: "M6"), .init(name: "H6")])
        ])
        let own = ProductCatalogue(brands: [.init(name: "远岚", series: [.init(name: "远岚M6", aliases: ["M6"])])]
        )
        let merged = general.merging(own)
        let series = merged.brands.flatMap(\.series)
        #expect(merged.brands.map(\.name) == ["哈弗", "远岚"])
        #expect(series.map(\.bare) == [false, true, true])
        #expect(series.map(\.aliases) == [[], [], ["M6"]])
    }
}
