extension AttachmentFormat {
    /// Whether bytes are text without control characters, in UTF-8 or as Windows in China saves it.
    static func isText(_ bytes: [UInt8]) -> Bool {
        let isHarmless: (UInt8) -> Bool = { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
        return !bytes.isEmpty && bytes.allSatisfy(isHarmless)
            && (String(validating: bytes, as: UTF8.self) != nil || isGBK(bytes))
    }

    /// Whether bytes are characters of one, two and four bytes as GB 18030 has them, and nearly all those of two the usual
    /// ones of GB 2312: anything else above ASCII fits the form by chance.
    ///
    /// Source: GB 18030-2005, 6; GB 2312-80, 4 (rows 1 to 9 and 16 to 87, each from A1 to FE).
    private static func isGBK(_ bytes: [UInt8]) -> Bool {
        var (usual, others) = (0, 0)
        var rest = bytes[...]
        while let first = rest.popFirst() {
            if first < 0x80 { continue }
            guard (0x81...0xFE).contains(first), let second = rest.popFirst() else { return false }
            switch second {
            case 0x30...0x39:
                guard let third = rest.popFirst(), (0x81...0xFE).contains(third),
                    let fourth = rest.popFirst(), (0x30...0x39).contains(fourth)
                else { return false }
                others += 1
            case 0xA1...0xFE where (0xA1...0xA9).contains(first) || (0xB0...0xF7).contains(first): usual += 1
            case 0x40...0x7E, 0x80...0xFE: others += 1
            default: return false
            }
        }
        return usual > 1 && usual >= 4 * others
    }
}
