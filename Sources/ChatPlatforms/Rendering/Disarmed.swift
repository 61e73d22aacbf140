/// Text of strangers with everything taken out that a chat client could act on.
///
/// Clients differ in which escapes they know, so nothing is escaped: what has a meaning in Markdown, in a
/// mention or in a link is replaced by its full-width likeness, which reads the same and means nothing.
enum Disarmed {
    /// The text as one line.
    ///
    /// - Parameter atStartOfLine: Whether it will stand where a heading, list or quotation could begin.
    static func text(_ text: String, atStartOfLine: Bool) -> String {
        if isHarmless(text, atStartOfLine: atStartOfLine) { return text }
        let scalars = Array(text.unicodeScalars.lazy.filter { !isInvisible($0) }.map(asSpace))
        let start = scalars.firstIndex { $0 != " " } ?? scalars.endIndex
        let end = scalars.lastIndex { $0 != " " } ?? start
        var disarmed = String.UnicodeScalarView()
        for index in start..<min(end + 1, scalars.endIndex) {
            let next = index + 1 < scalars.endIndex ? scalars[index + 1] : " "
            let previous = index > start ? scalars[index - 1] : " "
            let isArmed =
                isMarkup(scalars[index]) || isLink(scalars[index], previous: previous, next: next)
                || (atStartOfLine && index == start && opensBlock(scalars[index], next: next))
            disarmed.append(isArmed ? fullWidth(scalars[index]) : scalars[index])
        }
        if atStartOfLine { disarmListNumber(&disarmed) }
        return String(disarmed)
    }

    /// Whether a text is an address that opens a page over HTTPS or of this machine, and means nothing else in Markdown:
    /// nobody's words make one.
    static func isAddress(_ text: String) -> Bool {
        let isOfThisMachine = ["http://127.0.0.1", "http://localhost"].contains { start in
            text.hasPrefix("\(start):") || text.hasPrefix("\(start)/")
        }
        return (text.hasPrefix("https://") || isOfThisMachine)
            && text.utf8.allSatisfy { byte in
                0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
                    || ".-:/".utf8.contains(byte)
            }
    }

    /// Whether nothing of the text can mean anything, which holds of most.
    private static func isHarmless(_ text: String, atStartOfLine: Bool) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            // A line may begin with a letter or a Chinese character, not with a blank, a number or a mark.
            if atStartOfLine, let first = bytes.first, first < 0x41 { return false }
            for index in bytes.indices {
                let next = index + 1 < bytes.count ? bytes[index + 1] : 0
                let second = index + 2 < bytes.count ? bytes[index + 2] : 0
                guard isHarmless(bytes[index], next, second) else { return false }
            }
            return true
        }
    }

    /// Letters, digits and marks that mean nothing anywhere, Chinese, and its punctuation; not what begins an invisible
    /// character: the controls from U+0080 (C2 80), marks from U+200B and U+2060 (E2 80, E2 81), U+FEFF (EF BB BF).
    private static func isHarmless(_ byte: UInt8, _ next: UInt8, _ second: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x25, 0x28, 0x29, 0x2B, 0x2C, 0x2D, 0x2F: true
        // A decimal point.
        case UInt8(ascii: "."): 0x30...0x39 ~= next
        case 0xC2: next >= 0xA0
        case 0xE2: !(next == 0x80 && !(0x90...0xA7 ~= second || second >= 0xB0)) && next != 0x81
        case 0xEF: next != 0xBB
        default: byte >= 0x80
        }
    }

    private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "*", "_", "`", "[", "]", "<", ">", "|", "~", "\\", "&", "@": true
        default: false
        }
    }

    /// The colon of `http://` and the dot of `example.com`: without them no client makes a link.
    private static func isLink(
        _ scalar: Unicode.Scalar, previous: Unicode.Scalar, next: Unicode.Scalar
    ) -> Bool {
        switch scalar {
        case ":": next == "/"
        case ".": previous != " " && next.properties.isAlphabetic
        default: false
        }
    }

    private static func opensBlock(_ scalar: Unicode.Scalar, next: Unicode.Scalar) -> Bool {
        switch scalar {
        case "#", "=": true
        case "-", "+": next == " " || next == scalar
        default: false
        }
    }

    /// `1. ` and `1) ` at the start of a line begin a list.
    private static func disarmListNumber(_ text: inout String.UnicodeScalarView) {
        guard let mark = text.firstIndex(where: { !("0"..."9" ~= $0) }), mark != text.startIndex,
            text[mark] == "." || text[mark] == ")"
        else { return }
        let next = text.index(after: mark)
        guard next == text.endIndex || text[next] == " " else { return }
        text.replaceSubrange(mark..<next, with: CollectionOfOne(fullWidth(text[mark])))
    }

    /// Controls, and marks that turn the direction of text or hide in it. The joiner of emoji stays.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85: false
        case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200C, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069,
            0xFEFF:
            true
        default: false
        }
    }

    private static func asSpace(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: " "
        default: scalar
        }
    }

    /// The likeness of an ASCII mark in the block of full-width forms.
    private static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
    }
}
