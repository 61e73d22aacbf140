/// Shortens a text for a quote.
enum Excerpt {
    /// At most `limit` characters on one line, with … where something was left out, and with the words at
    /// `evidence` (UTF-8 offsets) inside.
    static func of(_ text: String, around evidence: Range<Int>?, limit: Int) -> String {
        let line = text.split(whereSeparator: \.isNewline)
            .map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }.joined(separator: " ")
        let length = line.count
        guard length > limit else { return line }
        var start = 0
        if let evidence, evidence.upperBound <= text.utf8.count {
            let share = Double(evidence.lowerBound) / Double(max(1, text.utf8.count))
            start = min(max(0, Int(share * Double(length)) - limit / 2), length - limit)
        }
        let cut = line.dropFirst(start).prefix(limit)
        return (start > 0 ? "…" : "") + cut + (start + limit < length ? "…" : "")
    }
}
