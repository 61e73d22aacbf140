/// Walks over the bytes of one JSON value (RFC 8259), strictly, without building a tree.
///
/// Nothing in it recurses, so that no nesting can exhaust the stack.
struct JSONCursor: ~Copyable {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// - Parameter bytes: outlive the cursor.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// What a value begins like.
    enum Kind {
        case object, list, text, number, truth, null, other

        /// In the words of a row's problem.
        var name: String {
            switch self {
            case .object: "an object"
            case .list: "a list"
            case .text: "a text"
            case .number: "a number"
            case .truth: "true or false"
            case .null: "null"
            case .other: "not JSON"
            }
        }
    }

    /// Whether nothing but blanks is left.
    mutating func isAtEnd() -> Bool {
        skipBlanks()
        return index == bytes.count
    }

    mutating func nextKind() -> Kind {
        skipBlanks()
        guard index < bytes.count else { return .other }
        switch bytes[index] {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .list
        case UInt8(ascii: "\""): return .text
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .truth
        case UInt8(ascii: "n"): return .null
        default: return .other
        }
    }

    /// Steps over the character, after blanks; false, without a step, when another one stands there.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    /// Steps over `null`; false when something else stands there.
    mutating func takeNull() -> Bool {
        skipBlanks()
        guard bytes.count - index >= 4, bytes[index] == UInt8(ascii: "n"),
            bytes[index + 1] == UInt8(ascii: "u"),
            bytes[index + 2] == UInt8(ascii: "l"), bytes[index + 3] == UInt8(ascii: "l")
        else { return false }
        index += 4
        return true
    }

    /// The number's characters, checked against JSON's grammar; nothing when they are not a number.
    mutating func number() -> String? {
        skipBlanks()
        let start = index
        if has("-") { index += 1 }
        if has("0") {
            index += 1
        } else {
            guard digits() else { return nil }
        }
        if has(".") {
            index += 1
            guard digits() else { return nil }
        }
        if has("e") || has("E") {
            index += 1
            if has("+") || has("-") { index += 1 }
            guard digits() else { return nil }
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// The raw bytes between the quotes of a text without escapes, as a key has them; nothing for another.
    mutating func plainText() -> UnsafeBufferPointer<UInt8>? {
        skipBlanks()
        guard has("\"") else { return nil }
        let start = index + 1
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "\"") {
                index = end + 1
                return UnsafeBufferPointer(rebasing: bytes[start..<end])
            }
            if byte == UInt8(ascii: "\\") || byte < 0x20 { return nil }
            end += 1
        }
        return nil
    }

    /// The text at this place.
    mutating func text() throws(JSONFault) -> String {
        if let plain = plainText() {
            return try JSONCursor.checked(plain)
        }
        return try escapedText()
    }

    private mutating func escapedText() throws(JSONFault) -> String {
        skipBlanks()
        guard has("\"") else { throw .notJSON }
        index += 1
        var content: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                return try content.withUnsafeBufferPointer { (bytes) throws(JSONFault) in
                    try JSONCursor.checked(bytes)
                }
            case UInt8(ascii: "\\"):
                try content.append(contentsOf: UTF8.encode(escape()) ?? UTF8.encodedReplacementCharacter)
            case 0..<0x20:
                throw .controlCharacter
            default:
                content.append(byte)
            }
        }
        throw .unterminatedText
    }

    /// The text of these bytes. (`String(validating:as:)` does the same by way of generics, in twice the time.)
    private static func checked(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> String {
        do {
            return String(copying: try UTF8Span(validating: bytes.span))
        } catch {
            throw .notUTF8
        }
    }

    /// The character of the escape whose backslash was just passed.
    private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        guard index < bytes.count else { throw .unterminatedText }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"): break
        default: throw .wrongEscape
        }
        let high = try hexadecimal()
        if let scalar = Unicode.Scalar(high) { return scalar }
        // A surrogate stands for a character only as the high one of a pair (RFC 8259, section 7).
        guard high < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        else { throw .loneSurrogate }
        index += 2
        let low = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
        else { throw .loneSurrogate }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt16 {
        guard bytes.count - index >= 4 else { throw .wrongEscape }
        var value: UInt16 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch bytes[index] {
            case let byte where (0x30...0x39).contains(byte): digit = byte - 0x30
            case let byte where (0x41...0x46).contains(byte): digit = byte - 0x37
            case let byte where (0x61...0x66).contains(byte): digit = byte - 0x57
            default: throw .wrongEscape
            }
            value = value << 4 | UInt16(digit)
            index += 1
        }
        return value
    }

    private func has(_ character: Unicode.Scalar) -> Bool {
        index < bytes.count && bytes[index] == UInt8(ascii: character)
    }

    /// Steps over digits; false when there is none.
    private mutating func digits() -> Bool {
        let start = index
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
        return index > start
    }

    private mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
    }
}

/// What makes bytes no JSON text.
enum JSONFault: String, Error {
    case notJSON = "is not JSON"
    case notUTF8 = "has a broken byte (not UTF-8)"
    case controlCharacter = "has a raw control character"
    case unterminatedText = "ends in the middle of a text"
    case wrongEscape = "has a wrong escape after a backslash"
    case loneSurrogate = "has half a surrogate pair"
}
