/// The part of a message that is not the command: the suggestion in 我要提建议 高速油耗显示不准.
struct FreeText {
    /// The position among the original scalars from which the text runs, nothing when there is no text.
    private var start: Int?

    /// - Parameters:
    ///   - head: the pattern that matched; the words of its head are not part of the text.
    ///   - beneficiaries: words at the end of a head that are a part of the text all the same: 给我们 of 能不能给我们.
    init(_ message: MessageFeatures, head pattern: Pattern?, for beneficiaries: [[UInt32]] = []) {
        guard let pattern else {
            start = message.text.scalars.isEmpty ? nil : 0
            return
        }
        guard pattern.leavesText else { return }
        var from = 0
        if let head = pattern.head, let first = message.pieces.first,
            !first.features.isDisjoint(with: head.features)
        {
            let range = message.tokens[first.token].range
            let said = message.text.scalars[range]
            let kept = beneficiaries.first {
                $0.count < said.count && said.suffix($0.count).elementsEqual($0)
            }
            from = range.upperBound - (kept?.count ?? 0)
        } else if message.count(beside: pattern) < FreeText.least {
            return
        }
        guard from < message.text.scalars.count else { return }
        start = Int(message.text.origins[from])
    }

    /// How many characters beside the command make a text.
    private static let least = 2

    /// The text as the person wrote it, without punctuation at its beginning.
    func text(of original: String) -> String? {
        guard let start else { return nil }
        func isSign(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || ",:;.、，：；。!！".unicodeScalars.contains(scalar)
        }
        var rest = original.unicodeScalars.dropFirst(start).drop(while: isSign)
        // 提个建议吧，…
        if let first = rest.first, "吧呀啊哈哦".unicodeScalars.contains(first),
            rest.dropFirst().first.map(isSign) == true
        {
            rest = rest.dropFirst().drop(while: isSign)
        }
        return rest.isEmpty ? nil : String(String.UnicodeScalarView(rest))
    }
}
