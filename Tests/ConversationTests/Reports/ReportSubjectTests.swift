import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

@Suite("Reports of a series, a store or a rival")
struct ReportSubjectTests {
    @Test(
        "each is subscribed to, listed and ended by its name",
        arguments: [
            ("订阅星驰X5的周报", "杭州星驰X5周报", "退订星驰X5周报"), ("订阅杭州西湖店的月报", "杭州西湖店月报", "退订杭州西湖店月报"),
            ("订阅我们店的周报", "杭州西湖店周报", "退订我们店的周报"), ("订阅竞品的周报", "杭州竞品周报", "退订竞品周报"),
            ("订阅云途L7周报", "杭州云途L7周报", "退订云途L7周报"), ("订阅云途的日报", "杭州云途日报", "退订云途日报"),
        ])
    func named(_ text: String, _ name: String, _ ending: String) async throws {
        let house = try await ReportHouse()
        let added = try await house.say(text)
        #expect(added.contains("已订阅\(name)"), "\(added)")
        #expect(try await house.say("我的订阅").contains(name))
        // It is not the one of the city.
        _ = try await house.say("订阅周报")
        #expect(try await house.subscriptions().count == 2)
        let ended = try await house.say(ending)
        #expect(ended.contains("已退订\(name)"), "\(ended)")
        #expect(try await house.subscriptions().map(\.topic.place) == [.city(Fixtures.hangzhou)])
        #expect(try await house.subscriptions().map(\.topic.subject) == [.own])
    }

    @Test("of several one is chosen, and no other ends")
    func chosen() async throws {
        let house = try await ReportHouse()
        for text in ["订阅周报", "订阅云途L7周报", "订阅杭州西湖店周报"] { _ = try await house.say(text) }
        let asked = try await house.say("退订周报")
        #expect(asked.contains("退订杭州周报") && asked.contains("退订杭州云途L7周报"), "\(asked)")
        #expect(asked.contains("3 退订杭州西湖店周报"))
        #expect(try await house.say("3").contains("已退订杭州西湖店周报"))
        #expect(
            try await house.subscriptions().map(\.topic.subject) == [
                .own, .rival(Rival(brand: "云途", series: "云途L7")),
            ])
        #expect(try await house.say("退订周报").contains("2 退订杭州云途L7周报"))
        #expect(try await house.say("1").contains("已退订杭州周报"))
        #expect(try await house.subscriptions().count == 1)
    }

    @Test("what comes has the figures of the store or the rival alone, and is made again to the byte")
    func sent() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅云途L7周报")
        _ = try await house.say("订阅杭州西湖店周报")
        _ = try await house.say("订阅星驰E7周报")
        // Monday.
        house.put(2, 9, 5)
        let sent = try await house.rounds.send().map(\.reply.lines)
        #expect(sent.count == 3)
        // 11/16 to 11/22: 36 voices fall on 11/14 to 11/20.
        #expect(
            sent.contains { $0.contains("杭州 · 云途L7 · 周报  11/16–11/22") && $0.contains("最受认可 续航充电") },
            "\(sent)")
        #expect(sent.contains { $0.contains("杭州西湖店 · 周报") && $0.contains("抱怨最多 售后等待") }, "\(sent)")
        #expect(sent.contains { $0.contains("杭州 · 星驰E7周报 11/16–11/22：没有新的客户声音") }, "\(sent)")
        for issue in try await house.bot.reportIssues(limit: 3) {
            #expect(sent.contains(try house.office.words.reply(issue).lines))
        }
        #expect(try await house.rounds.send().isEmpty)
    }

    @Test("a store of others is refused, and so is what has no figures; nothing is changed")
    func refused() async throws {
        let house = try await ReportHouse()
        #expect(!(try await house.say("订阅宁波鄞州店周报")).contains("已订阅"))
        #expect(try await house.say("订阅星驰X5油耗周报").contains("不能再按话题"))
        #expect(!(try await house.say("订阅杭州西湖店云途L7周报")).contains("已订阅"))
        #expect(try await house.say("订阅杭州西湖店预警").contains("不能只订「杭州西湖店」"))
        #expect(try await house.say("订阅星驰X5预警").contains("不能按「星驰X5」"))
        #expect(!(try await house.say("订阅杭州西湖店周报", inGroup: true)).contains("已订阅"))
        #expect(try await house.subscriptions().isEmpty)
        let manager = try await house.say("订阅宁波鄞州店周报", as: Fixtures.eastManager)
        #expect(manager.contains("已订阅宁波鄞州店周报"), "\(manager)")
    }

    @Test("one is read now without subscribing to it")
    func shown() async throws {
        let house = try await ReportHouse()
        let rival = try await house.say("看云途L7的周报")
        #expect(rival.contains("杭州 · 云途L7 · 周报"), "\(rival)")
        let store = try await house.say("看看杭州西湖店的周报")
        #expect(store.contains("杭州西湖店 · 周报"), "\(store)")
        #expect(try await house.subscriptions().isEmpty)
    }

    @Test("what stands in a subject's name is read as it was written")
    func names() {
        let subjects: [ReportSubject] = [
            .own, .series("星驰:X5|%"), .rival(Rival(brand: "云途", series: "云途L7")), .rival(Rival(brand: "云途")),
            .rivals,
        ]
        for subject in subjects { #expect(ReportSubject(name: subject.name) == subject) }
        for name in ["series:", "rival:云途", "rival::x", "x", "series:a:b"] {
            #expect(ReportSubject(name: name) == nil)
        }
    }
}
