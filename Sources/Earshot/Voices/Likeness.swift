/// The shingles of a text, to be compared with those of several others.
public struct Likeness: Sendable {
    private let shingles: Set<UInt64>

    public init(of text: String) {
        shingles = NormalisedText(text).shingles
    }

    /// Whether another text is nearly the same: four fifths of the shingles are common to both.
    public func isNear(_ text: String) -> Bool {
        let others = NormalisedText(text).shingles
        let common = shingles.intersection(others).count
        return common * 5 >= (shingles.count + others.count - common) * 4 && common > 0
    }
}
