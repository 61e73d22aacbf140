/// Why a suggestion is declined, said behind a decision that needs it.
extension Router {
    /// Offers what was said behind 不采纳 57, which needs a reason, as that reason: 成本太高. Nothing where the message is a command or
    /// a question.
    func giving(
        reasonFor understood: Understood, _ text: String, _ message: MessageFeatures,
        _ context: DialogueContext
    ) -> Understood? {
        guard context.openForm == nil, let previous = context.previous, previous.isWithoutReason,
            let number = previous.slots.suggestion, understood.meant == nil, understood.undone == nil,
            understood.request.intent == .unknown || understood.request.intent.isAboutVoices
                || understood.request.intent.isRanking
                || phrasebook.triageWords.beginsReason(text) && !understood.request.intent.changesSomething,
            phrasebook.triageWords.beginsReason(text)
                || !message.text.isQuestion && !message.says(phrasebook.question.union(phrasebook.look)),
            message.mentions.numbers.isEmpty, message.mentions.hashes.isEmpty,
            message.mentions.alerts.isEmpty,
            let words = phrasebook.triageWords.declining,
            let reason = phrasebook.triageWords.reason(text[...]), reason.count >= Router.shortestReason
        else { return nil }
        var request = previous
        request.slots.words = reason
        var asked = unknown(message, in: context)
        asked.meant = Guess("\(words.decision) #\(number) \(words.cause)\(reason)", request)
        return asked
    }

    private static let shortestReason = 3
}

extension Request {
    /// Whether it declines a suggestion without saying why.
    fileprivate var isWithoutReason: Bool {
        intent == .suggestionDecide && slots.status == SuggestionState.declined.name && slots.words == nil
    }
}
