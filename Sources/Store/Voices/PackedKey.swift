/// Four numbers of a table's key in one: keys compare as the rows do, at the cost of one comparison.
///
/// Each has 31 bits and may be from -2^30 to below 2^30; codes, numbers of rows and days are far within.
struct PackedKey {
    /// 124 bits.
    let packed: UInt128

    init(packed: UInt128) {
        self.packed = packed
    }

    init(_ first: Int, _ second: Int, _ third: Int, _ fourth: Int) {
        let upper = PackedKey.pack(first) << 31 | PackedKey.pack(second)
        let lower = PackedKey.pack(third) << 31 | PackedKey.pack(fourth)
        packed = UInt128(upper) << 62 | UInt128(lower)
    }

    var numbers: (Int, Int, Int, Int) { (number(at: 93), number(at: 62), number(at: 31), number(at: 0)) }

    private static let offset = 1 << 30

    private static func pack(_ number: Int) -> UInt64 {
        let shifted = number + offset
        precondition(shifted >= 0 && shifted < 2 * offset, "a number of a key is out of range")
        return UInt64(shifted)
    }

    private func number(at shift: Int) -> Int {
        Int(truncatingIfNeeded: packed >> shift) & 0x7FFF_FFFF - PackedKey.offset
    }
}
