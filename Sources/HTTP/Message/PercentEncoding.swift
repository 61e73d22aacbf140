/// Percent-decoding of untrusted text (RFC 3986, 2.1).
enum PercentEncoding {
    /// The decoded text of one path segment, or nothing when an escape is malformed, the result is not
    /// UTF-8, or it holds a control character: such a segment names nothing that a route could mean.
    static func decodeStrictly(_ segment: Substring) -> String? {
        guard segment.utf8.contains(0x25) else {
            return segment.utf8.contains { $0 < 0x20 || $0 == 0x7F } ? nil : String(segment)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(segment.utf8.count)
        var rest = segment.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == 0x25 else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst()?.hexValue, let low = rest.popFirst()?.hexValue else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The text of a form field (application/x-www-form-urlencoded): `+` is a space, a malformed escape
    /// stands for itself, bytes that are not UTF-8 become U+FFFD (WHATWG URL, 5.1).
    static func decodeFormField(_ field: Substring) -> String {
        guard field.utf8.contains(where: { $0 == 0x25 || $0 == 0x2B }) else { return String(field) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(field.utf8.count)
        var rest = field.utf8[...]
        while let byte = rest.popFirst() {
            if byte == 0x2B {
                bytes.append(0x20)
            } else if byte == 0x25, let high = rest.first?.hexValue,
                let low = rest.dropFirst().first?.hexValue
            {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var hexValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}
