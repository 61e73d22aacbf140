extension Router {
    /// 能不能把车机卡顿解决了: who wishes something mended is asked whether it is a suggestion; nothing where the message names a
    /// warning or suggestion, or no aspect.
    func wishToMend(_ text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, context.available.contains(.suggestionFile),
            !message.mentions.aspects.isEmpty, message.mentions.alerts.isEmpty,
            message.mentions.hashes.isEmpty, phrasebook.mendingWords.wishes(text)
        else { return nil }
        var request = Request(.suggestionFile)
        request.slots.words = text.withoutOuterBlanks
        var understood = Understood(request: Request(.unknown))
        understood.meant = Guess(phrasebook.mendingWords.filed(text.withoutOuterBlanks), request)
        return understood
    }
}

/// The words of `commands.json5` with which somebody wishes that something is mended.
struct MendingWords: Sendable {
    private let wishes: [String]
    private let whom: [String]
    private let joints: [String]
    private let verbs: [String]
    private let tail: [String]
    private let filing: String
    /// What is no matter of the car's: 建议, 差评.
    private let others: [String]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        (wishes, whom, joints) = (list("mend_wish"), list("mend_whom"), list("taking"))
        (verbs, tail, others) = (list("mend"), list("mend_tail"), list("mend_not"))
        filing = words["filing"]?.last ?? ""
    }

    /// Whether a text is a wish, 把, what it is about, and that it be mended, with nothing behind; or that it be mended, and
    /// what.
    func wishes(_ text: String) -> Bool {
        var rest = Substring(text.filter { !$0.isWhitespace && !$0.isPunctuation })
        rest = MendingWords.without(whom, rest)
        let wished = MendingWords.without(wishes, rest)
        guard wished.count < rest.count else { return false }
        rest = MendingWords.without(whom, wished)
        // 建议, 工单 and 差评 are there already.
        guard !others.contains(where: { rest.contains($0) }) else { return false }
        let joined = MendingWords.without(joints, rest)
        // 能不能解决车机卡顿 names what is done first.
        guard joined.count < rest.count else { return verbs.contains { rest.hasPrefix($0) } }
        var matter = joined
        while let word = tail.first(where: { matter.hasSuffix($0) }) { matter = matter.dropLast(word.count) }
        return verbs.contains { matter.hasSuffix($0) && matter.count > $0.count }
    }

    /// As the suggestion is filed: 建议：….
    func filed(_ text: String) -> String { "\(filing)：\(text)" }

    private static func without(_ words: [String], _ text: Substring) -> Substring {
        words.first { text.hasPrefix($0) }.map { text.dropFirst($0.count) } ?? text
    }
}
