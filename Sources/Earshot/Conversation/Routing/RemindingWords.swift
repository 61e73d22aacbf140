/// The words of `commands.json5` with which somebody else is to be reminded of what is to be done: 麻烦提醒王磊处理A1.
struct RemindingWords: Sendable {
    private let words: [[UInt32]]
    private let heads: [[UInt32]]

    init(_ words: [String: [String]]) {
        self.words = Phrasebook.longestFirst(words["reminding"] ?? [])
        heads = Phrasebook.longestFirst(words["reminding_head"] ?? [])
    }

    /// Whether a message begins with one of them, and not with 让我.
    func open(_ message: MessageFeatures) -> Bool {
        var rest = message.text.scalars[...]
        while let head = heads.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(head.count) }
        guard let word = words.first(where: { rest.starts(with: $0) }) else { return false }
        let whom = rest.dropFirst(word.count).first
        return whom != RemindingWords.me || word.count > 1
    }

    /// 我
    private static let me: UInt32 = 0x6211
}
