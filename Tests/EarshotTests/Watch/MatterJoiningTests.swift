import EarshotTesting
import Testing

@testable import Earshot

@Suite("One matter is one, and two are two")
struct MatterJoiningTests {
    private let fuel = Aspect("fuel")!
    private let comfort = Aspect("comfort")!
    private let interior = Aspect("interior")!
    private let seat = Aspect("parts.seat")!
    private let brake = Aspect("parts.brake")!
    private let safety = Aspect("safety")!
    private let hangzhou = WatchFixture.city("杭州")
    private let ningbo = WatchFixture.city("宁波")
    private let shaoxing = WatchFixture.city("绍兴")
    private let chengdu = WatchFixture.city("成都")
    private let xian = WatchFixture.city("西安")

    /// - Parameter share: of the lesser aspect's voices in the last days so many are of customers who complain of both; nothing
    ///   where nobody counted them.
    private func found(
        _ added: [WatchFixture.Added], of series: [(name: String, city: City, each: Int)] = [],
        daily: Int? = nil, sharing share: (ComplaintPair) -> Int? = { _ in nil }
    ) -> [Abnormality] {
        var counts = WatchFixture.counts(
            added, usual: [hangzhou, ningbo, shaoxing, chengdu, xian],
            [fuel, comfort, interior, seat, brake, safety], daily: daily)
        for one in series { counts.add(one.name, one.each, days: 3, in: one.city) }
        let east = Region(name: "华东", cities: [hangzhou, ningbo, shaoxing])
        let day = WatchFixture.last
        let rises = Watch(calendar: WorkCalendar(), regions: [east]).rises(
            in: counts, during: day...day, sparseOn: nil)
        var together: [ComplaintPair: ComplaintPair.Count] = [:]
        for pair in rises.pairs {
            together[pair] = share(pair).map { ComplaintPair.Count(during: $0, before: 0) }
        }
        return rises.joined(by: together).abnormal[day] ?? []
    }

    @Test(
        "where much is said, two matters of different customers are two, whether or not it was counted who complains of both"
    )
    func busyPlace() {
        let added = [WatchFixture.Added(xian, [fuel], each: 30), .init(xian, [brake], each: 12)]
        for share: (ComplaintPair) -> Int? in [{ _ in nil }, { _ in 4 }] {
            let found = found(added, daily: 10, sharing: share)
            #expect(
                Set(found.map(\.matter)).isSuperset(of: [.init(.city(xian), fuel), .init(.city(xian), brake)]
                ),
                "\(found.map(\.matter))")
        }
    }

    @Test(
        "where much is said, aspects that the same customers name are one matter, also while a third one stands out"
    )
    func sameVoicesAmongMany() throws {
        let added = [
            WatchFixture.Added(xian, [seat, comfort], each: 16), .init(xian, [fuel], each: 40),
        ]
        let found = found(added, daily: 10) { $0.one == .aspect(fuel) || $0.other == .aspect(fuel) ? 3 : 46 }
        let matters = found.map(\.matter)
        #expect(matters.contains(.init(.city(xian), fuel)), "\(matters)")
        let other = try #require(found.first { $0.matter.aspect != fuel })
        #expect(
            found.count == 2
                && Set(([other] + other.parts).compactMap(\.matter.aspect)).isSuperset(of: [seat, comfort]))
    }

    @Test("after a rise of the whole country it is the nation's, with its cities as parts, and soon joined")
    func nationwide() {
        let cities = Array(Gazetteer.china.cities.prefix(120))
        let aspects = [fuel, comfort, interior, brake]
        let counts = WatchFixture.counts(
            cities.map { .init($0, [fuel], each: 6) }, usual: cities, aspects)
        let found = Watch(calendar: WorkCalendar(), regions: []).abnormalities(
            in: counts, on: WatchFixture.last)
        #expect(found.map(\.matter) == [.init(.nation, fuel)], "\(found.map(\.matter))")
        #expect(found.first.map { $0.parts.count > 100 } == true)
    }

    @Test("aspects that the same customers name are one matter, of one of them with the others as its parts")
    func sameVoices() throws {
        let found = found([.init(xian, [seat, comfort, interior], each: 5)])
        #expect(found.count == 1, "\(found.map(\.matter))")
        let one = try #require(found.first)
        let aspects = Set(([one] + one.parts).compactMap(\.matter.aspect))
        #expect(one.matter.place == .city(xian) && aspects.isSuperset(of: [seat, comfort, interior]))
    }

    @Test("of two cities with two such matters each has its own, and the nation none")
    func twoRegions() {
        let found = found([
            .init(hangzhou, [fuel], each: 6), .init(chengdu, [brake, safety], each: 5),
        ])
        #expect(
            Set(found.map(\.matter.place)) == [.city(hangzhou), .city(chengdu)] && found.count == 2,
            "\(found.map(\.matter))")
    }

    @Test(
        "two cities of different regions with the same aspect are two matters, and three everywhere the nation's"
    )
    func sameAspect() {
        let two = found([.init(hangzhou, [fuel], each: 6), .init(chengdu, [fuel], each: 6)])
        #expect(Set(two.map(\.matter)) == [.init(.city(hangzhou), fuel), .init(.city(chengdu), fuel)])
        let three = found([hangzhou, chengdu, xian].map { .init($0, [fuel], each: 6) })
        #expect(three.map(\.matter) == [.init(.nation, fuel)])
    }

    @Test("cities of one province are one matter, also where one of them has most of it")
    func cluster() throws {
        let found = found([
            .init(hangzhou, [fuel], each: 14), .init(ningbo, [fuel], each: 3),
            .init(shaoxing, [fuel], each: 3),
        ])
        #expect(found.count == 1, "\(found.map(\.matter))")
        let one = try #require(found.first)
        #expect(one.matter.aspect == fuel && one.matter.place != .city(hangzhou))
        #expect(
            Set(one.parts.map(\.matter.place)).isSuperset(of: [
                .city(hangzhou), .city(ningbo), .city(shaoxing),
            ]))
    }

    @Test("a series that stands out in a city is a part of the aspect of its province that may be most of it")
    func seriesOfCluster() throws {
        let found = found(
            [
                .init(hangzhou, [fuel], each: 14), .init(ningbo, [fuel], each: 5),
                .init(shaoxing, [fuel], each: 5),
            ],
            of: [("星驰X5", ningbo, 5), ("星驰S3", shaoxing, 5), ("星驰E7", chengdu, 5)]
        ) { $0.other == .series("星驰X5") || $0.other == .series("星驰S3") ? 14 : nil }
        #expect(
            Set(found.map(\.matter.aspect)) == [fuel, nil] && found.count == 2, "\(found.map(\.matter))")
        let one = try #require(found.first { $0.matter.aspect == fuel })
        #expect(one.matter.place != .city(hangzhou))
        #expect(
            Set(one.parts.map(\.matter)).isSuperset(of: [
                WatchedMatter(.city(ningbo), nil, series: "星驰X5"),
                WatchedMatter(.city(shaoxing), nil, series: "星驰S3"),
            ]))
        #expect(
            found.first { $0.matter.aspect == nil }?.matter
                == WatchedMatter(.city(chengdu), nil, series: "星驰E7"))
    }

    @Test(
        "a series whose customers complain of other things than the province stays a matter of its own, and so it does where nobody counted them",
        arguments: [4, nil])
    func otherSeries(both: Int?) {
        let found = found(
            [
                .init(hangzhou, [fuel], each: 14), .init(ningbo, [fuel], each: 5),
                .init(shaoxing, [fuel], each: 5),
            ],
            of: [("星驰X5", ningbo, 5)]
        ) { _ in both }
        #expect(
            found.map(\.matter).contains(WatchedMatter(.city(ningbo), nil, series: "星驰X5")),
            "\(found.map(\.matter))")
    }

    @Test(
        "aspects of different customers in one city are the city's, and a lesser one is a matter of its own")
    func otherVoices() {
        let equal = found([.init(xian, [fuel], each: 5), .init(xian, [brake], each: 5)])
        #expect(equal.map(\.matter) == [.init(.city(xian), nil)])
        let unequal = found([.init(xian, [fuel], each: 12), .init(xian, [brake], each: 4)])
        #expect(
            Set(unequal.map(\.matter)) == [.init(.city(xian), fuel), .init(.city(xian), brake)],
            "\(unequal.map(\.matter))")
    }

    @Test("which of such aspects is the most conspicuous may change: the warning stays and grows")
    func alternating() throws {
        var book = WarningBook([], nextNumber: 1)
        let day = WatchFixture.last
        func note(_ aspects: [Aspect], _ observed: Int, _ ahead: Int) {
            let all = aspects.map { aspect in
                Abnormality(
                    matter: .init(.city(xian), aspect), days: (day + ahead)...(day + ahead),
                    observed: observed, expected: 1, score: 5, surprise: Double(observed),
                    falseAlarmPeriod: 100)
            }
            var first = all[0]
            first.parts = Array(all.dropFirst())
            book.note(
                [JudgedDay(day: day + ahead, findings: [Warning.Finding(first)], isOver: true)],
                today: day + ahead, at: ManualClock().now)
        }
        note([seat, comfort], 5, 0)
        note([comfort, seat], 60, 1)
        let one = try #require(book.warnings[1])
        #expect(book.warnings.count == 1 && one.subject.aspect == seat && one.figures.observed == 60)
        #expect(one.parts.map(\.aspect) == [comfort])
        #expect(
            one.severity
                > Severity(of: WarningFigures(days: day...day, observed: 5, expected: 1, returnPeriod: 1e5)))
    }

    @Test("warnings of such aspects that were opened apart become one")
    func merged() throws {
        var book = WarningBook([], nextNumber: 1)
        let day = WatchFixture.last
        func one(_ aspect: Aspect, _ parts: [Aspect] = []) -> Warning.Finding {
            var all = ([aspect] + parts).map { aspect in
                Abnormality(
                    matter: .init(.city(xian), aspect), days: day...day, observed: 9, expected: 1, score: 5,
                    surprise: 6, falseAlarmPeriod: 100)
            }
            all[0].parts = Array(all.dropFirst())
            return Warning.Finding(all[0])
        }
        book.note(
            [JudgedDay(day: day, findings: [one(seat), one(comfort)], isOver: true)], today: day,
            at: ManualClock().now)
        #expect(book.warnings.count == 2)
        book.note(
            [JudgedDay(day: day + 1, findings: [one(comfort, [seat])], isOver: true)], today: day + 1,
            at: ManualClock().now)
        #expect(book.warnings.values.filter(\.state.isActive).count == 1)
        #expect(book.warnings.values.contains { $0.end?.mergedInto != nil })
    }
}
