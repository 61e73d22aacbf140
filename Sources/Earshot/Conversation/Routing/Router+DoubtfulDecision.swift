/// Decisions on suggestions that a message does not make, or not as it reads.
extension Router {
    /// Has it asked what shall be done with a suggestion where a message doubts or puts off its decision (11采纳不了, 9等领导同意再采纳),
    /// decides differently on several (采纳7，8不采纳) or wants more than that (12采纳，顺便把11交给市场部): whoever filed it is told. By
    /// their place in a list (采纳前两条, 第一条采纳) suggestions are not named.
    func settleDoubt(
        of understood: inout Understood, _ text: String, _ message: MessageFeatures,
        _ context: DialogueContext
    ) {
        let intent = understood.request.intent
        guard intent == .suggestionDecide || intent == .suggestionSupport else { return }
        let words = phrasebook.doubtfulDecisionWords
        if message.mentions.hashes.isEmpty,
            words.nameRow(text) || intent == .suggestionSupport && words.doubt(text)
        {
            understood = unknown(message, in: context)
            return
        }
        guard intent == .suggestionDecide,
            words.doubt(text) || words.differ(text) || putsOff(message, context)
                || NumberRange.stands(in: text)
        else { return }
        (understood.request.slots.status, understood.request.slots.words) = (nil, nil)
        (understood.alike, understood.further) = ([], [])
    }
}

extension Router {
    /// Whether a day to come stands before the decision, which is none of today: 明天采纳11.
    fileprivate func putsOff(_ message: MessageFeatures, _ context: DialogueContext) -> Bool {
        guard let decision = message.tokens.firstIndex(where: { $0.features.contains(Feature.status) }) else {
            return false
        }
        return message.mentions.periods.contains {
            $0.token < decision && $0.value.days(today: context.today).lowerBound > context.today
        }
            || message.tokens[..<decision].contains { token in
                token.senses.contains { if case .weekday = $0 { true } else { false } }
            }
    }
}

/// The words of `commands.json5` by which a decision is not sure.
struct DoubtfulDecisionWords: Sendable {
    private let doubting: [String]
    private let accepting: [String]
    private let declining: [String]
    private let causes: [String]

    /// - Parameter causes: what stands before a reason.
    init(_ words: ReplyWords, causes: [String]) {
        func list(_ name: String) -> [String] { words.written(name).sorted { $0.count > $1.count } }
        (doubting, self.causes) = (list("decision_doubts"), causes)
        (accepting, declining) = (list("decision_accepts"), list("decision_declines"))
    }

    /// Whether what stands before a reason doubts the decision, or wants something else as well.
    func doubt(_ text: String) -> Bool { doubting.contains { head(of: text).contains($0) } }

    /// Whether what stands before a reason accepts and declines.
    func differ(_ text: String) -> Bool {
        let head = head(of: text)
        let declined = declining.reduce(head) {
            $0.split(separator: $1, omittingEmptySubsequences: false).joined()
        }
        return declined != head && accepting.contains { declined.contains($0) }
    }

    /// Whether suggestions are named by their places in a list: 前两条, 第一条, 全部.
    func nameRow(_ text: String) -> Bool {
        head(of: text).contains(/(?:第|前|后|最后)[0-9一二两三四五六七八九十]+[条个项]|全部|所有|剩下的/)
    }

    private func head(of text: String) -> String {
        let ends = causes.compactMap { text.firstRange(of: $0)?.lowerBound }
        let signs = text.indices.filter { ":：".contains(text[$0]) }
        return String(text[..<((ends + signs).min() ?? text.endIndex)])
    }
}
