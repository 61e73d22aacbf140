import Earshot
import Sample
import Store

/// How many made repeats are recognised, and what recognising costs.
enum RepeatBenchmark: Benchmark {
    static let name = "repeats"
    static let summary = "share of changed repeats that are recognised as reposts, and microseconds a voice"

    private static let voices = 3000
    /// Kinds of repeats that leave the text as it is must be found, whatever its length.
    private static let faithful: [Repeat] = [
        .wordForWord, .punctuation, .emoji, .siteEmoji, .widthAndCase, .forwarded, .mention,
    ]

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let comprehension = try bench.installation.comprehension()
        let store = try VoiceStore(path: "\(bench.folder)/repeats.db")
        let all = bench.brand(voices * 4).voices().filter { $0.text.count >= 16 }.prefix(voices)
        let understood = all.map(comprehension.understand)
        let admissions = try await store.add(understood)
        let firsts = zip(understood, admissions).filter { $1 == .accepted }.map(\.0)
        var figures = JSONLine()
        figures.add("texts", firsts.count)
        var recalls: [JSONLine] = []
        var random = SystemRandomNumberGenerator()
        var lowest = 1.0
        for kind in Repeat.allCases {
            let repeats = firsts.map { first in
                var voice = first
                voice.voice.id += kind.rawValue
                voice.voice.text = kind.of(first.voice.text, using: &random)
                voice.fingerprint = Fingerprint(of: voice.voice.text)
                return voice
            }
            let found = try await store.add(repeats).count { $0 == .repost }
            let recall = Double(found) / Double(max(1, firsts.count))
            if faithful.contains(kind) { lowest = min(lowest, recall) }
            var line = JSONLine()
            line.add("repeat", kind.rawValue)
            line.add("recall", recall, digits: 3)
            recalls.append(line)
        }
        await store.close()
        figures.add("recalls", recalls)
        figures.add("fingerprint_us", fingerprintTime(of: firsts.map(\.voice.text)), digits: 2)
        return [
            BenchResult(
                figures: figures, target: "0.99 of the repeats that leave every word", isMet: lowest >= 0.99)
        ]
    }

    /// Microseconds of processor time for one fingerprint.
    private static func fingerprintTime(of texts: [String]) -> Double {
        var bits = 0
        let start = processorSeconds()
        for _ in 0..<20 {
            for text in texts { bits ^= Int(truncatingIfNeeded: Fingerprint(of: text).sketch) }
        }
        let seconds = processorSeconds() - start
        return bits == .min ? 0 : seconds * 1e6 / Double(20 * max(1, texts.count))
    }
}
