internal import Synchronization

/// Makes identifiers that do not repeat within a process and do not show how many requests there were.
struct RequestIdentifiers: ~Copyable, Sendable {
    private let seed = UInt64.random(in: .min ... .max)
    private let count = Atomic<UInt64>(0)

    /// Sixteen hexadecimal digits.
    func next() -> String {
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        // SplitMix64 (Steele, Lea, Flood 2014) is a bijection, so distinct counts give distinct identifiers.
        var mixed = seed &+ number &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return String(unsafeUninitializedCapacity: 16) { buffer in
            for index in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: mixed >> UInt64(60 - index * 4) & 15)
                buffer[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
            }
            return 16
        }
    }
}
