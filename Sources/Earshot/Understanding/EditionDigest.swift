/// The number of an edition, gathered from what it consists of. Equal over builds and machines.
///
/// Method: FNV-1a (Fowler, Noll, Vo) over words of 64 bits, each mixed down.
struct EditionDigest {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ number: Int) {
        value = (value ^ UInt64(bitPattern: Int64(number))) &* 0x100_0000_01B3
        value ^= value >> 29
    }

    mutating func add(_ number: Float) { add(Int(number.bitPattern)) }

    mutating func add(_ number: Double) { add(Int(truncatingIfNeeded: number.bitPattern)) }

    mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

    /// The length as well: "油" and "耗" are not "油耗".
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            add(bytes.count)
            var word = 0
            for (index, byte) in bytes.enumerated() {
                word = word << 8 | Int(byte)
                if index % 7 == 6 {
                    add(word)
                    word = 0
                }
            }
            add(word)
        }
    }

    mutating func add(_ texts: [String]) {
        add(texts.count)
        for text in texts { add(text) }
    }

    /// What a dictionary or set holds, in any order.
    mutating func add<Elements: Collection>(
        unordered elements: Elements, _ add: (inout EditionDigest, Elements.Element) -> Void
    ) {
        var sum: UInt64 = 0
        for element in elements {
            var digest = EditionDigest()
            add(&digest, element)
            sum &+= digest.value
        }
        self.add(elements.count)
        self.add(Int(truncatingIfNeeded: sum))
    }

    var edition: ReadingEdition {
        let digits = String(value, radix: 16)
        return ReadingEdition(key: String(repeating: "0", count: 16 - digits.count) + digits)
    }
}
