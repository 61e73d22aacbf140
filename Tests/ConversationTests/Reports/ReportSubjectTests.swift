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

    @Test(
        "its title says of what it is, when it is subscribed to, read now, and as it is sent",
        arguments: [
            ("订阅星驰X5的周报", "华东 · 星驰X5", "看星驰X5的周报"), ("订阅云途L7周报", "华东 · 云途L7", "看云途L7的周报"),
            ("订阅竞品周报", "华东 · 竞品", "看竞品周报"), ("订阅杭州西湖店周报", "杭州西湖店", "看杭州西湖店周报"),
        ])
    func titles(_ text: String, _ title: String, _ look: String) async throws {
        let house = try await ReportHouse()
        func says(_ text: String) -> Bool {
            text.contains("\(title) · 周报  ") || text.contains("\(title)周报 1")
        }
        let added = try await house.say(text, as: Fixtures.eastManager)
        #expect(says(added), "\(added)")
        #expect(says(try await house.say(look, as: Fixtures.eastManager)))
        house.put(2, 9, 5)
        let sent = try await house.rounds.send().map(\.reply.lines)
        #expect(sent.count == 1 && sent.allSatisfy(says), "\(sent)")
    }

    @Test(
        "a name that nobody knows is no reason for a report of something else",
        arguments: [
            ("看火星L9的周报", "火星L9"), ("看火星的周报", "火星"), ("火星11月复盘", "火星"), ("订阅霹雳X5周报", "霹雳X5"),
            ("订阅火星的周报", "火星"), ("订阅宁波西湖店月报", "宁波西湖店"), ("看宁波西湖店周报", "宁波西湖店"), ("看宁波的西湖店周报", "宁波西湖店"),
            ("看理想的周报", "理想"),
        ])
    func strangers(_ text: String, _ name: String) async throws {
        let house = try await ReportHouse()
        let answer = try await house.say(text, as: Fixtures.eastManager)
        #expect(answer.contains("没认出「\(name)」") && !answer.contains("声量"), "\(answer)")
        #expect(answer.contains("没有改动") == text.hasPrefix("订阅"), "\(answer)")
        #expect(try await house.subscriptions(of: Fixtures.eastManager).isEmpty)
    }

    @Test("whoever ends what is none of the own reads why nothing ended")
    func nothingEnded() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅周报")
        let strange = try await house.say("退订火星L9周报")
        #expect(strange.hasPrefix("没认出「火星L9」，没有退订。"), "\(strange)")
        for text in ["订阅理想预警", "订阅理想月报"] { _ = try await house.say(text) }
        #expect(try await house.subscriptions().count == 1)
        let rival = try await house.say("退订理想周报")
        #expect(rival.hasPrefix("没认出「理想」，没有退订。"), "\(rival)")
        let misplaced = try await house.say("退订宁波西湖店周报")
        #expect(misplaced.contains("没认出「宁波西湖店」"), "\(misplaced)")
        let missing = try await house.say("退订月报")
        #expect(missing.hasPrefix("没有找到要退订的这一项"), "\(missing)")
        #expect(try await house.subscriptions().count == 1)
    }

    @Test(
        "known words around a report are no names",
        arguments: [
            "看周报", "帮我看一下上周的周报", "给我看看杭州的周报", "看一下杭州油耗周报", "把周报发我看看", "看看昨天的日报", "整理杭州周报",
            "帮我生成一份周报", "制作杭州周报发给我", "看新款X5的周报", "看主力X5的周报",
        ])
    func known(_ text: String) async throws {
        let house = try await ReportHouse()
        let answer = try await house.say(text)
        #expect(!answer.contains("没认出"), "\(answer)")
    }

    @Test("a store and another city that are joined by a word are both meant, in whatever order")
    func storeAndCity() async throws {
        let house = try await ReportHouse()
        let added = try await house.say("订阅杭州西湖店和宁波周报", as: Fixtures.eastManager)
        #expect(added.contains("已订阅杭州西湖店周报") && added.contains("已订阅宁波周报"), "\(added)")
        #expect(try await house.subscriptions(of: Fixtures.eastManager).count == 2)
        let shown = try await house.say("宁波周报和西湖店周报都看看", as: Fixtures.eastManager)
        #expect(!shown.contains("没认出"), "\(shown)")
        #expect(shown.contains("杭州西湖店") && shown.contains("宁波"), "\(shown)")
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
