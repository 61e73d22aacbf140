/// The words of `commands.json5` with which somebody else is to be reminded of what is to be done: 麻烦提醒王磊处理A1.
struct RemindingWords: Sendable {
    private let words: [[UInt32]]
    private let heads: [[UInt32]]
    private let denials: Set<String>

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [[UInt32]] {
            Phrasebook.longestFirst(words[name] ?? []).filter { !$0.isEmpty }
        }
        self.words = list("reminding")
        heads = list("reminding_head")
        denials = Set(words["remark_denies"] ?? [])
    }

    /// Whether a message begins with one of them, and not with 让我.
    func open(_ message: MessageFeatures) -> Bool {
        var rest = message.text.scalars[...]
        // A6 让王磊认领 has the number first.
        if let first = message.tokens.first, first.features.contains(Feature.alert),
            first.range.lowerBound == 0
        {
            rest = rest[first.range.upperBound...].drop { $0 == Normalization.separator }
        }
        while let head = heads.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(head.count) }
        guard let word = words.first(where: { rest.starts(with: $0) }) else { return false }
        let whom = rest.dropFirst(word.count).first
        return whom != RemindingWords.me || word.count > 1
    }

    /// Whether words only deny what they are added to: 还没.
    func denies(_ words: String) -> Bool {
        denials.contains(words.filter { !$0.isWhitespace && !$0.isPunctuation })
    }

    /// 我
    private static let me: UInt32 = 0x6211
}
