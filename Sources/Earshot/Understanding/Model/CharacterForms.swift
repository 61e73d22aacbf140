/// The form in which the model reads each character, by its scalar's value.
struct CharacterForms: Sendable {
    private let forms: [UInt16]

    init(_ classes: CharacterClasses) {
        forms = (0..<UInt32(0x10000)).map { value in
            let form = classes.normalised(value)
            return switch form {
            case 0x30...0x39: NormalText.number
            case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200B, 0x2028, 0x2029: NormalText.blank
            default: UInt16(truncatingIfNeeded: form)
            }
        }
    }

    @inline(__always)
    func withForms<Result>(_ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result {
        forms.withUnsafeBufferPointer(body)
    }

    /// What is beyond the basic plane, emoji above all, is one symbol.
    @inline(__always)
    static func form(of scalar: UInt32, in forms: UnsafeBufferPointer<UInt16>) -> UInt16 {
        scalar < 0x10000 ? forms[Int(scalar)] : beyond
    }

    private static let beyond: UInt16 = 0xFFFD

    @inline(__always)
    static func endsClause(_ symbol: UInt16) -> Bool {
        switch symbol {
        case 0x20, 0x21, 0x2C, 0x3B, 0x3F, 0x7E, 0x2026, 0x3002: true
        default: false
        }
    }

    /// A question mark, 吗, 呢.
    @inline(__always)
    static func asks(_ symbol: UInt16) -> Bool { symbol == 0x3F || symbol == 0x5417 || symbol == 0x5462 }
}
