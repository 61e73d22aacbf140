import Configuration
import Earshot
import Store

/// How long the hourly look at everything that is watched takes.
enum WatchBenchmark: Benchmark {
    static let name = "watch"
    static let summary =
        "seconds for the hourly look at every city, region and aspect of a large brand, and answers meanwhile"

    private static let target = 1.0
    private static let targetOfAnswers = 10.0
    /// Days that are looked back at, of which each has so many complaints, with an aspect each.
    private static let days = Watch.memory
    private static let complaintsPerDay = 8000

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let path = HolidayFile.path(of: bench.installation.site)
        let calendar = try path.map { path throws(Problems) in try HolidayFile.read(path) } ?? WorkCalendar()
        let counts = country(until: bench.today)
        let watch = Watch(calendar: calendar, regions: bench.installation.directory.regions)
        let days = (bench.today - 1)...bench.today
        var found = 0
        var seconds: [Double] = []
        for _ in 0..<5 {
            let start = processorSeconds()
            found = watch.abnormalities(in: counts, during: days).values.reduce(0) { $0 + $1.count }
            seconds.append(processorSeconds() - start)
        }
        let voices = try VoiceStore(path: "\(try await bench.database())/voices.db")
        let recent = RecentComplaints(of: voices)
        let remembered = (bench.today - WatchBenchmark.days)...bench.today
        var (readings, looks): ([Double], [Double]) = ([], [])
        for _ in 0..<6 {
            let stopwatch = Stopwatch()
            let counts = try await recent.complaints(during: remembered)
            readings.append(stopwatch.milliseconds)
            _ = watch.abnormalities(in: counts, during: days)
            looks.append(stopwatch.milliseconds)
        }
        // Hour after hour at once, while somebody asks.
        let looking = Task {
            var done = 0
            while !Task.isCancelled {
                let counts = try await recent.complaints(during: remembered)
                _ = watch.abnormalities(in: counts, during: days)
                done += 1
            }
            return done
        }
        defer { looking.cancel() }
        let times = try await OverviewBenchmark.times(
            3000, of: try OverviewBenchmark.question(bench), in: voices)
        looking.cancel()
        let looked = try await looking.value
        let count = try await voices.lastArrival()
        await voices.close()
        // The first reads all days.
        let usualLook = looks.dropFirst().sorted()[2]
        let answers = Percentiles(times).percentile(0.99)
        let usual = seconds.sorted()[seconds.count / 2]
        var figures = JSONLine()
        figures.add("s", usual, digits: 2)
        figures.add("cells", counts.cells.count)
        figures.add("complaints", WatchBenchmark.days * complaintsPerDay)
        figures.add("first_reading_ms", readings[0], digits: 0)
        figures.add("reading_again_ms", readings[1], digits: 0)
        figures.add("voices", Int(count))
        figures.add("look_at_voices_ms", usualLook, digits: 0)
        figures.add("answers_p99_ms", answers)
        figures.add("looks_meanwhile", looked)
        figures.add("found_in_two_ordinary_days", found)
        return [
            BenchResult(
                figures: figures, target: "s and look_at_voices_ms below 1 s, answers_p99_ms below 10",
                isMet: max(usual, usualLook / 1000) < target && answers < targetOfAnswers)
        ]
    }

    /// Of so many, the first with much and the others with less and less.
    static func shares(of count: Int) -> [Double] {
        let raw = (0..<count).map { 1 / Double($0 + 4) }
        let sum = raw.reduce(0, +)
        return raw.map { $0 / sum }
    }

    /// Complaints without anything in them: large cities and frequent aspects have many, most have one now and then.
    private static func country(until last: Day) -> ComplaintCounts {
        var chance = SplitMix64(seed: 1)
        let cities = Gazetteer.china.cities
        let aspects = Aspect.all
        let (ofCity, ofAspect) = (shares(of: cities.count), shares(of: aspects.count))
        var counts = ComplaintCounts(days: (last - days)...last)
        for day in counts.days {
            counts.markKnown(day)
            var national = [Int](repeating: 0, count: aspects.count)
            for (city, cityShare) in zip(cities, ofCity) {
                var total = 0
                for (index, aspectShare) in ofAspect.enumerated() {
                    let count = RandomCount.draw(
                        mean: Double(complaintsPerDay) * cityShare * aspectShare, dispersion: 0.05, &chance)
                    guard count > 0 else { continue }
                    counts.add(
                        count, on: day, of: ComplaintCounts.Cell(city: city, aspect: aspects[index]))
                    national[index] += count
                    total += count
                }
                if total > 0 { counts.add(total, on: day, of: ComplaintCounts.Cell(city: city, aspect: nil)) }
            }
            for (aspect, count) in zip(aspects, national) where count > 0 {
                counts.add(count, on: day, of: ComplaintCounts.Cell(city: nil, aspect: aspect))
            }
            counts.add(
                national.reduce(0, +), on: day, of: ComplaintCounts.Cell(city: nil, aspect: nil))
        }
        return counts
    }
}
