/// Bytes written in 64 characters (RFC 4648).
public enum Base64 {
    /// The standard form: `+` and `/`, padded with `=`, one line.
    public static func encode(_ bytes: [UInt8]) -> String {
        encode(bytes, alphabet: standard, padded: true)
    }

    /// The form for addresses and identifiers: `-` and `_`, not padded.
    public static func encodeURLSafe(_ bytes: [UInt8]) -> String {
        encode(bytes, alphabet: urlSafe, padded: false)
    }

    /// Reads the standard form strictly: whole groups, padding where it belongs, no line breaks, no foreign
    /// characters, unused bits zero. Every byte string has exactly one text that is accepted.
    public static func decode(_ text: some StringProtocol) throws(CryptoError) -> [UInt8] {
        let characters = Array(text.utf8)
        guard characters.count.isMultiple(of: 4) else { throw .base64 }
        let padding = characters.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        return try decode(characters.dropLast(padding), values: standardValues, spareBitsMayBeSet: false)
    }

    /// Reads the form for addresses as strictly.
    public static func decodeURLSafe(_ text: some StringProtocol) throws(CryptoError) -> [UInt8] {
        try decode(Array(text.utf8)[...], values: urlSafeValues, spareBitsMayBeSet: false)
    }

    /// The 32 bytes of a key that is written in 43 characters without `=`, as WeCom and DingTalk give their
    /// EncodingAESKey.
    ///
    /// 43 characters hold 258 bits; the two bits too many are ignored, because the platforms fill them.
    public static func decodeKey(_ text: Secret) throws(CryptoError) -> Secret {
        let wrong = CryptoError(
            .badKey, "an EncodingAESKey has 43 letters and digits", hint: "copy it again from the platform")
        guard text.count == 43 else { throw wrong }
        do {
            return try text.withUnsafeBytes { (characters) throws(CryptoError) -> Secret in
                Secret(try decode(characters[...], values: standardValues, spareBitsMayBeSet: true))
            }
        } catch { throw wrong }
    }

    private static func encode(_ bytes: [UInt8], alphabet: [UInt8], padded: Bool) -> String {
        let groups = (bytes.count + 2) / 3
        return String(unsafeUninitializedCapacity: groups * 4) { text in
            var length = 0
            for start in stride(from: 0, to: bytes.count, by: 3) {
                let present = min(3, bytes.count - start)
                var group = UInt32(bytes[start]) << 16
                if present > 1 { group |= UInt32(bytes[start + 1]) << 8 }
                if present > 2 { group |= UInt32(bytes[start + 2]) }
                for position in 0...present {
                    text[length] = alphabet[Int(group >> UInt32(18 - 6 * position)) & 63]
                    length += 1
                }
                for _ in present..<3 where padded {
                    text[length] = UInt8(ascii: "=")
                    length += 1
                }
            }
            return length
        }
    }

    private static func decode<Characters: RandomAccessCollection>(
        _ characters: Characters, values: [UInt8], spareBitsMayBeSet: Bool
    ) throws(CryptoError) -> [UInt8] where Characters.Element == UInt8 {
        guard characters.count % 4 != 1 else { throw .base64 }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count * 3 / 4)
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        for character in characters {
            let value = values[Int(character)]
            guard value < 64 else { throw .base64 }
            pending = pending << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> bits))
                pending &= (1 << bits) - 1
            }
        }
        guard spareBitsMayBeSet || pending == 0 else { throw .base64 }
        return bytes
    }

    private static let standard = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let urlSafe = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let standardValues = values(of: standard)
    private static let urlSafeValues = values(of: urlSafe)

    private static func values(of alphabet: [UInt8]) -> [UInt8] {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }
}
