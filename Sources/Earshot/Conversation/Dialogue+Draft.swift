extension Dialogue {
    /// Sends or drops the draft that was shown last, where a message says nothing but that (确认通报, 先别), and says so where
    /// there is none to be confirmed; nothing where the message says something else.
    func settle(draftIn talk: Talk, by text: String) async throws -> Outcome? {
        let drafts = talk.state.offers.filter(\.isGuidanceDraft)
        guard let draft = drafts.first, drafts.count == 1 else {
            // A draft of other words must not stand in for what was asked about something else meanwhile.
            guard drafts.isEmpty, talk.person.role != .dealer, router.phrasebook.draftWords.confirms(text)
            else {
                return nil
            }
            return try say(
                .warningDraftDropped, ["name": false, "nothing": true], intent: .alertBroadcast, in: talk)
        }
        if router.phrasebook.draftWords.confirms(text) { return try await take(draft, in: talk) }
        guard router.phrasebook.draftWords.drops(text) else { return nil }
        var talk = talk
        talk.state.offers = []
        return try say(
            .warningDraftDropped,
            ["name": .optional(draft.request.slots.alert.map { "A\($0)" }), "nothing": false],
            intent: .cancel, in: talk)
    }
}

extension Dialogue {
    /// Says that a line to take for dealers that was shown has not been sent where something else was said instead of confirming it.
    func noteUnsent(draftIn talk: Talk, _ outcome: inout Outcome) throws {
        guard let draft = talk.state.offers.first(where: \.isGuidanceDraft), let intent = outcome.intent,
            intent != .cancel
        else { return }
        // It was sent, or other words for the same warning are shown.
        let number = draft.request.slots.alert
        guard intent != .alertBroadcast || outcome.state.previous?.slots.alert != number else { return }
        let words = try texts.words(
            Phrase.guidanceUnsent.with(["name": .optional(draft.request.slots.alert.map { "A\($0)" })]))
        // The choices stay last.
        let choices = outcome.reply.blocks.lastIndex { if case .choices = $0 { true } else { false } }
        outcome.reply.blocks.insert(.text(words), at: choices ?? outcome.reply.blocks.endIndex)
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
        outcome.reply.blocks.append(.text(try texts.words(Phrase.knowledgeWaits.with())))
        try offer(outcome.state.offers, .nextChoices, in: &outcome.reply)
        outcome.reply.lead(further: further?.label)
    }

    private static let endsLineDraft: Set<Intent> = [
        .knowledgeFile, .knowledgeChange, .knowledgeRetire, .handOverKeep, .cancel,
    ]
}

extension Offer {
    /// Whether it sends dealers a line to take that was shown.
    fileprivate var isGuidanceDraft: Bool {
        request.intent == .alertBroadcast && request.slots.isConfirmed == true
    }

    /// Whether it files a line to take that was shown.
    fileprivate var isLineDraft: Bool {
        switch request.intent {
        case .knowledgeFile, .knowledgeChange, .handOverKeep: request.slots.isConfirmed == true
        default: false
        }
    }
}

extension DialogueState {
    /// Whether an offer is of a draft before the last answer, which no number takes. What is remembered over a restart tells it
    /// by what was said last.
    func isKeptDraft(_ offer: Offer) -> Bool {
        guard offer.isLineDraft, let previous else { return false }
        return offer.isUnnumbered == true
            || ![.knowledgeFile, .knowledgeChange, .handOverKeep].contains(previous.intent)
    }
}
