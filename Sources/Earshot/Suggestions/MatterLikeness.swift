/// How alike two suggestions are by the things they name, each in whatever words may stand for it: 车机启动很慢 and 中控屏开机太慢.
public struct MatterLikeness: Sendable {
    private let characters: [UInt32]
    /// Each two that stand beside each other in it: most wordings are known not to stand there by their first two.
    private let pairs: Set<UInt64>
    private let things: [SuggestedMatter.Thing]

    /// So much of what one names, and so much of what the other does, must be found in the other, and weigh so much at least: two
    /// things, or one with what is to be done about it. Chosen on the groups of `AlikeSuggestionTests`.
    private static let (more, less, least) = (0.5, 0.3, 1.0)
    /// What is read of a suggestion.
    private static let longest = 120

    /// - Parameter words: what somebody suggests.
    public init(_ words: String, by lexicon: EvidenceWords, _ analyzer: Analyzer) {
        characters = SearchText(words, limit: MatterLikeness.longest).characters
        pairs = Set(zip(characters, characters.dropFirst()).map { MatterLikeness.pair($0, $1) })
        things = SuggestedMatter(String(words.prefix(MatterLikeness.longest)), by: lexicon, analyzer).things
    }

    /// Itself where it names anything by which another one could be of the same matter.
    var namingAnything: MatterLikeness? { things.isEmpty ? nil : self }

    /// How much of what both name is said by the other one, from 0 to 1; nothing where they are not of the same matter.
    func likeness(to other: MatterLikeness) -> Double? {
        // Most have little in common, which one side tells.
        let own = found(in: other)
        guard own.share >= MatterLikeness.less, own.weight >= MatterLikeness.least else { return nil }
        let others = other.found(in: self)
        guard others.share >= MatterLikeness.less, others.weight >= MatterLikeness.least,
            max(own.share, others.share) >= MatterLikeness.more
        else { return nil }
        return (own.share + others.share) / 2
    }

    /// How much of what it names the other one says, 0 to 1, and the weight of that.
    private func found(in other: MatterLikeness) -> (share: Double, weight: Double) {
        var (found, whole) = (0.0, 0.0)
        for thing in things {
            let weight = MatterLikeness.weight(of: thing)
            whole += weight
            found += weight * other.credit(of: thing)
        }
        return whole > 0 ? (found / whole, found) : (0, 0)
    }

    /// What no list knows may be beside the matter, and what shall be done is said in many ways.
    private static func weight(of thing: SuggestedMatter.Thing) -> Double {
        if thing.isRequest { return 0.1 }
        return switch thing.kind {
        case .known: 1
        case .unknown: 0.6
        case .remedy: 0.3
        }
    }

    private func credit(of thing: SuggestedMatter.Thing) -> Double {
        thing.wordings.lazy.filter { contains($0) }.map(\.credit).max() ?? 0
    }

    private func contains(_ wording: SuggestedMatter.Wording) -> Bool {
        if holds(wording.characters) { return true }
        guard let (first, second) = wording.halves else { return false }
        return holds(first) && holds(second)
    }

    private func holds(_ word: some Collection<UInt32>) -> Bool {
        let start = word.prefix(2)
        if start.count == 2, let first = start.first, let second = start.dropFirst().first,
            !pairs.contains(MatterLikeness.pair(first, second))
        {
            return false
        }
        return characters.firstRange(of: word) != nil
    }

    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
        UInt64(first) << 32 | UInt64(second)
    }
}
