/// Numbers from one to another with which a message begins, or that stand right behind a decision: 采纳1到3, 21-22都采纳.
extension Router {
    /// A text in which every number between two is written: 采纳1、2、3 for 采纳1到3. Nothing where it holds no such row, or a long one.
    func listed(_ text: String) -> String? {
        guard let row = numberRange(in: text), let first = Int(row.first), let last = Int(row.last),
            first < last, last - first < Router.longestRange
        else { return nil }
        let numbers = (first...last).map { String($0) }.joined(separator: "、")
        return text[..<row.range.lowerBound] + numbers + text[row.range.upperBound...]
    }

    private static let longestRange = 6

    /// Such a row, which is no date, time, span or amount. What is said as a reason (因为成本要3到5万) holds none.
    func numberRange(
        in text: String
    ) -> (range: Range<String.Index>, first: Substring, last: Substring)? {
        guard text.contains(where: \.isNumber), text.contains(where: { "到至-—–~～".contains($0) }),
            let match = text.firstMatch(of: /#?([0-9]{1,6})\s*(?:到|至|-|—|–|~|～)\s*#?([0-9]{1,6})/)
        else { return nil }
        let words = phrasebook.triageWords
        let before = text[..<match.range.lowerBound].filter { !$0.isWhitespace && !"#＃".contains($0) }
        guard words.opensRow(before) else { return nil }
        let behind = text[match.range.upperBound...]
        let ends = behind.first.map { $0.isWhitespace || $0.isPunctuation && !"/-.:：%％".contains($0) } ?? true
        guard ends || words.closesRow(behind) else { return nil }
        return (match.range, match.output.1, match.output.2)
    }
}
