import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Subscribing to warnings in the chat")
struct WarningSubscriptionTests {
    @Test("headquarters subscribes to a place and an aspect, reads what there was, and is told so once")
    func subscribes() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let answer = try await house.say("订阅杭州油耗预警", as: Fixtures.headquarters)
        #expect(answer.contains("已订阅杭州油耗预警。一有预警就告诉您，夜间的到早上再发。"), "\(answer)")
        #expect(answer.contains("过去 30 天 这样的预警有 1 条，最近一条是 A12 杭州 · 油耗抱怨偏多"), "\(answer)")
        WarningHouse.checkWriting(answer)
        let again = try await house.say("订阅杭州油耗预警", as: Fixtures.headquarters)
        #expect(again.contains("您已经订阅了杭州油耗预警。"), "\(again)")
        let kept = try await house.bot.subscriptions(regions: Fixtures.regions)
        #expect(kept.map(\.person) == [Fixtures.headquarters.id])
        #expect(kept.first?.place == .city(Fixtures.hangzhou) && kept.first?.aspect == Aspect("fuel"))
        let list = try await house.say("我的订阅", as: Fixtures.headquarters)
        #expect(list.contains("\n杭州油耗预警\n"), "\(list)")
        WarningHouse.checkWriting(list)
    }

    @Test("a manager need not subscribe to the own region, and may not to another")
    func managers() async throws {
        let house = try await WarningHouse()
        let own = try await house.say("订阅预警")
        #expect(own.contains("您负责华东，这里的预警不用订阅就会发给您。"), "\(own)")
        let other = try await house.say("订阅广州预警")
        #expect(!other.contains("已订阅"), "\(other)")
        #expect(try await house.bot.subscriptions(regions: Fixtures.regions).isEmpty)
    }

    @Test("a dealer subscribes to the own city, is told when the line to take comes, and reaches no other")
    func dealers() async throws {
        let house = try await WarningHouse()
        let dealer = Fixtures.westLakeDealer
        let answer = try await house.say("订阅预警", as: dealer)
        #expect(answer.contains("已订阅杭州预警。区域经理通报后，口径会发给您；预警结束时也会告诉您。"), "\(answer)")
        #expect(answer.contains("过去 30 天 没有这样的预警"), "\(answer)")
        let other = try await house.say("订阅上海预警", as: dealer)
        #expect(other.contains("只能查看杭州"), "\(other)")
        let region = try await house.say("订阅华东预警", as: dealer)
        #expect(!region.contains("已订阅"), "\(region)")
        #expect(try await house.bot.subscriptions(of: dealer.id, regions: Fixtures.regions).count == 1)
    }

    @Test("what is ended is named, and what never was is not invented")
    func unsubscribes() async throws {
        let house = try await WarningHouse()
        let person = Fixtures.headquarters
        #expect(try await house.say("退订预警", as: person).contains("您还没有订阅。"))
        for wish in ["订阅杭州预警", "订阅华南预警", "订阅油耗预警"] { _ = try await house.say(wish, as: person) }
        let wrong = try await house.say("退订宁波预警", as: person)
        #expect(wrong.contains("我的订阅") && wrong.contains("华南预警"), "\(wrong)")
        let one = try await house.say("退订杭州预警", as: person)
        #expect(one.contains("已退订杭州预警。"), "\(one)")
        let all = try await house.say("退订全部预警", as: person)
        #expect(all.contains("华南预警") && all.contains("全国油耗预警"), "\(all)")
        #expect(try await house.bot.subscriptions(regions: Fixtures.regions).isEmpty)
        WarningHouse.checkWriting(all)
    }

    @Test("who does not say what to subscribe to reads what there is, and nothing is changed")
    func nothingSaid() async throws {
        let house = try await WarningHouse()
        let answer = try await house.say("订阅", as: Fixtures.headquarters)
        #expect(answer.contains("可以订阅预警和报告"), "\(answer)")
        #expect(try await house.bot.subscriptions(regions: Fixtures.regions).isEmpty)
    }

    @Test("nobody has more than twenty")
    func most() async throws {
        let house = try await WarningHouse()
        let cities = Gazetteer.china.cities.prefix(WarningSubscription.most + 1)
        for city in cities {
            _ = try await house.say("订阅\(city.name)预警", as: Fixtures.headquarters)
        }
        let own = try await house.bot.subscriptions(of: Fixtures.headquarters.id, regions: Fixtures.regions)
        #expect(own.count == WarningSubscription.most)
        let last = try await house.say(
            "订阅\(cities[WarningSubscription.most].name)预警", as: Fixtures.headquarters)
        #expect(last.contains("最多可以订阅 20 项。"), "\(last)")
    }
}
