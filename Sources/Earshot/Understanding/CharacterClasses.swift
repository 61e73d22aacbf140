/// The characters the lexicon is written with, each by a small number, and the normalisation of text in the
/// same table.
///
/// Upper and lower case, full and half width, traditional and simplified forms of a character share one class,
/// so text is normalised by looking it up and keeps its own byte offsets.
struct CharacterClasses: Sendable {
    /// The class of characters that no term contains.
    static let other: UInt16 = 0

    /// Indexed by the scalar's value; scalars beyond the basic plane are `other`.
    private(set) var classes = [UInt16](repeating: other, count: 0x10000)
    private(set) var count = 1
    private let simplified: [UInt32: UInt32]

    /// - Parameter variants: traditional or otherwise variant scalars and the form the lexicon uses.
    init(variants: [(from: Unicode.Scalar, to: Unicode.Scalar)]) {
        simplified = Dictionary(variants.map { ($0.from.value, $0.to.value) }, uniquingKeysWith: { $1 })
    }

    /// The classes of a term's characters; characters not met before get a new class.
    mutating func encode(_ term: String) -> [UInt16]? {
        var codes: [UInt16] = []
        for scalar in term.unicodeScalars {
            let value = normalised(scalar.value)
            guard value < 0x10000 else { return nil }
            if classes[Int(value)] == CharacterClasses.other {
                classes[Int(value)] = UInt16(count)
                count += 1
            }
            codes.append(classes[Int(value)])
        }
        return codes
    }

    /// Gives every spelling of a known character its class. To be called once, after the last term.
    mutating func close() {
        for value in UInt32(0x41)...0x5A { adopt(value) }
        for value in UInt32(0xFF01)...0xFF5E { adopt(value) }
        adopt(0x3000)
        for value in simplified.keys { adopt(value) }
    }

    private mutating func adopt(_ value: UInt32) {
        guard value < 0x10000 else { return }
        classes[Int(value)] = classes[Int(normalised(value))]
    }

    /// The scalar in lower case, half width and simplified form.
    func normalised(_ value: UInt32) -> UInt32 {
        var value = value
        if value == 0x3000 { return 0x20 }
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        if (0x41...0x5A).contains(value) { return value + 0x20 }
        return simplified[value] ?? value
    }
}
