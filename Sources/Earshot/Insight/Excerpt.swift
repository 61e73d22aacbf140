/// Shortens a text for a quote.
enum Excerpt {
    /// At most `limit` characters on one line, with … where something was left out, and with the words at
    /// `evidence` (offsets of Unicode scalars in the text) inside, or as many of them as there is room for.
    static func of(_ text: String, around evidence: Range<Int>?, limit: Int) -> String {
        let whole = line(of: text[...])
        let length = whole.count
        guard length > limit else { return whole }
        var start = 0
        let scalars = text.unicodeScalars
        if let evidence, evidence.upperBound <= scalars.count {
            let first = scalars.index(scalars.startIndex, offsetBy: evidence.lowerBound)
            let last = scalars.index(first, offsetBy: evidence.count)
            let lead = min(limit / 2, max(0, limit - text[first..<last].count))
            start = min(max(0, line(of: text[..<first]).count - lead), length - limit)
        }
        let cut = whole.dropFirst(start).prefix(limit)
        return (start > 0 ? "…" : "") + cut + (start + limit < length ? "…" : "")
    }

    /// Bytes of a text as offsets of its Unicode scalars; nothing where they do not lie in it.
    static func scalars(of bytes: Range<Int>, in text: String) -> Range<Int>? {
        guard bytes.upperBound <= text.utf8.count else { return nil }
        func scalars(before offset: Int) -> Int { text.utf8.prefix(offset).count { $0 & 0xC0 != 0x80 } }
        return scalars(before: bytes.lowerBound)..<scalars(before: bytes.upperBound)
    }

    private static func line(of text: Substring) -> String {
        text.split(whereSeparator: \.isNewline)
            .map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
