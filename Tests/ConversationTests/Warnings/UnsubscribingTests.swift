import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Which subscription begins and which ends")
struct UnsubscribingTests {
    private let person = Fixtures.headquarters

    private func subscribed(_ wishes: [String]) async throws -> WarningHouse {
        let house = try await WarningHouse()
        for wish in wishes { _ = try await house.say(wish, as: person) }
        return house
    }

    private func kept(_ house: WarningHouse) async throws -> [String] {
        try await house.bot.subscriptions(of: person.id, regions: Fixtures.regions).map {
            "\($0.place)\($0.aspect?.name ?? "")"
        }
    }

    @Test("of several, 退订 alone ends none before one was chosen", arguments: ["退订", "退订预警"])
    func asks(text: String) async throws {
        let house = try await subscribed(["订阅杭州预警", "订阅杭州油耗预警", "订阅华南预警"])
        let asked = try await house.say(text, as: person)
        #expect(asked.contains("要退订哪一项？") && asked.contains("退订全部"), "\(asked)")
        #expect(try await kept(house).count == 3)
        let ended = try await house.say("1", as: person)
        #expect(ended.contains("已退订"), "\(ended)")
        #expect(try await kept(house).count == 2)
    }

    @Test("all end where that is said or chosen")
    func all() async throws {
        let house = try await subscribed(["订阅杭州预警", "订阅华南预警"])
        _ = try await house.say("退订", as: person)
        let ended = try await house.say("3", as: person)
        #expect(ended.contains("杭州预警") && ended.contains("华南预警"), "\(ended)")
        #expect(try await kept(house).isEmpty)
        _ = try await house.say("订阅杭州预警", as: person)
        _ = try await house.say("订阅华南预警", as: person)
        _ = try await house.say("退订全部", as: person)
        #expect(try await kept(house).isEmpty)
    }

    @Test("the only one is ended at once")
    func only() async throws {
        let house = try await subscribed(["订阅杭州预警"])
        let ended = try await house.say("退订", as: person)
        #expect(ended.contains("已退订杭州预警"), "\(ended)")
    }

    @Test(
        "nothing ends by a denial, a question, a condition or a name that is not known",
        arguments: ["先别退订", "怎么退订", "退订吗", "如果没用就退订", "退订火星预警", "退订杭州西湖店预警"])
    func guarded(text: String) async throws {
        let house = try await subscribed(["订阅杭州预警", "订阅华南预警"])
        _ = try await house.say(text, as: person)
        #expect(try await kept(house).count == 2)
    }

    @Test("both places and both aspects are taken, up to the most that one person has")
    func several() async throws {
        let house = try await subscribed(["订阅杭州和宁波预警"])
        #expect(try await kept(house).count == 2)
        let answer = try await house.say("订阅刹车和油耗预警", as: person)
        #expect(answer.contains("全国刹车预警") && answer.contains("全国油耗预警"), "\(answer)")
        #expect(try await kept(house).count == 4)
        for city in Gazetteer.china.cities.filter({ !["杭州", "宁波"].contains($0.name) }).prefix(15) {
            _ = try await house.say("订阅\(city.name)预警", as: person)
        }
        #expect(try await kept(house).count == 19)
        let full = try await house.say("订阅外观和内饰预警", as: person)
        #expect(full.contains("最多可以订阅 20 项"), "\(full)")
        #expect(try await kept(house).count == 20)
    }

    @Test("what cannot be subscribed to does not silently mean the own city")
    func unclear() async throws {
        let house = try await WarningHouse()
        let dealer = Fixtures.westLakeDealer
        for (text, words) in [
            ("订阅全国预警", "全国的预警由总部订阅"), ("订阅火星预警", "没认出「火星」"), ("订阅宁波鄞州店预警", "杭州西湖店"),
        ] {
            let answer = try await house.say(text, as: dealer)
            #expect(answer.contains(words), "\(text): \(answer)")
        }
        #expect(try await house.bot.subscriptions(of: dealer.id, regions: Fixtures.regions).isEmpty)
    }

    @Test("dangers are counted beside the aspect that is wished for")
    func dangers() async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await house.open(
            .danger(
                WarningSubject.LocalDanger(key: "brakes", title: "刹车失灵", place: .city(Fixtures.hangzhou))),
            number: 13)
        let answer = try await house.say("订阅华东油耗预警", as: person)
        #expect(answer.contains("这样的预警有 1 条，最近一条是 A12"), "\(answer)")
        #expect(answer.contains("另有 1 条"), "\(answer)")
    }
}
