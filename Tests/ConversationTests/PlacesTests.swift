import EarshotTesting
import Testing

@testable import Earshot

@Suite("Cities, regions, provinces and stores that a question names")
struct PlacesTests {
    private let headquarters = Fixtures.headquarters
    private let manager = Fixtures.eastManager

    @Test(
        "after a store a city alone leads to that city",
        arguments: [("苏州", "苏州 · 近7天"), ("杭州昨天", "杭州 · 昨天"), ("宁波油耗", "宁波 · 油耗")])
    func cityAfterStore(question: String, heading: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("杭州西湖店口碑怎么样", as: headquarters)
        let answer = try await bot.say(question, as: headquarters)
        #expect(answer.contains(heading), "\(answer)")
    }

    @Test("quotes and aspects of a store are the store's")
    func stores() async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("看看我们店的差评原话").contains("杭州西湖店 · 差评原话"))
        #expect(try await bot.say("我们店配件").contains("杭州西湖店 · 配件缺货"))
        #expect(try await bot.say("杭州西湖店差评原话", as: headquarters).contains("杭州西湖店 · 差评原话"))
    }

    @Test(
        "two regions, two stores, and a city beside a region",
        arguments: [
            ("华东和华南比", "华东 与 华南 对比"), ("杭州西湖店和宁波鄞州店比", "杭州西湖店 与 宁波鄞州店 对比"),
            ("杭州和华南比", "杭州 与 华南 对比"), ("浙江和广东比", "浙江 与 广东 对比"), ("华东和华南的油耗比一比", "华东 与 华南 对比 · 油耗"),
        ])
    func comparisons(question: String, heading: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(question, as: headquarters)
        #expect(answer.contains(heading), "\(answer)")
    }

    @Test(
        "what lies outside of the own scope is no other side",
        arguments: ["华东和华南比", "杭州和华南比", "浙江和广东比", "华南和华东比"])
    func otherSideRefused(question: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say(question, as: manager).contains("您负责的是华东"))
        #expect(try await bot.say(question).contains("您绑定的是杭州"))
    }

    @Test("a province without cities in the table is told to be none, or refused like any other")
    func provinceWithoutCities() async throws {
        #expect(Gazetteer.china.cities(ofProvince: "台湾").isEmpty)
        let bot = try await BotFixture()
        for question in ["台湾客户在说什么", "台湾省的油耗怎么样", "台湾的差评原话", "杭州和台湾比"] {
            let answer = try await bot.say(question, as: headquarters)
            #expect(answer.contains("没有名为「台湾」的区域"), "\(answer)")
            #expect(try await bot.say(question, as: manager).contains("您负责的是华东"))
            #expect(try await bot.say(question).contains("您绑定的是杭州"))
        }
    }

    @Test("the other side alone is compared with what was talked about")
    func otherSideAlone() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("华东客户在说什么", as: headquarters)
        #expect(try await bot.say("和华南比", as: headquarters).contains("华东 与 华南 对比"))
        _ = try await bot.say("杭州西湖店口碑怎么样", as: headquarters)
        let stores = try await bot.say("和宁波鄞州店比", as: headquarters)
        #expect(stores.contains("杭州西湖店 与 宁波鄞州店 对比"), "\(stores)")
        _ = try await bot.say("我们店口碑怎么样")
        #expect(try await bot.say("和宁波鄞州店比").contains("您绑定的门店是杭州西湖店"))
    }

    @Test("a province is its cities, as far as they are in scope")
    func provinces() async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("浙江客户在说什么", as: headquarters).contains("浙江 · 近7天"))
        #expect(try await bot.say("浙江省售后", as: headquarters).contains("浙江 · 售后"))
        let own = try await bot.say("浙江客户在说什么", as: manager)
        #expect(own.contains("浙江（华东辖区） · 近7天") && own.contains("声量 145"), "\(own)")
        #expect(try await bot.say("广东", as: manager).contains("您负责的是华东"))
        for question in ["浙江客户在说什么", "浙江省售后", "广东油耗原话"] {
            #expect(try await bot.say(question).contains("您绑定的是杭州"), "\(question)")
        }
        #expect(try await bot.say("吉林的客户在说什么", as: headquarters).contains("吉林 · "))
    }

    @Test("a city with those next to it is its cities, as far as they are in scope")
    func surroundings() async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("杭州一带的客户在说什么", as: headquarters).contains("杭州一带 · 近7天"))
        #expect(try await bot.say("售后呢", as: headquarters).contains("杭州一带 · 售后"))
        let own = try await bot.say("杭州周边客户在说什么", as: manager)
        #expect(own.contains("杭州一带（华东辖区） · 近7天"), "\(own)")
        let sides = try await bot.say("杭州一带和广州一带比", as: headquarters)
        #expect(sides.contains("杭州一带 与 广州一带 对比"), "\(sides)")
        let beside = try await bot.say("宁波和杭州一带比", as: headquarters)
        #expect(beside.contains("宁波 与 杭州一带 对比"), "\(beside)")
        #expect(try await bot.say("广州一带", as: manager).contains("您负责的是华东"))
        for question in ["杭州一带客户在说什么", "南京及周边城市售后", "广州周边油耗原话"] {
            #expect(try await bot.say(question).contains("您绑定的是杭州"), "\(question)")
        }
    }

    @Test("a place and an aspect after a comparison are asked about by themselves")
    func afterComparison() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("华东和广州比", as: headquarters)
        let answer = try await bot.say("广州售后", as: headquarters)
        #expect(answer.contains("广州 · 售后") && !answer.contains("对比"), "\(answer)")
    }

    @Test("a large city in Latin letters is that city", arguments: ["Beijing", "Shanghai怎么样", "xi'an客户在说什么"])
    func latin(question: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(question)
        #expect(answer.contains("您绑定的是杭州，只能查看杭州和全国平均"), "\(answer)")
    }
}
