/// The characters of a text that stand beside each other, each two once, signs and spaces left out.
struct CharacterPairs: Sendable {
    /// Ascending.
    private let pairs: [UInt64]

    init(_ words: String) {
        let letters = words.lowercased().unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        pairs = Set(zip(letters, letters.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
            .sorted()
    }

    var count: Int { pairs.count }

    /// How many of its own the other one has too.
    func shared(with other: CharacterPairs) -> Int {
        var (own, others, shared) = (0, 0, 0)
        while own < pairs.count, others < other.pairs.count {
            let (left, right) = (pairs[own], other.pairs[others])
            shared += left == right ? 1 : 0
            own += left <= right ? 1 : 0
            others += right <= left ? 1 : 0
        }
        return shared
    }
}
