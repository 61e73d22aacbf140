extension Dialogue {
    /// Keeps or drops the line to take that was shown, where a message says nothing but that (确认吧, 取消); nothing where it says
    /// something else, or something else was shown meanwhile.
    func settle(lineDraftIn talk: Talk, by text: String) async throws -> Outcome? {
        let words = router.phrasebook.draftWords
        guard let draft = talk.state.offers.last(where: \.isLineDraft) else { return nil }
        if draft.isUnnumbered != true, words.confirmsLine(text) { return try await take(draft, in: talk) }
        if draft.isUnnumbered != true, words.nods(text) {
            // 好的 may mean that it was read.
            let waits = try texts.words(Phrase.knowledgeWaits.with(["label": .text(draft.label)]))
            var outcome = Outcome(reply: Reply([.text(waits)]), state: talk.state, intent: .thanks)
            try offer(talk.state.offers, .numberedChoices, in: &outcome.reply)
            return outcome
        }
        // Behind another answer only what takes back whatever there is drops it.
        guard words.dropsLine(text),
            draft.isUnnumbered != true
                || router.understand(text, in: context(of: talk)).request.intent == .cancel
        else { return nil }
        // Whom somebody talks to is left first.
        if draft.isUnnumbered == true, try await handOvers?.open(of: talk.person) != nil { return nil }
        var talk = talk
        talk.state.offers.removeAll(where: \.isLineDraft)
        let dropped = try texts.words(Phrase.knowledgeDropped.with())
        return Outcome(reply: Reply([.text(dropped)]), state: talk.state, intent: .cancel)
    }

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
