import Earshot
import Sample

/// How many posts one core understands.
enum AnalyzeBenchmark: Benchmark {
    static let name = "analyze"
    static let summary = "posts of 60 characters understood per second on one core"

    private static let target = 60_000.0
    private static let characters = 55...65
    private static let time = 4.0

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let analyzer = try bench.installation.analyzer()
        let texts = Array(
            bench.brand(200_000).voices().lazy.map(\.text).filter { characters.contains($0.count) }
                .prefix(10_000))
        guard !texts.isEmpty else { throw Failure("no sample text is about 60 characters long") }
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
        // Of the core's own time: what else the machine does meanwhile is not the analyzer's.
        let rate = Double(posts) / (processorSeconds() - start)
        var figures = JSONLine()
        figures.add("posts_per_core_second", rate, digits: 0)
        figures.add(
            "characters_per_post", Double(texts.reduce(0) { $0 + $1.count }) / Double(texts.count), digits: 1)
        figures.add("opinions_per_post", Double(opinions) / Double(posts + texts.count), digits: 2)
        figures.add("posts_per_second_elapsed", Double(posts) / watch.seconds, digits: 0)
        return [
            BenchResult(
                figures: figures, target: "posts_per_core_second at least 60000", isMet: rate >= target)
        ]
    }
}
