public import Earshot

/// Messages that wish the same in other letters: made from a list of wishes, the same ones for the same seed.
public struct Paraphrases: Sendable {
    /// One message with what came before it and what it must be taken for.
    public struct Message: Sendable {
        public var kind: ParaphraseKind
        public var half: Half
        public var role: Role
        /// The last one is the message.
        public var turns: [String]
        public var meaning: Meaning
    }

    private let seed: UInt64

    public init(seed: UInt64) {
        self.seed = seed
    }

    /// All messages of one kind.
    public func messages(of kind: ParaphraseKind, _ half: Half) -> [Message] {
        var random = SeededRandom(
            seed: kind.rawValue.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) })
        if half == .heldOut { random = SeededRandom(seed: random.next()) }
        return wishes(of: kind, half).flatMap { wish in
            variants(of: kind, half, &random) { random in
                reworded(wish, kind, half, &random)
            }
        }
    }

    private func wishes(of kind: ParaphraseKind, _ half: Half) -> [Wishes.Wish] {
        switch kind {
        case .mixed: half.of(Wishes.mixed)
        case .english: half.of(Wishes.english)
        case .pinyin: half.of(Wishes.pinyin)
        case .negated: half.of(Wishes.negated)
        case .harmless: half.of(Wishes.harmless)
        case .several: half.of(Wishes.several).map(\.first)
        case .unspaced: half.of(Wishes.punctuated)
        case .plain, .width, .traditional, .spaced: half.of(Wishes.plain)
        case .sound, .look, .doubled, .dropped, .swapped, .polite, .spoken: Wishes.plain
        }
    }

    /// Each wish in a few different forms.
    private func variants(
        of kind: ParaphraseKind, _ half: Half, _ random: inout SeededRandom,
        _ make: (inout SeededRandom) -> Message?
    ) -> [Message] {
        let count =
            switch kind {
            case .sound, .look, .doubled, .dropped, .swapped, .polite, .spoken, .several: 4
            default: 1
            }
        var seen: Set<String> = []
        return (0..<count).compactMap { _ in
            guard let message = make(&random), let text = message.turns.last, seen.insert(text).inserted
            else { return nil }
            return message
        }
    }

    private func reworded(
        _ wish: Wishes.Wish, _ kind: ParaphraseKind, _ half: Half, _ random: inout SeededRandom
    ) -> Message? {
        guard let text = wish.turns.last else { return nil }
        let written: String? =
            switch kind {
            case .plain, .mixed, .english, .pinyin, .negated, .harmless: text
            case .sound: Slip.replacing(text, by: Mistakable.sounds, of: half, &random)
            case .look: Slip.replacing(text, by: Mistakable.looks, of: half, &random)
            case .doubled: Slip.doubling(text, &random)
            case .dropped: Slip.dropping(text, &random)
            case .swapped: Slip.swapping(text, &random)
            case .unspaced: Slip.unspacing(text)
            case .spaced: Slip.spacing(text)
            case .width: Slip.widening(text)
            case .traditional: Slip.traditional(text)
            case .polite: padded(text, random.pick(half.of(Padding.polite)))
            case .spoken: padded(text, random.pick(half.of(Padding.spoken)))
            case .several:
                Wishes.several.first { $0.first.turns == wish.turns }.map {
                    text + random.pick(half.of(Padding.joints)) + $0.second
                }
            }
        guard let written else { return nil }
        return Message(
            kind: kind, half: half, role: wish.role, turns: wish.turns.dropLast() + [written],
            meaning: wish.meaning)
    }

    private func padded(_ text: String, _ frame: String) -> String {
        frame.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false).joined(separator: text)
    }
}
