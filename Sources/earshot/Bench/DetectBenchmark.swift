import Configuration
import Earshot
import Sample

/// How surely outbreaks in simulated series are found, and what judging costs.
enum DetectBenchmark: Benchmark {
    static let name = "detect"
    static let summary =
        "share of simulated outbreaks found at 1 % and 0.1 % false alarms, and microseconds a step"

    private static let days = 400
    private static let weeks = 400
    private static let mapDays = 60

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let path = HolidayFile.path(of: bench.installation.site)
        let calendar = try path.map { path throws(Problems) in try HolidayFile.read(path) } ?? WorkCalendar()
        let daily = (0..<days).map { SimulatedSeries.days(seed: UInt64($0), calendar: calendar) }
        let weekly = (0..<weeks).map { SimulatedSeries.weeks(seed: UInt64($0)) }
        return [series(daily, .daily, calendar), series(weekly, .weekly, calendar), map(calendar)]
    }

    private static func series(
        _ simulated: [SimulatedSeries], _ rhythm: CountSeries.Rhythm, _ calendar: WorkCalendar
    ) -> BenchResult {
        let detector = CountDetector(calendar: calendar)
        var found = DetectionFigures()
        let start = processorSeconds()
        let judgements = simulated.map { detector.judge($0.series, from: $0.start) }
        let seconds = processorSeconds() - start
        for (series, judgements) in zip(simulated, judgements) { found.add(series, judgements) }
        let cost = seconds * 1e6 / Double(max(1, found.steps))
        var figures = JSONLine()
        figures.add("rhythm", rhythm.rawValue)
        figures.add("outbreaks", found.outbreaks)
        figures.add("found_at_1_percent", found.detected(atFalseRate: 0.01), digits: 3)
        figures.add("found_at_0.1_percent", found.detected(atFalseRate: 0.001), digits: 3)
        let threshold = AlarmThreshold.score(rate: 0.001, rhythm)
        figures.add("false_rate_meant_0.001", found.falseRate(above: threshold), digits: 5)
        figures.add("us_per_step", cost, digits: 1)
        return BenchResult(figures: figures, target: "20 us a step", isMet: cost <= 20)
    }

    /// A country of 337 places without anything in it: what a day costs.
    private static func map(_ calendar: WorkCalendar) -> BenchResult {
        var chance = SplitMix64(seed: 1)
        let places = 337
        let points = (0..<places).map { _ in
            Neighbourhoods.Point(
                latitude: .random(in: 22...45, using: &chance),
                longitude: .random(in: 100...125, using: &chance))
        }
        let first = Day(year: 2025, month: 1, day: 1)!
        var map = PlaceMap(first: first, days: 160 + mapDays, places: places)
        for day in 0..<map.days {
            for place in 0..<places {
                map[day, place] = RandomCount.draw(mean: 1.2, dispersion: 0.1, &chance)
            }
        }
        let detector = PlaceDetector(calendar: calendar, neighbourhoods: Neighbourhoods(points))
        let start = processorSeconds()
        let judgements = detector.judge(map, from: 160)
        let seconds = processorSeconds() - start
        var figures = JSONLine()
        figures.add("places", places)
        figures.add("map_days", judgements.count)
        figures.add(
            "alarms_meant_0.01", Double(judgements.count { ($0.clusters.first?.score ?? 0) > 2 }), digits: 0)
        figures.add("us_per_map_day", seconds * 1e6 / Double(max(1, judgements.count)), digits: 0)
        return BenchResult(figures: figures, target: "none of its own", isMet: true)
    }
}
