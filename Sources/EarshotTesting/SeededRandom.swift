import Earshot

/// Random numbers of a test that are the same for the same seed.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var source: SplitMix64

    public init(seed: UInt64) {
        source = SplitMix64(seed: seed)
    }

    public mutating func next() -> UInt64 {
        source.next()
    }
}
