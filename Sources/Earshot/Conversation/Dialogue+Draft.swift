extension Dialogue {
    /// Goes on offering a line to take that waits to be confirmed where something else was said meanwhile.
    func keepDraft(in talk: Talk, _ outcome: inout Outcome) throws {
        guard var draft = talk.state.offers.last(where: \.isLineDraft),
            let intent = outcome.intent, !Dialogue.endsLineDraft.contains(intent),
            !outcome.state.offers.contains(where: \.isLineDraft)
        else { return }
        guard outcome.state.form == nil else {
            return outcome.reply.blocks.append(.text(try texts.words(Phrase.knowledgeDropped.with())))
        }
        // 1 behind another answer is of that one.
        draft.isUnnumbered = true
        outcome.state.offers.append(draft)
        let further = outcome.reply.further
        outcome.reply = withoutChoices(outcome.reply)
        outcome.reply.blocks.append(
            .text(try texts.words(Phrase.knowledgeWaits.with(["label": .text(draft.label)]))))
        try offer(outcome.state.offers, .nextChoices, in: &outcome.reply)
        outcome.reply.lead(further: further?.label)
    }

    private static let endsLineDraft: Set<Intent> = [
        .knowledgeFile, .knowledgeChange, .knowledgeRetire, .handOverKeep, .cancel,
    ]
}

extension Offer {
    /// Whether it files a line to take that was shown.
    fileprivate var isLineDraft: Bool {
        switch request.intent {
        case .knowledgeFile, .knowledgeChange, .handOverKeep: request.slots.isConfirmed == true
        default: false
        }
    }
}
