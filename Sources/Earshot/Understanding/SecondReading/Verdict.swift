/// What a second reader says of one aspect that was in doubt.
public struct Verdict: Sendable, Hashable {
    public var aspect: Aspect
    public var finding: Finding

    public enum Finding: Sendable, Hashable {
        /// The text says nothing of it.
        case absent
        /// The text speaks of it so, with these words: a place in `MaskedText`.
        case opinion(Polarity, at: Range<Int>)
    }

    public init(_ aspect: Aspect, _ finding: Finding) {
        self.aspect = aspect
        self.finding = finding
    }
}

/// As it is kept on disk: `fuel negative 3 8`, `space absent`.
extension Verdict: LosslessStringConvertible {
    public var description: String {
        switch finding {
        case .absent: "\(aspect) absent"
        case .opinion(let polarity, let place):
            "\(aspect) \(polarity.rawValue) \(place.lowerBound) \(place.upperBound)"
        }
    }

    public init?(_ description: String) {
        let words = description.split(separator: " ")
        guard let aspect = words.first.flatMap({ Aspect($0) }) else { return nil }
        if words.count == 2, words[1] == "absent" {
            self.init(aspect, .absent)
            return
        }
        guard words.count == 4, let polarity = Polarity(rawValue: String(words[1])),
            let start = Int(words[2]),
            let end = Int(words[3]), 0 <= start, start < end
        else { return nil }
        self.init(aspect, .opinion(polarity, at: start..<end))
    }
}
