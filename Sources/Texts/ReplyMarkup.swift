public import Earshot

/// The few marks with which a template's lines say what they are:
///
/// ```
/// # a title
/// label || a named figure
/// > a customer's words || where they are from
/// - an entry of a list
/// any other line is text; blank lines only separate
/// ```
public enum ReplyMarkup {
    /// The blocks of a rendered template.
    public static func blocks(of text: String) -> [Reply.Block] {
        // Scalars and bytes instead of characters: finding a character's end costs more than everything else here.
        text.unicodeScalars.split(separator: "\n").compactMap { block(of: trimmed(Substring($0))) }
    }

    /// The lines of a rendered phrase as one, without marks for blocks.
    static func line(of text: String) -> String {
        text.unicodeScalars.split(separator: "\n").map { trimmed(Substring($0)) }.filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    private static func block(of line: Substring) -> Reply.Block? {
        if line.isEmpty { return nil }
        if let rest = line.behind("# ") { return .title(String(trimmed(rest))) }
        if let rest = line.behind("- ") { return .item(String(trimmed(rest))) }
        if let rest = line.behind("> ") {
            let (text, source) = halves(of: rest)
            return .quote(text: text, source: source ?? "")
        }
        let (label, value) = halves(of: line)
        return value.map { .figure(label: label, value: $0) } ?? .text(label)
    }

    /// What stands before and behind two bars between blanks.
    private static func halves(of line: Substring) -> (String, String?) {
        let separator: StaticString = " || "
        var start = line.utf8.startIndex
        while let bar = line.utf8[start...].firstIndex(of: UInt8(ascii: "|")) {
            if bar > line.utf8.startIndex {
                let blank = line.utf8.index(before: bar)
                if let rest = line[blank...].behind(separator) {
                    return (String(trimmed(line[..<blank])), String(trimmed(rest)))
                }
            }
            start = line.utf8.index(after: bar)
        }
        return (String(trimmed(line)), nil)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return text[start..<scalars.index(after: last)]
    }

    /// Whether a character is white space. Nearly all are ASCII or Chinese, for which no table need be asked.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E, 0x3001...0xD7FF: false
        default: scalar.properties.isWhitespace
        }
    }

    /// Makes a value unable to begin a line, a block or a half of one, whatever a customer wrote.
    static func escape(_ value: String) -> String {
        if isPlain(value) { return value }
        var safe = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            switch scalar {
            case "|": safe.append("｜")
            // All of Unicode's control characters and line separators.
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                safe.append(" ")
            default: safe.append(scalar)
            }
        }
        return escapeStart(String(safe))
    }

    /// Whether a value surely needs no escaping: it begins with a Chinese character, a letter or a digit, and has
    /// neither controls nor bars nor anything from the block of the line separators (0xE2 as lead byte).
    private static func isPlain(_ value: String) -> Bool {
        guard let first = value.utf8.first else { return true }
        let begins =
            (0xE4...0xE9).contains(first) || (0x30...0x39).contains(first)
            || (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
        return begins && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7C && $0 != 0x7F && $0 != 0xE2 }
    }

    private static func escapeStart(_ value: String) -> String {
        let rest = value.drop(while: \.isWhitespace)
        guard let first = rest.first, "#>-".contains(first) else { return value }
        // A mark counts only with a blank behind it: -13% is a number.
        let isMark = rest.dropFirst().first.map(\.isWhitespace) ?? true
        return isMark ? "\u{2060}" + value : value
    }
}

extension Substring {
    /// What follows an ASCII beginning; nothing where the text begins otherwise.
    fileprivate func behind(_ beginning: StaticString) -> Substring? {
        let isThere = beginning.withUTF8Buffer { utf8.starts(with: $0) }
        return isThere ? self[utf8.index(utf8.startIndex, offsetBy: beginning.utf8CodeUnitCount)...] : nil
    }
}
