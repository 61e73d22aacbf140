import Earshot
import Sample

/// What it costs to look for suggestions like one that is filed, beside as many long ones as it is compared with.
enum FilingBenchmark: Benchmark {
    static let name = "filing"
    static let summary = "processor milliseconds to find the suggestions that are like one that is filed"

    private static let (known, filed, length) = (500, 20, 500)
    private static let target = 100.0

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let analyzer = try bench.installation.comprehension().analyzer
        let lexicon = try bench.installation.evidenceWords()
        let memory = SuggestionMemory {
            ReadSuggestion($0, matter: MatterLikeness($0, by: lexicon, analyzer))
        }
        let texts = texts(on: bench)
        precondition(texts.count == known + filed, "the sample is too small for this benchmark")
        let moment = SystemClock().now
        let filer = Suggestion.Backer(person: "bench", dealer: nil, city: nil, region: nil, at: moment)
        let suggestions = texts.prefix(known).enumerated().map {
            Suggestion(number: Int64($0.offset + 1), $0.element, filer: filer)
        }
        var times: [Double] = []
        var alike = 0
        for words in texts.dropFirst(known) {
            let start = processorSeconds()
            alike +=
                SuggestionLikeness.similar(
                    to: words, aspect: nil, among: suggestions, reading: memory.reading
                )
                .count
            times.append((processorSeconds() - start) * 1000)
        }
        // The first reads them all.
        let first = times.removeFirst()
        let percentiles = Percentiles(times)
        let worst = percentiles.percentile(0.99)
        var figures = JSONLine()
        figures.add("p50_ms", percentiles.percentile(0.5), digits: 1)
        figures.add("p99_ms", worst, digits: 1)
        figures.add("first_ms", first, digits: 1)
        figures.add("suggestions", suggestions.count)
        figures.add("characters", length)
        figures.add("alike", alike)
        return [BenchResult(figures: figures, target: "p99_ms below 100", isMet: worst < target)]
    }

    /// Long texts in which many things are named: what several customers said, one behind the other.
    private static func texts(on bench: Workbench) -> [String] {
        var texts: [String] = []
        var text = ""
        for voice in bench.brand((known + filed) * length / 8).voices() {
            text += voice.text
            guard text.count >= length else { continue }
            texts.append(String(text.prefix(length)))
            text = ""
            if texts.count == known + filed { break }
        }
        return texts
    }
}
