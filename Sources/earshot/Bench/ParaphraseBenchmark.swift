import Earshot
import Sample

/// How often messages are understood that word the same wishes in other letters.
enum ParaphraseBenchmark: Benchmark {
    static let name = "paraphrases"
    static let summary = "share of reworded and mistyped messages that are understood, by kind"

    private static let seed: UInt64 = 20_261_121
    private static let target = 0.98

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let router = try bench.installation.router()
        let paraphrases = Paraphrases(seed: seed)
        return ParaphraseKind.allCases.flatMap { kind in
            Half.allCases.map { half in
                let messages = paraphrases.messages(of: kind, half)
                let score = ParaphraseScore(of: messages, by: router, today: bench.today)
                var figures = JSONLine()
                figures.add("kind", kind.rawValue)
                figures.add("half", half.rawValue)
                figures.add("count", score.count)
                figures.add("fully_right", Double(score.right) / Double(max(1, score.count)), digits: 3)
                figures.add("right_or_offered", score.served, digits: 3)
                figures.add("changed_unasked", score.harmful)
                figures.add(
                    "us_per_message", microseconds(of: messages, router, bench.today), digits: 1)
                return BenchResult(
                    figures: figures, target: "no change unasked, right_or_offered at least 0.98",
                    isMet: score.harmful == 0 && score.served >= target)
            }
        }
    }

    /// The processor time that understanding one message takes on average, with those before it in the same chat.
    private static func microseconds(of messages: [Paraphrases.Message], _ router: Router, _ today: Day)
        -> Double
    {
        let start = processorSeconds()
        var turns = 0
        repeat {
            for message in messages {
                var talk = RoutedTalk(router, role: message.role, today: today)
                for turn in message.turns { _ = talk.hear(turn) }
                turns += message.turns.count
            }
        } while processorSeconds() - start < leastTime && turns > 0
        return (processorSeconds() - start) * 1e6 / Double(max(1, turns))
    }

    private static let leastTime = 0.1
}
