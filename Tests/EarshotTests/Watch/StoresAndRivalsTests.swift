import EarshotTesting
import Testing

@testable import Earshot

@Suite("Complaints about stores and praise for rivals that are abnormally many")
struct StoresAndRivalsTests {
    private let last = Fixtures.today - 1
    private let waiting = Aspect("after_sales.waiting")!
    private let rival = Rival(brand: "远岚", series: "远岚M6")
    private let watch = Watch(
        calendar: WorkCalendar(), regions: Fixtures.regions, stores: [Fixtures.westLakeStore])

    private var store: WatchedPlace {
        .store(WatchedStore(id: Fixtures.westLakeStore.id, name: "杭州西湖店", city: Fixtures.hangzhou))
    }

    /// 100 days with something of these cells on every fourth one, and more in the last three.
    private func counts(_ cells: [ComplaintCounts.Cell], each: Int = 6) -> ComplaintCounts {
        var counts = ComplaintCounts(days: (last - 99)...last)
        for (offset, day) in counts.days.enumerated() {
            counts.markKnown(day)
            let count = (offset % 4 == 0 ? 1 : 0) + (last < day + 3 ? each : 0)
            for cell in cells where count > 0 { counts.add(count, on: day, of: cell) }
        }
        return counts
    }

    /// What a store is complained of counts for its city and the nation as well.
    private func aboutStore(_ id: String) -> ComplaintCounts {
        counts(
            [waiting, waiting.parent, nil].flatMap { aspect in
                [
                    ComplaintCounts.Cell(city: nil, aspect: aspect, store: id),
                    ComplaintCounts.Cell(city: Fixtures.hangzhou, aspect: aspect),
                    ComplaintCounts.Cell(city: nil, aspect: aspect),
                ]
            })
    }

    private var praise: ComplaintCounts {
        counts([Fixtures.hangzhou, nil].map { ComplaintCounts.Cell(city: $0, aspect: nil, praiseOf: rival) })
    }

    /// Has a finding told by rounds of the watch.
    ///
    /// - Returns: who is told, in order.
    private func told(
        _ found: Abnormality, wishes: [Person] = [], people: [Person] = WarningFixture.people
    ) async throws -> [String] {
        let clock = ManualClock()
        let ledger = WarningLedger(
            subscriptions: wishes.map {
                WarningSubscription(person: $0.id, place: .city(Fixtures.hangzhou), since: clock.now)
            })
        let rounds = WarningFixture.rounds(ledger, clock, people: people, releasesAtOnce: true)
        try await rounds.find([Warning.Finding(found)], on: last, at: clock.now)
        return try await rounds.tell().map(\.recipient)
    }

    @Test("what one store is complained of is the store's, and not its city's")
    func ofStore() throws {
        let found = watch.abnormalities(in: aboutStore(Fixtures.westLakeStore.id), on: last)
        #expect(found.map(\.matter) == [WatchedMatter(store, waiting)], "\(found.map(\.matter))")
    }

    @Test("a store that the directory does not know is nobody's, and its complaints are the city's")
    func ofUnknownStore() throws {
        let found = watch.abnormalities(in: aboutStore("HZ999"), on: last)
        #expect(found.map(\.matter) == [WatchedMatter(.city(Fixtures.hangzhou), waiting)])
    }

    @Test(
        "a store's warning is told to its region's manager and to its own people, and not to the store next door"
    )
    func toldOfStore() async throws {
        let neighbour = Person(
            id: "sunli", name: "孙丽", role: .dealer,
            dealer: Dealer(id: "HZ002", name: "杭州滨江店", city: Fixtures.hangzhou), accounts: ["dingtalk:d9"])
        let found = watch.abnormalities(in: aboutStore(Fixtures.westLakeStore.id), on: last)
        let told = try await told(
            try #require(found.first), wishes: [Fixtures.westLakeDealer, neighbour],
            people: WarningFixture.people + [neighbour])
        #expect(told == ["person:liqiang", "person:wangfang"])
    }

    @Test("a rival that is praised more than usual in a city is that city's matter, and told to its manager")
    func ofRival() async throws {
        let found = watch.abnormalities(in: praise, on: last)
        let one = try #require(found.first)
        #expect(found.map(\.matter) == [WatchedMatter(.city(Fixtures.hangzhou), nil, praiseOf: rival)])
        #expect(WarningSubject(one.matter) == .praise(one.matter) && one.observed >= 18)
        #expect(try await told(one) == ["person:liqiang"])
    }

    @Test("praise for a rival and complaints about the own brand in the same city are two matters")
    func apart() throws {
        let fuel = Aspect("fuel")!
        var both = praise
        let complaints = counts(
            [Fixtures.hangzhou, nil].flatMap { city in
                [fuel, nil].map { ComplaintCounts.Cell(city: city, aspect: $0) }
            })
        for (cell, days) in complaints.cells {
            for count in days { both.add(count.complaints, on: count.day, of: cell) }
        }
        let found = watch.abnormalities(in: both, on: last).map(\.matter)
        #expect(
            Set(found) == [
                WatchedMatter(.city(Fixtures.hangzhou), nil, praiseOf: rival),
                WatchedMatter(.city(Fixtures.hangzhou), fuel),
            ], "\(found)")
    }

    @Test("what people have called a false alarm must be rarer to be found, and what they confirmed need not")
    func shares() throws {
        let matter = WatchedMatter(.city(Fixtures.hangzhou), nil, praiseOf: rival)
        let period = try #require(watch.abnormalities(in: praise, on: last).first).falseAlarmPeriod
        func isFound(budget times: Double, share: Double) -> Bool {
            // False warnings a week, where one is so conspicuous once in so many days.
            let watch = Watch(
                calendar: WorkCalendar(), regions: Fixtures.regions, budget: times * 7 / period)
            let shares = WarningRounds.shares(
                [
                    "": AlarmShare(
                        subject: WarningSubject(matter).description, factor: share)
                ], regions: Fixtures.regions)
            return watch.abnormalities(in: praise, on: last, shares: shares).contains { $0.matter == matter }
        }
        // With twice the budget it needs one half of it is left to the matter; with half of it, more than twice.
        #expect(isFound(budget: 2, share: 1) && !isFound(budget: 2, share: 0.25))
        #expect(!isFound(budget: 0.5, share: 1) && isFound(budget: 0.5, share: 4))
    }
}
