import EarshotTesting

/// A decoder of what strangers send, fed with broken input that comes from a seed.
public struct FuzzedDecoder: Sendable {
    public let name: String
    /// Makes one input and gives it to the decoder.
    let feed: @Sendable (inout SeededRandom) throws -> Verdict

    /// What the decoder made of an input.
    enum Verdict {
        case read
        /// The word under which it was refused.
        case refused(String)
        /// What must not be, in words.
        case wrong(String)
    }

    /// What became of many inputs.
    public struct Tally: Sendable, Equatable {
        public var read = 0
        public var refused: [String: Int] = [:]
        /// The first that was decoded as it must not be: its number, and why.
        public var wrong: (number: UInt64, why: String)?

        public init() {}

        public static func == (left: Tally, right: Tally) -> Bool {
            left.read == right.read && left.refused == right.refused
                && left.wrong?.number == right.wrong?.number
        }
    }

    /// Feeds inputs by their numbers; the same seed and number are always the same input.
    ///
    /// - Parameter before: Called before each input with its number.
    public func run(
        _ numbers: Range<UInt64>, seed: UInt64, before: (UInt64) -> Void = { _ in }
    ) throws -> Tally {
        var tally = Tally()
        // Both are mixed, or neighbours would run through the same numbers.
        var seeded = SeededRandom(seed: seed)
        let start = seeded.next()
        for number in numbers {
            before(number)
            var mixed = SeededRandom(seed: start &+ number)
            var random = SeededRandom(seed: mixed.next())
            switch try feed(&random) {
            case .read: tally.read += 1
            case .refused(let word): tally.refused[word, default: 0] += 1
            case .wrong(let why): if tally.wrong == nil { tally.wrong = (number, why) }
            }
        }
        return tally
    }
}
