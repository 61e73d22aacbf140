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
                || numberRange(in: text) != nil
        else { return }
        (understood.request.slots.status, understood.request.slots.words) = (nil, nil)
        (understood.alike, understood.further) = ([], [])
    }

    /// Whether a day to come stands before the decision, which is none of today: 明天采纳11.
    private func putsOff(_ message: MessageFeatures, _ context: DialogueContext) -> Bool {
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
