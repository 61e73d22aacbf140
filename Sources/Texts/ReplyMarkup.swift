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
    private static let separator = " || "

    /// The blocks of a rendered template.
    public static func blocks(of text: String) -> [Reply.Block] {
        text.split(separator: "\n").compactMap { block(of: trimmed($0)) }
    }

    /// The lines of a rendered phrase as one, without marks for blocks.
    static func line(of text: String) -> String {
        text.split(separator: "\n").map(trimmed).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func block(of line: Substring) -> Reply.Block? {
        if line.isEmpty { return nil }
        if line.hasPrefix("# ") { return .title(String(trimmed(line.dropFirst(2)))) }
        if line.hasPrefix("- ") { return .item(String(trimmed(line.dropFirst(2)))) }
        if line.hasPrefix("> ") {
            let (text, source) = halves(of: line.dropFirst(2))
            return .quote(text: text, source: source ?? "")
        }
        let (label, value) = halves(of: line)
        return value.map { .figure(label: label, value: $0) } ?? .text(label)
    }

    private static func halves(of line: Substring) -> (String, String?) {
        guard let middle = line.firstRange(of: separator) else { return (String(trimmed(line)), nil) }
        return (
            String(trimmed(line[..<middle.lowerBound])), String(trimmed(line[middle.upperBound...]))
        )
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return rest
    }

    /// Makes a value unable to begin a line, a block or a half of one, whatever a customer wrote.
    static func escape(_ value: String) -> String {
        if isPlain(value) { return value }
        var safe = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            switch scalar {
            case "|": safe.append("｜")
            case _
            where scalar.properties.generalCategory == .control || scalar == "\u{2028}"
                || scalar == "\u{2029}":
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
