import FoundationEssentials

/// JSON that callbacks bring.
enum CallbackJSON {
    /// Reads one JSON document. Depth is bounded by `JSONDecoder`, which refuses more than 512 levels.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
        guard hasSoundTexts(bytes) else { return nil }
        return try? JSONDecoder().decode(type, from: Data(bytes))
    }

    /// Whether the bytes are one JSON object, whatever is in it.
    static func isObject(_ bytes: [UInt8]) -> Bool {
        decode(AnyFields.self, from: bytes) != nil
    }

    /// Whether no text in a document has a raw control character or an escape that JSON does not know (RFC 8259, 7).
    ///
    /// `JSONDecoder` looks only at the texts that are asked for, so a field that a message can do without would seem
    /// to be absent.
    private static func hasSoundTexts(_ bytes: [UInt8]) -> Bool {
        var isInside = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                isInside.toggle()
            } else if isInside, byte < 0x20 {
                return false
            } else if isInside, byte == UInt8(ascii: "\\") {
                index += 1
                guard index < bytes.count, "\"\\/bfnrtu".utf8.contains(bytes[index]) else { return false }
            }
            index += 1
        }
        return true
    }

    private struct AnyFields: Decodable {
        private enum Key: CodingKey {}

        init(from decoder: any Decoder) throws {
            _ = try decoder.container(keyedBy: Key.self)
        }
    }
}

/// A whole number that a platform writes now as a number, now as text.
struct LenientInteger: Decodable {
    let value: Int64

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) {
            value = number
        } else if let number = Int64(try container.decode(String.self)) {
            value = number
        } else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a whole number")
        }
    }
}

extension KeyedDecodingContainer {
    /// The value of a field that the message can do without: nothing when it is absent or of another type.
    func ifUsable<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
        (try? decodeIfPresent(type, forKey: key)) ?? nil
    }

    /// The text of a field that is kept and indexed: not empty, and no longer than the platforms' are.
    func identifier(_ key: Key) throws -> String {
        let value = try decode(String.self, forKey: key)
        guard (1...512).contains(value.utf8.count) else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self, debugDescription: "empty or too long")
        }
        return value
    }
}
