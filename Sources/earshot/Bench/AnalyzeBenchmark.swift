import Earshot
import FoundationEssentials
import Glibc
import JSON
import Sample

/// How many posts are understood in a second, with everything on that the configuration has.
enum AnalyzeBenchmark: Benchmark {
    static let name = "analyze"
    static let summary =
        "posts of 50 and 60 characters understood per second on one core and on all, and by others"

    private static let time = 4.0
    private static let mostMegabytes = 150.0

    /// Posts of about so many characters, and how many of them a core should understand in a second.
    private static let goals: [(characters: ClosedRange<Int>, rate: Double)] = [
        (45...55, 50_000), (55...65, 60_000),
    ]

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let analyzer = try bench.installation.analyzer()
        let posts = bench.brand(200_000).voices().lazy.map(\.text)
        var results: [BenchResult] = []
        for goal in goals {
            let texts = Array(posts.filter { goal.characters.contains($0.count) }.prefix(10_000))
            guard !texts.isEmpty else { throw Failure("no sample text has \(goal.characters) characters") }
            var (figures, rate) = onOneCore(analyzer, texts)
            let everywhere = await onAllCores(analyzer, texts)
            figures.add("posts_per_second_all_cores", everywhere, digits: 0)
            let megabytes = ProcessMemory(of: "self")?.peak ?? .infinity
            figures.add("peak_resident_mb", megabytes, digits: 1)
            if goal.characters == goals[0].characters {
                try compare(texts, with: rate, in: bench.folder, &figures)
            }
            results.append(
                BenchResult(
                    figures: figures,
                    target: "posts_per_core_second at least \(Int(goal.rate)), peak_resident_mb at most 150",
                    isMet: rate >= goal.rate && megabytes <= mostMegabytes))
        }
        return results
    }

    /// The rate is that of the core's own time: what else the machine does meanwhile is not the analyzer's.
    private static func onOneCore(_ analyzer: Analyzer, _ texts: [String]) -> (JSONLine, rate: Double) {
        var opinions = 0
        // Once over all of them first, so that the processor's caches are as in a long run.
        for text in texts { opinions += analyzer.analyze(text).opinions.count }
        let watch = Stopwatch()
        let start = processorSeconds()
        var posts = 0
        while watch.seconds < time {
            for text in texts { opinions += analyzer.analyze(text).opinions.count }
            posts += texts.count
        }
        let rate = Double(posts) / (processorSeconds() - start)
        var figures = JSONLine()
        figures.add("posts_per_core_second", rate, digits: 0)
        figures.add(
            "characters_per_post", Double(texts.reduce(0) { $0 + $1.count }) / Double(texts.count), digits: 1)
        figures.add("opinions_per_post", Double(opinions) / Double(posts + texts.count), digits: 2)
        figures.add("posts_per_second_one_core", Double(posts) / watch.seconds, digits: 0)
        return (figures, rate)
    }

    /// Posts a second by the clock, with a task for each processor.
    private static func onAllCores(_ analyzer: Analyzer, _ texts: [String]) async -> Double {
        let watch = Stopwatch()
        let posts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) {
                group.addTask {
                    var posts = 0
                    var opinions = 0
                    while watch.seconds < time {
                        for text in texts { opinions += analyzer.analyze(text).opinions.count }
                        posts += texts.count
                    }
                    return opinions > 0 ? posts : 0
                }
            }
            return await group.reduce(0, +)
        }
        return Double(posts) / watch.seconds
    }

    /// What cutting into words and a sentiment alone take others, in Python.
    private static func compare(
        _ texts: [String], with rate: Double, in folder: String, _ figures: inout JSONLine
    ) throws {
        let others = try OtherClients.measure(texts.map(JSON.string), by: "analyze.py", in: folder)
        guard let other = others["texts"], let theirs = other.rates["analyze"] else { return }
        figures.add("others", other.client)
        figures.add("others_posts_per_core_second", theirs, digits: 0)
        figures.add("times_others", rate / theirs, digits: 1)
    }
}
