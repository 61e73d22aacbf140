extension XMLElement {
    /// The element as a document in UTF-8, without a declaration and without blanks between elements.
    ///
    /// Text that is not of letters and digits alone stands in a CDATA section, so that nothing in it is markup; where it
    /// holds the end of one it goes on in the next. What XML 1.0 cannot say at all (control characters, U+FFFE,
    /// U+FFFF) becomes U+FFFD.
    ///
    /// - Precondition: the names are XML names; they are the program's own.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    private func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "<\(name)>".utf8)
        XMLElement.append(text, to: &bytes)
        for child in children { child.append(to: &bytes) }
        bytes.append(contentsOf: "</\(name)>".utf8)
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        if text.utf8.allSatisfy(isAlphanumeric) {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(contentsOf: "<![CDATA[".utf8)
        defer { bytes.append(contentsOf: "]]>".utf8) }
        if text.utf8.allSatisfy(isPlain) {
            bytes.append(contentsOf: text.utf8)
            return
        }
        var brackets = 0
        // Scalar by scalar: with a combining mark behind it the end of a section is another character than without.
        for scalar in text.unicodeScalars {
            if scalar == ">", brackets >= 2 { bytes.append(contentsOf: "]]><![CDATA[".utf8) }
            brackets = scalar == "]" ? brackets + 1 : 0
            let written: Unicode.Scalar = isCharacter(scalar) ? scalar : "\u{FFFD}"
            bytes.append(contentsOf: written.utf8)
        }
    }

    /// Whether a byte can stand as it is whatever is beside it: no control character, no bracket, and no beginning of
    /// what may be U+FFFE or U+FFFF.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0D: true
        case 0x5D, 0xEF: false
        default: byte >= 0x20
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// `Char` of XML 1.0, section 2.2. A carriage return is one, but does not survive reading: it becomes a line feed.
    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
