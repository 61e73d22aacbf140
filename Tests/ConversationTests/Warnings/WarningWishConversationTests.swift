import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Subscribing to the warnings of a store, a series or rivals")
struct WarningWishConversationTests {
    private static let dealer = Fixtures.westLakeDealer

    private func kept(_ house: WarningHouse, _ person: Person = dealer) async throws -> [WarningWish] {
        try await house.bot.subscriptions(of: person.id, regions: Fixtures.regions).map(\.wish)
    }

    /// A series' figure is a part of its name.
    private func checkWriting(_ answer: String) {
        WarningHouse.checkWriting(answer.replacing(/(?:X5|L7)/, with: "X"))
    }

    /// One warning of each kind in 杭州: A12 to A17.
    private func open(_ house: WarningHouse) async throws {
        let hangzhou = WatchedPlace.city(Fixtures.hangzhou)
        let matters = [
            WatchedMatter(hangzhou, Aspect("fuel")), WatchedMatter(hangzhou, nil, series: "星驰X5"),
            WatchedMatter(hangzhou, nil, praiseOf: Rival(brand: "云途", series: "云途L7")),
            WatchedMatter(.store(WatchedStore(Fixtures.westLakeStore)), Aspect("after_sales.waiting")),
            WatchedMatter(
                .store(WatchedStore(id: "HZ002", name: "杭州滨江店", city: Fixtures.hangzhou)), nil),
        ]
        for (index, matter) in matters.enumerated() {
            try await house.open(WarningSubject(matter), number: Int64(12 + index))
        }
        try await house.open(
            .danger(.init(key: "brakes", title: "刹车失灵", place: hangzhou)), number: 17)
    }

    @Test(
        "each is subscribed to, listed and ended by its name, and says what it would have told",
        arguments: [
            ("订阅星驰X5的预警", "杭州星驰X5预警", "A13", "退订星驰X5预警"), ("订阅竞品好评预警", "杭州竞品好评预警", "A14", "退订竞品好评预警"),
            ("订阅对手口碑上升的预警", "杭州竞品好评预警", "A14", "退订对手口碑上升的预警"),
            ("订阅云途L7好评预警", "杭州云途L7好评预警", "A14", "退订云途L7预警"), ("订阅云途的预警", "杭州云途好评预警", "A14", "退订云途好评预警"),
            ("订阅我店的预警", "杭州西湖店预警", "A15", "退订我店预警"), ("订阅杭州西湖店预警", "杭州西湖店预警", "A15", "退订杭州西湖店预警"),
            ("订阅我们店的售后等待预警", "杭州西湖店售后等待预警", "A15", "退订我们店预警"),
        ])
    func named(_ text: String, _ name: String, _ last: String, _ ending: String) async throws {
        let house = try await WarningHouse(releasesAtOnce: true)
        try await open(house)
        let added = try await house.say(text, as: WarningWishConversationTests.dealer)
        #expect(added.contains("已订阅\(name)。一有预警就告诉您。"), "\(added)")
        #expect(added.contains("这样的预警有 1 条，最近一条是 \(last) "), "\(added)")
        // Rivals endanger nobody here.
        #expect(added.contains("都会告诉您，过去 30 天另有 1 条") == !name.contains("好评"), "\(added)")
        checkWriting(added)
        let again = try await house.say(text, as: WarningWishConversationTests.dealer)
        #expect(again.contains("您已经订阅了\(name)。"), "\(again)")
        let list = try await house.say("我的订阅", as: WarningWishConversationTests.dealer)
        #expect(list.contains("\n\(name)\n"), "\(list)")
        // It is not the one of the city, which has all of them.
        let whole = try await house.say("订阅预警", as: WarningWishConversationTests.dealer)
        #expect(whole.contains("已订阅杭州预警") && whole.contains("有 5 条"), "\(whole)")
        let ended = try await house.say(ending, as: WarningWishConversationTests.dealer)
        #expect(ended.contains("已退订\(name)。"), "\(ended)")
        #expect(try await kept(house) == [WarningWish(.city(Fixtures.hangzhou))])
    }

    @Test(
        "praise is the rivals' alone, and complaints the own brand's: what is said so ends no other",
        arguments: [("订阅预警", "退订好评预警"), ("订阅竞品好评预警", "退订竞品差评预警")])
    func otherSide(_ text: String, _ ending: String) async throws {
        let house = try await WarningHouse()
        _ = try await house.say(text, as: WarningWishConversationTests.dealer)
        let answer = try await house.say(ending, as: WarningWishConversationTests.dealer)
        #expect(!answer.contains("已退订"), "\(answer)")
        #expect(try await kept(house).count == 1)
    }

    @Test("said without rivals, praise ends the wish for theirs and leaves the one for the city")
    func praise() async throws {
        let house = try await WarningHouse()
        for text in ["订阅预警", "订阅竞品好评预警"] {
            _ = try await house.say(text, as: WarningWishConversationTests.dealer)
        }
        let ended = try await house.say("退订好评预警", as: WarningWishConversationTests.dealer)
        #expect(ended.contains("已退订杭州竞品好评预警。"), "\(ended)")
        #expect(try await kept(house) == [WarningWish(.city(Fixtures.hangzhou))])
    }

    @Test("of several in one message each is taken, and the praise is the rivals' alone")
    func several() async throws {
        let house = try await WarningHouse()
        let answer = try await house.say(
            "订阅X5和竞品好评预警", as: WarningWishConversationTests.dealer)
        #expect(answer.contains("已订阅杭州竞品好评预警") && answer.contains("已订阅杭州星驰X5预警"), "\(answer)")
        let both = try await house.say("订阅X5和星驰E7的预警", as: WarningWishConversationTests.dealer)
        #expect(both.contains("您已经订阅了杭州星驰X5预警") && both.contains("已订阅杭州星驰E7预警"), "\(both)")
        let asked = try await house.say("退订", as: WarningWishConversationTests.dealer)
        #expect(asked.contains("退订杭州竞品好评预警") && asked.contains("退订杭州星驰X5预警"), "\(asked)")
        let number = try #require(asked.firstMatch(of: /([0-9]) 退订杭州竞品好评预警/)?.1)
        let ended = try await house.say(String(number), as: WarningWishConversationTests.dealer)
        #expect(ended.contains("已退订杭州竞品好评预警。"), "\(ended)")
        #expect(
            Set(try await kept(house))
                == Set(
                    ["星驰X5", "星驰E7"].map { WarningWish(.city(Fixtures.hangzhou), about: .series($0)) }))
    }

    @Test("nobody subscribes to what is not the own to see, and nothing is changed")
    func scope() async throws {
        let house = try await WarningHouse(releasesAtOnce: true)
        try await open(house)
        for (text, person) in [
            ("订阅宁波鄞州店预警", WarningWishConversationTests.dealer),
            ("订阅杭州西湖店预警", Fixtures.ningboDealer), ("订阅我店的预警", Fixtures.administrator),
            ("订阅杭州西湖店预警", WarningHouse.southManager), ("订阅上海星驰X5预警", WarningWishConversationTests.dealer),
            ("订阅上海竞品好评预警", WarningWishConversationTests.dealer), ("订阅全国竞品好评预警", Fixtures.eastManager),
            ("订阅广州竞品好评预警", Fixtures.eastManager), ("订阅宁波西湖店预警", Fixtures.headquarters),
        ] {
            let answer = try await house.say(text, as: person)
            #expect(!answer.contains("已订阅") && !answer.contains("A1"), "\(text): \(answer)")
        }
        let group = try await house.say(
            "订阅我店的预警", as: WarningWishConversationTests.dealer, inGroup: true)
        #expect(!group.contains("已订阅") && !group.contains("A15"), "\(group)")
        let own = try await house.say("订阅杭州西湖店预警", as: Fixtures.eastManager)
        #expect(own.contains("您负责杭州西湖店，这里的预警不用订阅就会发给您。"), "\(own)")
        let series = try await house.say("订阅星驰X5预警", as: Fixtures.eastManager)
        #expect(series.contains("您负责华东，这里的预警包括星驰X5的，不用订阅就会发给您。"), "\(series)")
        #expect(try await house.bot.subscriptions(regions: Fixtures.regions).isEmpty)
        let headquarters = try await house.say("订阅杭州西湖店预警", as: Fixtures.headquarters)
        #expect(headquarters.contains("已订阅杭州西湖店预警"), "\(headquarters)")
        let nation = try await house.say("订阅全国竞品好评预警", as: Fixtures.headquarters)
        #expect(nation.contains("已订阅全国竞品好评预警"), "\(nation)")
    }

    @Test(
        "what is never warned of is not subscribed to, and it is said why",
        arguments: [
            ("订阅星驰X5油耗预警", "「星驰X5」只有总体的数字，不能再按话题订阅，没有改动。可以说「订阅星驰X5预警」"),
            ("订阅竞品油耗好评预警", "「竞品」只有总体的数字"), ("订阅竞品差评预警", "竞品只在好评反常增多时预警"), ("订阅云途L7差评预警", "竞品只在好评反常增多时预警"),
            ("订阅星驰X5好评预警", "本品牌只在抱怨反常增多时预警"), ("订阅好评预警", "本品牌只在抱怨反常增多时预警"),
            ("订阅杭州西湖店X5预警", "不能这样订「杭州西湖店」"), ("订阅火星X5预警", "没认出「火星X5」"), ("订阅理想预警", "没认出「理想」"),
        ])
    func never(_ text: String, _ words: String) async throws {
        let house = try await WarningHouse()
        let answer = try await house.say(text, as: WarningWishConversationTests.dealer)
        #expect(answer.contains(words) && answer.contains("没有改动"), "\(answer)")
        checkWriting(answer)
        #expect(try await kept(house).isEmpty)
    }

    @Test("who was told reads by which wish, and who was not, that the own wishes do not have it")
    func reasons() async throws {
        let house = try await WarningHouse(releasesAtOnce: true)
        try await open(house)
        let wish = WarningWish(.city(Fixtures.hangzhou), about: .series("星驰X5"))
        let warning = try #require(try await house.stored(13))
        try await house.bot.keep(
            [
                NoticeDecision(
                    warning: 13, notice: .subscribed, person: WarningWishConversationTests.dealer.id,
                    wish: wish, verdict: .sent(account: "dingtalk:d1"), at: house.clock.now)
            ], of: [warning], [], at: house.clock.now)
        #expect(try await house.bot.decisions(of: [13]).map(\.wish) == [wish])
        let told = try await house.say("A13 为什么发给我", as: WarningWishConversationTests.dealer)
        #expect(told.contains("发给了您：您订阅了杭州星驰X5预警"), "\(told)")
        checkWriting(told)
        _ = try await house.say("订阅星驰X5的预警", as: WarningWishConversationTests.dealer)
        let other = try await house.say("A12 为什么没发给我", as: WarningWishConversationTests.dealer)
        #expect(other.contains("您订阅的是 杭州星驰X5预警，不含这一条。"), "\(other)")
        checkWriting(other)
        // One that came up before is not told of, and it is said why.
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("订阅预警", as: WarningWishConversationTests.dealer)
        let later = try await house.say("A12 为什么没发给我", as: WarningWishConversationTests.dealer)
        #expect(later.contains("您订阅时这条预警已经开始了，之后没有加重") && !later.contains("不含这一条"), "\(later)")
        // Another's subscriptions are nobody else's to read.
        let manager = try await house.say("A12 为什么没发给王芳", as: WarningHouse.manager)
        #expect(!manager.contains("订阅的是"), "\(manager)")
        let wished = try await house.say("A13 为什么发给王芳", as: WarningHouse.manager)
        #expect(!wished.contains("星驰X5预警"), "\(wished)")
    }

    @Test("why there was no warning of rivals is answered of their praise alone")
    func absence() async throws {
        let house = try await WarningHouse(releasesAtOnce: true)
        try await open(house)
        let answer = try await house.say("竞品好评为什么没预警")
        #expect(answer.contains("竞品 · 为什么没有预警") && answer.contains("有预警 A14"), "\(answer)")
        #expect(!answer.contains("A12") && !answer.contains("A17"), "\(answer)")
    }
}
