import Configuration
import Earshot

/// How many false warnings ordinary weeks give, in the whole country and by everything that is watched.
enum BudgetBenchmark: Benchmark {
    static let name = "budget"
    static let summary =
        "false warnings a week over ordinary weeks of a large brand, and what the budget says"

    /// Weeks that are judged, and days before them that tell what is usual.
    private static let (weeks, before) = (26, 180)
    private static let complaintsPerDay = 3000
    private static let rivalPraisePerDay = 800

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let installation = bench.installation
        let last = bench.today - 1
        let days = (last - (7 * weeks - 1))...last
        let calendar = try installation.workCalendar(for: days)
        let stores = Array(installation.everybody.dealers)
        let counts = ordinary((days.lowerBound - before)...last, stores, calendar)
        let budget = installation.site.settings.warnings.budget
        let watch = Watch(
            calendar: calendar, regions: installation.directory.regions, stores: stores, budget: budget)
        let found = watch.abnormalities(in: counts, during: days)
        let kinds = episodes(of: found)
        let warnings = kinds.values.reduce(0, +)
        var figures = JSONLine()
        figures.add("false_warnings_a_week", Double(warnings) / Double(weeks), digits: 2)
        figures.add("budget", budget, digits: 2)
        for kind in Kind.allCases { figures.add(kind.name, kinds[kind, default: 0]) }
        figures.add("weeks", weeks)
        figures.add("cells", counts.cells.count)
        // Of a Poisson count of what is expected, two standard deviations.
        let expected = budget * Double(weeks)
        return [
            BenchResult(
                figures: figures,
                target: "about as many as the budget, within two standard deviations above",
                isMet: Double(warnings) <= expected + 2 * expected.squareRoot())
        ]
    }

    /// Warnings by what they are of: what stands out again within three days is the same one.
    private static func episodes(of found: [Day: [Abnormality]]) -> [Kind: Int] {
        var last: [WatchedMatter: Day] = [:]
        var kinds: [Kind: Int] = [:]
        for (day, abnormal) in found.sorted(by: { $0.key < $1.key }) {
            for matter in abnormal.map(\.matter) {
                if last[matter].map({ $0 + 3 < day }) ?? true { kinds[kind(of: matter), default: 0] += 1 }
                last[matter] = day
            }
        }
        return kinds
    }

    private enum Kind: CaseIterable {
        case cities, neighbours, widePlaces, stores, series, rivals

        var name: StaticString {
            switch self {
            case .cities: "of_cities"
            case .neighbours: "of_neighbours"
            case .widePlaces: "of_wide_places"
            case .stores: "of_stores"
            case .series: "of_series"
            case .rivals: "of_rivals"
            }
        }
    }

    private static func kind(of matter: WatchedMatter) -> Kind {
        if matter.rival != nil { return .rivals }
        if matter.series != nil { return .series }
        return switch matter.place {
        case .store: .stores
        case .city: .cities
        case .surroundings: .neighbours
        case .nation, .region, .province: .widePlaces
        }
    }

    /// Days without anything in them: fewer voices on days of rest, more in some months, and large cities and frequent aspects
    /// with many, most with one now and then.
    private static func ordinary(
        _ days: ClosedRange<Day>, _ stores: [Dealer], _ calendar: WorkCalendar
    ) -> ComplaintCounts {
        var chance = SplitMix64(seed: 20_261_127)
        let (cities, aspects) = (Gazetteer.china.cities, Aspect.all)
        let (ofCity, ofAspect) = (
            WatchBenchmark.shares(of: cities.count), WatchBenchmark.shares(of: aspects.count)
        )
        let storesOfCity = Dictionary(grouping: stores, by: \.city)
        let series = ["星驰X5", "星驰X9", "星驰E7", "星驰E3", "星驰S3", "星驰X3"]
        let rivals = [("远岚", "远岚M6"), ("远岚", "远岚L7"), ("云途", "云途L7"), ("曜景", "曜景R3"), ("安驭", "安驭A4")]
            .map {
                Rival(brand: $0.0, series: $0.1)
            }
        var counts = ComplaintCounts(days: days)
        var drift = 0.0
        for day in days {
            counts.markKnown(day)
            // What moves all at once from day to day.
            drift = 0.9 * drift + 0.02 * (Double.random(in: -1...1, using: &chance))
            let season = 1 + 0.1 * Double((day.number / 30) % 4) / 3
            let level = (calendar.isRest(day) ? 0.8 : 1.05) * season * (1 + drift)
            var cells: [ComplaintCounts.Cell: Int] = [:]
            func add(_ number: Int, _ cell: ComplaintCounts.Cell) { cells[cell, default: 0] += number }
            for (city, cityShare) in zip(cities, ofCity) {
                for (aspect, share) in zip(aspects, ofAspect) {
                    let mean = Double(complaintsPerDay) * level * cityShare * share
                    let number = RandomCount.draw(mean: mean, dispersion: 0.05, &chance)
                    guard number > 0 else { continue }
                    for place in [city, nil] {
                        add(number, .init(city: place, aspect: aspect))
                        add(number, .init(city: place, aspect: nil))
                    }
                    for _ in 0..<number {
                        if let name = series.randomElement(using: &chance) {
                            for place in [city, nil] { add(1, .init(city: place, aspect: nil, series: name)) }
                        }
                        // One of three speaks of a store.
                        guard Int.random(in: 0..<3, using: &chance) == 0,
                            let store = storesOfCity[city]?.randomElement(using: &chance)
                        else { continue }
                        add(1, .init(city: nil, aspect: aspect, store: store.id))
                        add(1, .init(city: nil, aspect: nil, store: store.id))
                    }
                }
                for rival in rivals {
                    let mean = Double(rivalPraisePerDay) * level * cityShare / Double(rivals.count)
                    let number = RandomCount.draw(mean: mean, dispersion: 0.05, &chance)
                    guard number > 0 else { continue }
                    for place in [city, nil] {
                        add(number, .init(city: place, aspect: nil, praiseOf: rival))
                    }
                }
            }
            for (cell, number) in cells { counts.add(number, on: day, of: cell) }
        }
        return counts
    }
}
