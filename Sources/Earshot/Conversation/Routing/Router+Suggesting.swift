/// What speaks of suggesting and suggests nothing.
extension Router {
    /// Files nothing where it is asked what suggestions are good for (建议提了有用吗), or what somebody else suggests (您建议怎么处理).
    func settleSuggesting(
        of understood: inout Understood, _ text: String, _ message: MessageFeatures,
        _ context: DialogueContext
    ) {
        guard understood.request.intent == .suggestionFile, context.openForm == nil,
            let words = understood.freeText
        else { return }
        let triage = phrasebook.triageWords
        let head = text.withoutOuterBlanks
        let isAsked =
            triage.aboutSuggesting.contains { words.hasPrefix($0) }
            || triage.othersSuggest.contains { head.hasPrefix($0) }
                && (message.text.isQuestion || triage.asks(message.text))
        if isAsked { understood = unknown(message, in: context) }
    }
}
