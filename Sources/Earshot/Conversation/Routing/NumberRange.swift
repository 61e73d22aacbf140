/// Numbers from one to another: 采纳1到3, 采纳 21-22.
enum NumberRange {
    private static let longest = 6

    /// A text in which every number between two is written: 1、2、3 for 1到3. Nothing where it holds no such row, or a long one.
    static func listed(_ text: String) -> String? {
        guard let match = match(in: text), let first = Int(match.first), let last = Int(match.last),
            first < last, last - first < longest
        else { return nil }
        let row = (first...last).map { String($0) }.joined(separator: "、")
        return text[..<match.range.lowerBound] + row + text[match.range.upperBound...]
    }

    static func stands(in text: String) -> Bool { match(in: text) != nil }

    /// The only row of numbers, which is no date, time or span.
    private static func match(
        in text: String
    ) -> (range: Range<String.Index>, first: Substring, last: Substring)? {
        let row = /#?([0-9]{1,6})\s*(?:到|至|-|—|–|~|～)\s*#?([0-9]{1,6})/
        let found = text.matches(of: row)
        guard found.count == 1, let match = found.first else { return nil }
        let before = text[..<match.range.lowerBound].last
        let behind = text[match.range.upperBound...].first
        guard before.map({ !$0.isNumber && !"月年日号/.-:：点".contains($0) }) ?? true,
            behind.map({ !$0.isNumber && !"月年日号/.-:：点时天周个小分%％".contains($0) }) ?? true
        else { return nil }
        return (match.range, match.output.1, match.output.2)
    }
}
