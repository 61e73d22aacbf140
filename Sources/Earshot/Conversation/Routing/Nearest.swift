/// Finds the example questions that share most with a message that was not understood.
struct Nearest: Sendable {
    private struct Example: Sendable {
        var text: String
        var intent: Intent
        var roles: [Role]?
        var pairs: Set<UInt64>
    }

    private let examples: [Example]

    init(_ entries: [Phrasebook.Entry]) {
        examples = entries.flatMap { entry in
            entry.command.examples.map { text in
                Example(
                    text: text, intent: entry.intent, roles: entry.command.roles,
                    pairs: Nearest.pairs(Normalization(text).scalars))
            }
        }
    }

    /// At most `limit` examples of different intents, the nearest first; where nothing is near, the first of
    /// the file.
    func examples(near text: Normalization, in context: DialogueContext, limit: Int = 3) -> [String] {
        let wanted = Nearest.pairs(text.scalars)
        var scored: [(score: Double, index: Int)] = []
        for (index, example) in examples.enumerated()
        where context.available.contains(example.intent) && example.roles?.contains(context.role) != false {
            let shared = Double(wanted.intersection(example.pairs).count)
            scored.append((2 * shared / Double(max(1, wanted.count + example.pairs.count)), index))
        }
        scored.sort { $0.score == $1.score ? $0.index < $1.index : $0.score > $1.score }
        var seen: Set<Intent> = []
        var nearest: [String] = []
        for candidate in scored where nearest.count < limit {
            let example = examples[candidate.index]
            if seen.insert(example.intent).inserted { nearest.append(example.text) }
        }
        return nearest
    }

    /// Whether a message is an example with a slip in it: 我的健议.
    func isMistyped(_ text: Normalization) -> Bool {
        let wanted = Nearest.pairs(text.scalars)
        return examples.contains { example in
            let shared = Double(wanted.intersection(example.pairs).count)
            return 2 * shared / Double(max(1, wanted.count + example.pairs.count)) >= Nearest.slip
        }
    }

    /// So much is shared with an example by what was meant to be one.
    private static let slip = 0.5

    /// Single characters and neighbouring pairs.
    private static func pairs(_ scalars: [UInt32]) -> Set<UInt64> {
        var set: Set<UInt64> = []
        var before: UInt32 = 0
        for scalar in scalars where scalar != Normalization.separator {
            set.insert(UInt64(scalar))
            if before != 0 { set.insert(UInt64(before) << 32 | UInt64(scalar)) }
            before = scalar
        }
        return set
    }
}
