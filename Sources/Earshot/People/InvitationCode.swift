/// The one-time code by which somebody shows who they are: twelve characters, `7KQM-X2VA-9TPC`.
///
/// No two of its 27 characters look alike: 0 and O, 1, I and L are left out, as are S, B, Z and U beside 5, 8, 2
/// and V. Twelve of them make 57 bits.
public struct InvitationCode: Sendable, Hashable {
    static let alphabet = Array("23456789ACDEFGHJKMNPQRTVWXY".utf8)
    static let length = 12

    /// The characters without dashes; what a digest is taken of.
    public let characters: String

    /// A new code.
    ///
    /// - Parameter generator: must be unpredictable, as the system's is.
    public init(using generator: inout some RandomNumberGenerator) {
        let bytes = (0..<InvitationCode.length).map { _ in
            InvitationCode.alphabet[Int.random(in: 0..<InvitationCode.alphabet.count, using: &generator)]
        }
        characters = String(decoding: bytes, as: UTF8.self)
    }

    /// The code somebody typed, in either case, half or full width, with or without dashes and spaces; nothing
    /// when it cannot be one.
    public init?(typed text: some StringProtocol) {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            // The full-width forms of ASCII stand in the same order, U+FF01 for U+0021.
            let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            switch value {
            case 0x20, 0x09, 0x3000, 0x2D, 0x2010...0x2015: continue
            case 0x61...0x7A: bytes.append(UInt8(value - 0x20))
            case 0x21...0x7E: bytes.append(UInt8(value))
            default: return nil
            }
            guard bytes.count <= InvitationCode.length else { return nil }
        }
        guard bytes.count == InvitationCode.length, bytes.allSatisfy(InvitationCode.alphabet.contains) else {
            return nil
        }
        characters = String(decoding: bytes, as: UTF8.self)
    }
}

extension InvitationCode: CustomStringConvertible {
    /// In groups of four, as it is handed to a person.
    public var description: String {
        stride(from: 0, to: InvitationCode.length, by: 4)
            .map { characters.dropFirst($0).prefix(4) }
            .joined(separator: "-")
    }
}
