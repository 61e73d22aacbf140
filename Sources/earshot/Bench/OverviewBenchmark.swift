import Earshot
import FoundationEssentials
import Sample
import Store

/// How long the figures and the quote of an overview take.
enum OverviewBenchmark: Benchmark {
    static let name = "overview"
    static let summary = "milliseconds for the overview's queries in the city with the most dealers"

    private static let target = 5.0

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let measured = try await measure(try await bench.database(), bench)
        bench.overviewTime = measured.percentile99
        return [
            BenchResult(
                figures: measured.figures, target: "p99_ms below 5", isMet: measured.percentile99 < target)
        ]
    }

    /// The times over the database in a folder.
    static func measure(
        _ folder: String, _ bench: Workbench
    ) async throws -> (figures: JSONLine, percentile99: Double) {
        let voices = try VoiceStore(path: "\(folder)/voices.db")
        let count = try await voices.lastArrival()
        let question = try question(bench)
        let times = try await times(3000, of: question, in: voices)
        await voices.close()
        let percentiles = Percentiles(times)
        var figures = JSONLine()
        figures.add("p50_ms", percentiles.percentile(0.5))
        figures.add("p99_ms", percentiles.percentile(0.99))
        figures.add("first_ms", times.first ?? .nan)
        figures.add("voices", Int(count))
        figures.add("city", question.city?.name ?? "")
        figures.add("queries", times.count)
        return (figures, percentiles.percentile(0.99))
    }

    /// The overview that a dealer of the city with the most of them asks for.
    static func question(_ bench: Workbench) throws -> Question {
        let directory = bench.installation.everybody
        let cities = Dictionary(grouping: directory.dealers, by: \.city)
        guard let city = cities.max(by: { $0.value.count < $1.value.count })?.key,
            let person = directory.people.first(where: { $0.dealer?.city == city })
        else { throw Failure("there is no dealer to ask") }
        return Question(
            person: person, scope: Scope(of: person, regions: directory.regions), request: Request(.overview),
            city: city, today: bench.today)
    }

    /// How many milliseconds each of some answers takes, one after the other.
    static func times(_ count: Int, of question: Question, in voices: VoiceStore) async throws -> [Double] {
        let insight = Insight(figures: voices)
        var times: [Double] = []
        for _ in 0..<count {
            let watch = Stopwatch()
            _ = try await insight.answer(question)
            times.append(watch.milliseconds)
        }
        return times
    }
}

/// How the overview's time grows with the voices.
enum GrowthBenchmark: Benchmark {
    static let name = "overview-growth"
    static let summary = "the same on ten times the voices, beside the time on one times"

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        if bench.overviewTime == nil { _ = try await OverviewBenchmark.run(on: bench) }
        let folder = "\(bench.folder)/growth"
        let stores = try Stores(folder: folder)
        let stream = VoiceStream(
            try bench.installation.comprehension(), into: stores.voices, clock: nil)
        let brand = bench.brand(bench.voices * 10)
        var progress = Progress("taking in \(Figures.count(brand.count)) voices", total: brand.count)
        var done = 0
        for voice in brand.voices() {
            try await stream.add(voice)
            done += 1
            if done % 4096 == 0 { progress.update(done, detail: "\(Figures.count(done)) voices") }
        }
        _ = try await stream.finish()
        progress.end()
        await stores.close()
        let measured = try await OverviewBenchmark.measure(folder, bench)
        let ratio = measured.percentile99 / (bench.overviewTime ?? .nan)
        var figures = measured.figures
        figures.add("times_p99_of_a_tenth", ratio, digits: 2)
        return [
            BenchResult(
                figures: figures, target: "times_p99_of_a_tenth at most 2", isMet: ratio <= 2)
        ]
    }
}
