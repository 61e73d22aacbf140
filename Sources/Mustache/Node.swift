/// A piece of a parsed template.
enum Node: Sendable {
    /// Bytes of the source; `startsLine` when the first of them is the first of a line, which matters when the
    /// template is an indented partial.
    case text(Range<Int>, startsLine: Bool)
    /// The first thing on its line is a tag that is not alone on it.
    case lineStart
    case variable(Name, escaped: Bool)
    case section(Name, [Node])
    case inverted(Name, [Node])
    /// `indentation` is the white space before a tag that is alone on its line; none for a tag within a line.
    case partial(String, indentation: [UInt8]?, Position)
}

/// A name in a tag, split at its dots.
struct Name: Sendable {
    /// Empty for the implicit iterator `.`.
    var parts: [String]
    var position: Position

    var text: String { parts.isEmpty ? "." : parts.joined(separator: ".") }
}
