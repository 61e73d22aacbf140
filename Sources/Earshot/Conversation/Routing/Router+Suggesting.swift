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
        if isAsked { return understood = unknown(message, in: context) }
        takeBeside(into: &understood, words, context)
    }

    /// Takes a wish of another kind out of what is suggested, behind which it stands: 还有我的日报改成9点.
    private func takeBeside(into understood: inout Understood, _ words: String, _ context: DialogueContext) {
        guard let cut = words.lastIndex(where: { "，,。；;！!\n".contains($0) }) else { return }
        let tail = String(words[words.index(after: cut)...]).withoutOuterBlanks
        guard let head = phrasebook.triageWords.suggestingBeside.first(where: { tail.hasPrefix($0) }) else {
            return
        }
        let wish = String(tail.dropFirst(head.count)).withoutOuterBlanks
        let beside = understand(wish, in: context)
        guard beside.request.intent.changesSubscriptions, beside.request.slots.isConfirmed != false else {
            return
        }
        understood.freeText = String(words[..<cut]).withoutOuterBlanks
        understood.further = [beside.request]
        understood.furtherWords[beside.request] = wish
    }
}
