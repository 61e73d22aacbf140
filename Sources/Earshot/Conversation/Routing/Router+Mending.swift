extension Router {
    /// 能不能把车机卡顿解决了: who wishes something mended is asked whether it is a suggestion; nothing where the message names a
    /// warning or suggestion, or no aspect.
    func wishToMend(_ text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, context.available.contains(.suggestionFile),
            !message.mentions.aspects.isEmpty, message.mentions.alerts.isEmpty,
            message.mentions.hashes.isEmpty, phrasebook.mendingWords.wishes(text)
        else { return nil }
        return asking(whetherSuggested: text)
    }

    /// 能不能多一点配件: who wishes that there be more of something, or that something be better, or that something be done for
    /// customers (能不能给投诉的客户电话回访), and would be shown figures or quotes, is asked whether it is a suggestion.
    func wishForMore(
        _ text: String, _ context: DialogueContext, insteadOf understood: Understood
    ) -> Understood? {
        let intent = understood.request.intent
        guard context.openForm == nil, intent.isAboutVoices || intent == .more,
            context.available.contains(.suggestionFile)
        else { return nil }
        let more = phrasebook.mendingWords.wishForMore(in: text)
        // 不要老让客户等 behind it takes nothing away.
        let isOfAspect = more.map { !features(of: $0, context).mentions.aspects.isEmpty } ?? false
        guard isOfAspect || phrasebook.mendingWords.wishesForCustomers(text) else { return nil }
        return asking(whetherSuggested: text)
    }

    private func asking(whetherSuggested text: String) -> Understood {
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
    /// 多一点, and 一点 behind what something shall be.
    private let more: [String]
    private let degrees: [String]
    /// What the bot says: 说详细一点.
    private let told: [String]
    /// What the bot gives: 油耗的例子.
    private let given: [String]
    /// For whom something is done (给), who that is, and what is not given out of them.
    private let giving: [String]
    private let customers: [String]
    private let contact: [String]
    /// What is asked for of what they say: 对比, 排名.
    private let figures: [String]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        (wishes, whom, joints) = (list("mend_wish"), list("mend_whom"), list("taking"))
        (verbs, tail, others) = (list("mend"), list("mend_tail"), list("mend_not"))
        (more, degrees, told) = (list("mend_more"), list("mend_degree"), list("mend_told"))
        (given, giving) = (list("mend_given"), list("mend_for"))
        (customers, contact) = (list("mend_customer"), list("mend_contact"))
        figures = list("mend_figure")
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
        let matter = withoutTail(joined)
        return verbs.contains { matter.hasSuffix($0) && matter.count > $0.count }
    }

    /// The first clause of a text where it wishes that there be more of something (多一点配件), or that what is named behind 把 be
    /// more in some way (快一点); nothing of what the bot says.
    func wishForMore(in text: String) -> String? {
        let clauses = text.split { $0.isPunctuation || $0.isNewline }
        guard let first = clauses.first else { return nil }
        let rest = MendingWords.without(whom, Substring(first.filter { !$0.isWhitespace }))
        let wished = MendingWords.without(wishes, rest)
        guard wished.count < rest.count, !(others + told).contains(where: { wished.contains($0) }),
            wished.last != "的"
        else { return nil }
        if more.contains(where: { wished.contains($0) }) {
            return given.contains { withoutTail(wished).hasSuffix($0) } ? nil : String(first)
        }
        let joined = MendingWords.without(joints, wished)
        guard joined.count < wished.count else { return nil }
        let matter = withoutTail(joined)
        return degrees.contains { matter.hasSuffix($0) && matter.count > $0.count + 1 } ? String(first) : nil
    }

    /// Whether the first clause of a text wishes that something be done for customers: 给 and the like, whoever they are, and what
    /// is done; of 给投诉客户的名单, 给客户原话 and 把车主油耗对比一下 nothing is.
    func wishesForCustomers(_ text: String) -> Bool {
        guard let first = text.split(whereSeparator: { $0.isPunctuation || $0.isNewline }).first else {
            return false
        }
        let rest = MendingWords.without(whom, Substring(first.filter { !$0.isWhitespace }))
        let wished = MendingWords.without(wishes, rest)
        let given = MendingWords.without(giving, wished)
        // 麻烦帮我看看车主反映了什么 is done for whoever writes.
        guard wished.count < rest.count, given.count < wished.count,
            given.first.map({ !"我咱俺".contains($0) }) ?? false,
            let customer = customers.compactMap({ given.ranges(of: $0).last }).max(by: {
                $0.upperBound < $1.upperBound
            })
        else { return false }
        let done = withoutTail(given[customer.upperBound...])
        // 能不能把投诉客户的电话发给我 asks for it.
        return done.count > 1 && done.first != "的" && !done.contains("我") && !done.contains("什么")
            && !contact.contains(String(done))
            && !(others + told + self.given).contains { done.contains($0) }
            // 做满意度回访 is done for them, 把车主满意度排个名 for whoever writes.
            && !figures.contains {
                wished.hasPrefix("把") || wished.hasPrefix("将") ? done.contains($0) : done.hasSuffix($0)
            }
    }

    private func withoutTail(_ text: Substring) -> Substring {
        var rest = text
        while let word = tail.first(where: { rest.hasSuffix($0) }) { rest = rest.dropLast(word.count) }
        return rest
    }

    /// As the suggestion is filed: 建议：….
    func filed(_ text: String) -> String { "\(filing)：\(text)" }

    private static func without(_ words: [String], _ text: Substring) -> Substring {
        words.first { text.hasPrefix($0) }.map { text.dropFirst($0.count) } ?? text
    }
}
