import EarshotTesting
import Testing

@testable import Earshot

@Suite("Wishes to be told of some warnings")
struct WarningWishTests: NoticeSuite {
    let ledger = WarningLedger()
    let clock = ManualClock()

    private static let hangzhou = WatchedPlace.city(Fixtures.hangzhou)
    private static let store = WatchedPlace.store(
        WatchedStore(id: Fixtures.westLakeStore.id, name: "杭州西湖店", city: Fixtures.hangzhou))
    private static let neighbour = WatchedPlace.store(
        WatchedStore(id: "HZ002", name: "杭州滨江店", city: Fixtures.hangzhou))
    private static let rival = Rival(brand: "远岚", series: "远岚M6")
    private static let fuel = Aspect("fuel")!

    /// What is warned of, by a word for it.
    private static let warned: [String: WarningSubject] = [
        "fuel": .complaints(WatchedMatter(hangzhou, fuel)),
        "X5": .complaints(WatchedMatter(hangzhou, nil, series: "星驰X5")),
        "X5 in 华东": .complaints(WatchedMatter(.region(Fixtures.eastChina), nil, series: "星驰X5")),
        "X9": .complaints(WatchedMatter(hangzhou, nil, series: "星驰X9")),
        "M6": .praise(WatchedMatter(hangzhou, nil, praiseOf: rival)),
        "L7": .praise(WatchedMatter(hangzhou, nil, praiseOf: Rival(brand: "云途", series: "云途L7"))),
        "store": .complaints(WatchedMatter(store, fuel)),
        "neighbour": .complaints(WatchedMatter(neighbour, fuel)),
        "danger": .danger(.init(key: "fire", title: "起火", place: hangzhou)),
        "广州": .complaints(WatchedMatter(.city(Fixtures.guangzhou), nil, series: "星驰X5")),
        "silence": .silence(source: "论坛"),
    ]

    @Test(
        "each covers what it names and no other, and dangers where it is of the own brand",
        arguments: [
            (
                WarningWish(hangzhou),
                ["fuel", "X5", "X5 in 华东", "X9", "M6", "L7", "store", "neighbour", "danger"]
            ), (WarningWish(hangzhou, aspect: fuel), ["fuel", "store", "neighbour", "danger"]),
            (WarningWish(hangzhou, about: .series("星驰X5")), ["X5", "X5 in 华东", "danger"]),
            (WarningWish(hangzhou, about: .rivals), ["M6", "L7"]),
            (WarningWish(hangzhou, about: .rival(rival)), ["M6"]),
            (WarningWish(hangzhou, about: .rival(Rival(brand: "远岚"))), ["M6"]),
            (WarningWish(store), ["store", "danger"]),
            (WarningWish(store, aspect: .salesService), ["danger"]),
        ])
    func covers(_ wish: WarningWish, _ names: [String]) {
        let covered = WarningWishTests.warned.filter { wish.covers($0.value) }.keys
        #expect(Set(covered) == Set(names))
        #expect(WarningWish(wish.description, regions: Fixtures.regions) == wish)
    }

    @Test(
        "what is no wish is none",
        arguments: [
            "", "nation", "nation|", "nation|fuel|", "nation|fuels", "nowhere|", "nation||series:",
            "nation||rivals|x", "city:1|", "nation||serie:X5",
        ])
    func broken(_ text: String) {
        let isRead = ["nation|", "nation|fuel|"].contains(text)
        #expect((WarningWish(text, regions: []) != nil) == isRead)
    }

    private func told(
        _ wishes: [(Person, WarningWish)], of subject: WarningSubject, people: [Person] = []
    ) async throws -> [NoticeDecision] {
        let ledger = WarningLedger(
            subscriptions: wishes.map {
                WarningSubscription(person: $0.0.id, $0.1, since: clock.now)
            })
        let rounds = WarningFixture.rounds(
            ledger, clock, people: WarningFixture.people + people, releasesAtOnce: true)
        try await rounds.find(
            [WarningFixture.finding(subject)], on: Fixtures.today - 1, at: clock.now)
        try await rounds.tell()
        return try await ledger.decisions(of: [1]).filter { $0.notice == .subscribed }
    }

    @Test(
        "whoever subscribed to a series is told of it and of no other, and it is kept because of which wish")
    func ofSeries() async throws {
        let wish = WarningWish(WarningWishTests.hangzhou, about: .series("星驰X5"))
        let told = try await told(
            [
                (Fixtures.headquarters, wish),
                (Fixtures.westLakeDealer, WarningWish(WarningWishTests.hangzhou, about: .series("星驰X9"))),
            ], of: try #require(WarningWishTests.warned["X5"]))
        #expect(told.map(\.person) == [Fixtures.headquarters.id] && told.first?.wish == wish)
        #expect(told.allSatisfy { $0.verdict.isSent })
    }

    @Test("of two wishes that cover it the narrow one is why, and the person is told once")
    func twoWishes() async throws {
        let narrow = WarningWish(WarningWishTests.hangzhou, about: .rivals)
        let told = try await told(
            [WarningWish(.nation), narrow].map { (Fixtures.headquarters, $0) },
            of: try #require(WarningWishTests.warned["M6"]))
        #expect(told.map(\.wish) == [narrow])
    }

    @Test("of several wishes that cover a danger the one for all of the place is why, and no store's")
    func reasonOfDanger() throws {
        let danger = try #require(WarningWishTests.warned["danger"])
        let whole = WarningWish(WarningWishTests.hangzhou)
        let series = WarningWish(WarningWishTests.hangzhou, about: .series("星驰X5"))
        let store = WarningWish(WarningWishTests.store)
        #expect(WarningWish.reason(for: danger, among: [series, store, whole]) == whole)
        #expect(WarningWish.reason(for: danger, among: [WarningWish(.nation), series, whole]) == whole)
        #expect(WarningWish.reason(for: danger, among: [series]) == series)
    }

    @Test("of several wishes the one of the narrowest place is why, in whatever order they are kept")
    func reasonOfPlace() throws {
        let warned = try #require(WarningWishTests.warned["store"])
        let store = WarningWish(WarningWishTests.store)
        let fuel = WarningWish(WarningWishTests.hangzhou, aspect: WarningWishTests.fuel)
        for wishes in [[fuel, store], [store, fuel], [WarningWish(.nation), fuel, store]] {
            #expect(WarningWish.reason(for: warned, among: wishes) == store)
        }
        #expect(WarningWish.reason(for: warned, among: []) == nil)
    }

    @Test("a wish for what the person may not see tells nothing, however it came to be kept")
    func scope() async throws {
        let neighbour = Person(
            id: "sunli", name: "孙丽", role: .dealer,
            dealer: Dealer(id: "HZ002", name: "杭州滨江店", city: Fixtures.hangzhou), accounts: ["dingtalk:d9"])
        let store = WarningWish(WarningWishTests.store)
        let ofStore = try await told(
            [neighbour, Fixtures.ningboDealer, Fixtures.westLakeDealer, Fixtures.headquarters].map {
                ($0, store)
            }, of: try #require(WarningWishTests.warned["store"]), people: [neighbour])
        #expect(
            Set(ofStore.map(\.person)) == [Fixtures.westLakeDealer.id, Fixtures.headquarters.id])
        let rivals = WarningWish(WarningWishTests.hangzhou, about: .rivals)
        let ofRival = try await told(
            [Fixtures.ningboDealer, Fixtures.westLakeDealer].map { ($0, rivals) },
            of: try #require(WarningWishTests.warned["M6"]))
        #expect(ofRival.map(\.person) == [Fixtures.westLakeDealer.id])
    }
}
