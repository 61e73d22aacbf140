/// The shingles of a text, to be compared with those of several others.
public struct Likeness: Sendable {
    /// Ascending, each once.
    private let shingles: [UInt64]

    public init(of text: String) {
        shingles = NormalisedText(text).shingles
    }

    /// Whether another text is nearly the same: four fifths of the shingles are common to both.
    public func isNear(_ text: String) -> Bool {
        let others = NormalisedText(text).shingles
        let common = countCommon(with: others)
        return common * 5 >= (shingles.count + others.count - common) * 4 && common > 0
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
