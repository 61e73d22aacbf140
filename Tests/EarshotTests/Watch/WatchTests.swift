import Testing

@testable import Earshot

@Suite("Complaints that are abnormally many")
struct WatchTests {
    private let last = WatchFixture.last
    private let fuel = Aspect("fuel")!
    private let brake = Aspect("parts.brake")!
    private let parts = Aspect("parts")!
    private let hangzhou = Gazetteer.china.city(named: "杭州")!
    private let ningbo = Gazetteer.china.city(named: "宁波")!
    private let chengdu = Gazetteer.china.city(named: "成都")!

    private var east: Region { Region(name: "华东", cities: [hangzhou, ningbo]) }

    private func watch(budget: Double = 2) -> Watch {
        Watch(calendar: WorkCalendar(), regions: [east], budget: budget)
    }

    /// What is added in the last days to some complaints of each city and aspect.
    private func counts(_ added: [(city: City, aspect: Aspect, days: Int, each: Int)] = []) -> ComplaintCounts
    {
        WatchFixture.counts(
            added.map { WatchFixture.Added($0.city, [$0.aspect], days: $0.days, each: $0.each) },
            usual: [hangzhou, ningbo, chengdu], [fuel, brake])
    }

    private func found(_ counts: ComplaintCounts) -> [WatchedMatter] {
        watch().abnormalities(in: counts, on: last).map(\.matter)
    }

    @Test("ordinary days have none")
    func ordinary() {
        #expect(found(counts()).isEmpty)
    }

    @Test("a rise in one city is that city's, with what was counted and expected, and told once")
    func city() throws {
        let counts = counts([(hangzhou, brake, 3, 5)])
        let abnormalities = watch().abnormalities(in: counts, on: last)
        #expect(abnormalities.map(\.matter) == [WatchedMatter(.city(hangzhou), brake)])
        let one = try #require(abnormalities.first)
        #expect(one.days == (last - 2)...last && (15...18).contains(one.observed) && one.expected < 3)
        #expect(one.parts.isEmpty && one.surprise > 4 && one.returnPeriod > 10_000)
        #expect(watch().abnormalities(in: counts, on: last - 3).isEmpty)
    }

    @Test(
        "a rise in most cities of a region is the region's, and one everywhere the nation's, with their parts"
    )
    func spread() throws {
        let regional = watch().abnormalities(
            in: counts([(hangzhou, fuel, 3, 5), (ningbo, fuel, 3, 5)]), on: last)
        #expect(regional.map(\.matter) == [WatchedMatter(.region(east), fuel)])
        #expect(
            Set(regional.flatMap(\.parts).map(\.matter.place)) == [.city(hangzhou), .city(ningbo)],
            "\(regional)")
        let national = watch().abnormalities(
            in: counts([(hangzhou, fuel, 3, 5), (ningbo, fuel, 3, 5), (chengdu, fuel, 3, 12)]), on: last)
        #expect(national.map(\.matter) == [WatchedMatter(.nation, fuel)])
        #expect(
            Set(national.flatMap(\.parts).map(\.matter.place)).isSuperset(of: [.region(east), .city(chengdu)])
        )
    }

    @Test("aspects of one cause are the whole's parts, and two that have nothing to do with each other two")
    func aspects() {
        let whole = watch().abnormalities(
            in: counts([(chengdu, fuel, 3, 5), (chengdu, brake, 3, 5)]), on: last)
        #expect(whole.map(\.matter) == [WatchedMatter(.city(chengdu), nil)])
        #expect(
            Set(whole.flatMap(\.parts).map(\.matter.aspect)) == [fuel, brake, parts]
                || Set(whole.flatMap(\.parts).map(\.matter.aspect)) == [fuel, brake])
        let apart = found(counts([(hangzhou, fuel, 3, 9), (chengdu, brake, 3, 9)]))
        #expect(
            Set(apart).isSuperset(of: [
                WatchedMatter(.city(hangzhou), fuel), WatchedMatter(.city(chengdu), brake),
            ]), "\(apart)")
    }

    @Test(
        "a rise of a few in each of some neighbours across a border is one matter, of the city with those next to it"
    )
    func surroundings() throws {
        let names = ["南京", "镇江", "扬州", "滁州", "马鞍山"]
        let cities = try names.map { try #require(Gazetteer.china.city(named: $0)) }
        let counts = counts(cities.map { ($0, brake, 3, 1) })
        let found = watch().abnormalities(in: counts, on: last)
        let one = try #require(found.first { $0.matter.aspect == brake })
        #expect(found.count == 1, "\(found.map(\.matter))")
        #expect(one.matter.place.isSurroundings && one.observed >= 12)
        #expect(Set(one.matter.place.cities ?? []).isSuperset(of: cities))
    }

    @Test(
        "what lies in one province for the most part is the province's, though its neighbours have a little of it"
    )
    func province() throws {
        let names = ["南京", "扬州", "镇江", "常州", "滁州"]
        let cities = try names.map { try #require(Gazetteer.china.city(named: $0)) }
        let counts = counts(cities.dropLast().map { ($0, brake, 3, 2) } + [(cities[4], brake, 1, 1)])
        let found = watch().abnormalities(in: counts, on: last).map(\.matter)
        #expect(found.contains(WatchedMatter(.province("江苏"), brake)), "\(found)")
        #expect(!found.contains { $0.place.isSurroundings }, "\(found)")
    }

    @Test(
        "a province with a wave of its own and neighbours with another, in some of its cities, are both told")
    func twoWaves() throws {
        func city(_ name: String) throws -> City { try #require(Gazetteer.china.city(named: name)) }
        let others = try ["滁州", "马鞍山", "芜湖"].map(city)
        let overlaps = PlaceOverlaps(
            RecentExcess(counts([(try city("徐州"), brake, 3, 9)] + others.map { ($0, brake, 3, 2) })))
        func rise(_ place: WatchedPlace, _ observed: Int) -> Abnormality {
            Abnormality(
                matter: WatchedMatter(place, brake), days: (last - 2)...last, observed: observed, expected: 1,
                score: 5, surprise: 5, falseAlarmPeriod: 900)
        }
        let (province, around) = (
            rise(.province("江苏"), 28), rise(.surroundings(of: try city("南京")), 19)
        )
        for found in [[province, around], [around, province]] {
            #expect(overlaps.resolved(found).map(\.matter) == found.map(\.matter))
        }
        // The same wave seen twice is told once, as the place whose it is.
        let whole = rise(.province("安徽"), 20)
        #expect(overlaps.resolved([around, whole]).map(\.matter) == [whole.matter])
        #expect(overlaps.resolved([whole, around]).map { $0.parts.map(\.matter) } == [[around.matter]])
    }

    @Test("every matter's row is the sum of its cities' counts")
    func rows() throws {
        var counts = counts([(hangzhou, brake, 3, 2), (ningbo, fuel, 2, 1)])
        counts.add("星驰X5", 2, days: 3, in: hangzhou)
        let rows = WatchedRows(
            counts, during: counts.days, pools: WatchedPools(regions: [east]), stores: [:])
        var sums: [WatchedMatter: Int] = [:]
        rows.forEach { matter, row in
            #expect(sums[matter] == nil)
            sums[matter] = row.reduce(0) { $0 + Int($1) }
        }
        for (matter, sum) in sums {
            let cells = counts.cells.filter { cell, _ in
                cell.aspect == matter.aspect && cell.series == matter.series
                    && (matter.place.cities.map { cities in cell.city.map(cities.contains) ?? false }
                        ?? (cell.city == nil))
            }
            #expect(sum == cells.values.joined().reduce(0) { $0 + $1.complaints }, "\(matter)")
        }
        let kinds = Dictionary(grouping: sums.keys, by: \.kind).mapValues(\.count)
        #expect(rows.numbers == kinds)
        // Series are not looked at in neighbourhoods.
        #expect(!sums.keys.contains { $0.series != nil && $0.place.isSurroundings })
    }

    @Test("a rise of one city is not told as that of those around it")
    func notAround() throws {
        let nanjing = try #require(Gazetteer.china.city(named: "南京"))
        let found = found(counts([(nanjing, brake, 3, 5)]))
        #expect(found == [WatchedMatter(.city(nanjing), brake)])
    }

    @Test("a series of which many things are complained is a matter of its own, in its city")
    func series() throws {
        var counts = counts()
        counts.add("星驰X5", 5, days: 3, in: hangzhou)
        counts.add("星驰E7", 0, days: 0, in: hangzhou)
        let found = watch().abnormalities(in: counts, on: last)
        #expect(found.map(\.matter) == [WatchedMatter(.city(hangzhou), nil, series: "星驰X5")])
    }

    @Test("what is complained of one aspect of a series is the aspect's matter, with the series as its part")
    func aspectOfSeries() throws {
        var counts = counts([(hangzhou, fuel, 3, 5)])
        counts.add("星驰X5", 4, days: 3, in: hangzhou)
        let one = watch().abnormalities(in: counts, on: last)
        #expect(one.map(\.matter) == [WatchedMatter(.city(hangzhou), fuel)])
        #expect(one[0].parts.map(\.matter) == [WatchedMatter(.city(hangzhou), nil, series: "星驰X5")])
    }

    @Test("an aspect that is little of what a series is complained of is the series' part")
    func seriesOfAspects() throws {
        var counts = counts([(hangzhou, fuel, 3, 4)])
        counts.add("星驰X5", 15, days: 3, in: hangzhou)
        let one = watch().abnormalities(in: counts, on: last)
        #expect(one.map(\.matter) == [WatchedMatter(.city(hangzhou), nil, series: "星驰X5")], "\(one)")
        #expect(one[0].parts.map(\.matter.aspect) == [fuel])
    }

    @Test("two voices are never abnormal, three of a matter that is new are")
    func fewest() {
        let screen = Aspect("parts.screen")!
        #expect(found(counts([(hangzhou, screen, 2, 1)])).isEmpty)
        #expect(found(counts([(hangzhou, screen, 1, 4)])).map(\.aspect) == [screen])
    }

    @Test("what would be abnormal of three voices and has two is noted on its day, as what it would be")
    func sparse() throws {
        let screen = Aspect("parts.screen")!
        let counts = counts([(hangzhou, screen, 1, 2), (chengdu, fuel, 1, 1)])
        func sparse(_ day: Day?) -> [SparseRise] {
            watch().rises(in: counts, during: (last - 1)...last, sparseOn: day).joined().sparse
        }
        let noted = sparse(last)
        #expect(noted.contains { $0.matter == WatchedMatter(.city(hangzhou), screen) && $0.observed == 2 })
        #expect(noted.allSatisfy { $0.observed == 2 && $0.days.upperBound == last })
        #expect(!noted.contains { $0.matter.aspect == fuel })
        #expect(sparse(last - 1).isEmpty && sparse(nil).isEmpty)
        #expect(watch().abnormalities(in: counts, on: last).isEmpty)
    }

    @Test("a day without any voice is not judged and not one of zero complaints")
    func silence() {
        var silent = ComplaintCounts(days: (last - 99)...last)
        silent.add(9, on: last, of: ComplaintCounts.Cell(city: nil, aspect: nil))
        #expect(watch().abnormalities(in: silent, on: last).isEmpty)
    }

    @Test("a smaller budget finds less")
    func budgets() {
        let counts = counts([(hangzhou, fuel, 2, 2)])
        let sizes = [0.001, 2, 200].map { watch(budget: $0).abnormalities(in: counts, on: last).count }
        #expect(sizes == sizes.sorted() && sizes[0] == 0 && sizes[2] > 0, "\(sizes)")
    }

    @Test("a day is judged as it was then, whatever came later")
    func later() {
        let counts = counts([(hangzhou, fuel, 3, 5)])
        var then = ComplaintCounts(days: counts.days.lowerBound...(last - 1))
        for day in then.days { then.markKnown(day) }
        for (cell, days) in counts.cells {
            for count in days where count.day < last {
                then.add(count.complaints, on: count.day, of: cell)
            }
        }
        let (now, before) = (
            watch().abnormalities(in: counts, on: last - 1), watch().abnormalities(in: then, on: last - 1)
        )
        #expect(now.map(\.matter) == before.map(\.matter) && now.map(\.score) == before.map(\.score))
        #expect(now.map(\.falseAlarmPeriod) == before.map(\.falseAlarmPeriod) && !now.isEmpty)
    }

    @Test("two regions of the same cities do not hide each other")
    func twins() {
        let twin = Region(name: "长三角", cities: east.cities)
        let watch = Watch(calendar: WorkCalendar(), regions: [east, twin])
        let found = watch.abnormalities(in: counts([(hangzhou, fuel, 3, 5), (ningbo, fuel, 3, 5)]), on: last)
        #expect(found.count == 1 && found.allSatisfy { $0.matter.aspect == fuel })
    }
}
