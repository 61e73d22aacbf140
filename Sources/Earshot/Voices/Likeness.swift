/// The shingles of a text, to be compared with those of several others.
public struct Likeness: Sendable {
    /// Ascending, each once.
    private let shingles: [UInt64]

    public init(of text: String) {
        shingles = NormalisedText(text).shingles
    }

    /// A shorter text that stands whole in the other is the same one, cut or added to, from so many shingles on.
    private static let fewestWithin = 8

    /// Whether another text is nearly the same: four fifths of the shingles are common to both, or all of one that is at
    /// least half as long as the other.
    public func isNear(_ text: String) -> Bool {
        let others = NormalisedText(text).shingles
        let common = countCommon(with: others)
        let (fewer, more) = (min(shingles.count, others.count), max(shingles.count, others.count))
        if common == fewer, fewer >= Likeness.fewestWithin, fewer * 2 >= more { return true }
        return common * 5 >= (fewer + more - common) * 4 && common > 0
    }

    private func countCommon(with others: [UInt64]) -> Int {
        var (common, mine, theirs) = (0, 0, 0)
        while mine < shingles.count, theirs < others.count {
            let (left, right) = (shingles[mine], others[theirs])
            if left == right { common += 1 }
            if left <= right { mine += 1 }
            if right <= left { theirs += 1 }
        }
        return common
    }
}
