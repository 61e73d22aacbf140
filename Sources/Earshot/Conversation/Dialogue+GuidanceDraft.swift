extension Dialogue {
    /// Sends or drops the draft of what dealers are to say that was shown last, where a message says nothing but that (确认通报,
    /// 先别); one that was shown before another answer is shown again, and where there is none to be confirmed that is said.
    /// Nothing where the message says something else.
    func settle(draftIn talk: Talk, by text: String) async throws -> Outcome? {
        let drafts = talk.state.offers.filter { $0.isGuidanceDraft && $0.isUnnumbered != true }
        let words = router.phrasebook.draftWords
        guard let draft = drafts.first, drafts.count == 1 else {
            guard drafts.isEmpty, talk.person.role != .dealer, words.confirms(text) else { return nil }
            // A draft of other words must not stand in for what was asked about something else meanwhile.
            if let kept = talk.state.offers.last(where: \.isGuidanceDraft) {
                return try await take(kept.unconfirmed, in: talk)
            }
            return try say(
                .warningDraftDropped, ["name": false, "nothing": true], intent: .alertBroadcast, in: talk)
        }
        if words.confirms(text) { return try await take(draft, in: talk) }
        guard words.drops(text) else { return nil }
        var talk = talk
        talk.state.offers.removeAll { $0.isUnnumbered != true }
        return try say(
            .warningDraftDropped, ["name": .optional(draft.warning), "nothing": false], intent: .cancel,
            in: talk)
    }

    /// What a draft that was left stands for when its words are said: sending it, or, where it was shown a while ago, showing it again.
    func confirmable(_ offer: Offer, in talk: Talk) -> Offer {
        guard offer.isGuidanceDraft, let shown = offer.shownAt,
            shown + DialogueState.followUpLifetime <= talk.moment.now
        else { return offer }
        return offer.unconfirmed
    }

    /// Says that what dealers are to say has not been sent where something else was said instead of confirming it, and keeps it:
    /// its own words (确认通报 A12) still send it.
    func keepGuidance(in talk: Talk, _ outcome: inout Outcome) throws {
        guard outcome.intent != .cancel else { return }
        // It was sent, or other words for the same warning are shown.
        let settled = outcome.intent == .alertBroadcast ? outcome.state.previous?.slots.alert : nil
        for var draft in talk.state.offers
        where draft.isGuidanceDraft && draft.request.slots.alert != settled && !outcome.ends(draft.request) {
            // What is written next is of the form.
            let isKept = outcome.state.form == nil
            if outcome.intent != nil, draft.isUnnumbered != true || !isKept {
                try noteUnsent(draft, isKept: isKept, &outcome)
            }
            guard isKept, !outcome.state.offers.contains(where: { $0.label == draft.label }) else { continue }
            (draft.isUnnumbered, draft.shownAt) = (true, draft.shownAt ?? talk.state.updatedAt)
            outcome.state.offers.append(draft)
        }
    }

    private func noteUnsent(_ draft: Offer, isKept: Bool, _ outcome: inout Outcome) throws {
        let words = try texts.words(
            Phrase.guidanceUnsent.with([
                "name": .optional(draft.warning), "label": .optional(isKept ? draft.label : nil),
            ]))
        // The choices stay last.
        let choices = outcome.reply.blocks.lastIndex { if case .choices = $0 { true } else { false } }
        outcome.reply.blocks.insert(.text(words), at: choices ?? outcome.reply.blocks.endIndex)
    }
}

extension Offer {
    /// Whether it sends dealers a line to take that was shown.
    var isGuidanceDraft: Bool { request.intent == .alertBroadcast && request.slots.isConfirmed == true }

    fileprivate var warning: String? { request.slots.alert.map { "A\($0)" } }

    /// What shows the same draft again.
    fileprivate var unconfirmed: Offer {
        var offer = self
        (offer.request.slots.isConfirmed, offer.request.slots.shown) = (nil, nil)
        return offer
    }
}

extension Dialogue.Outcome {
    /// Whether the warning of a request is over with it.
    fileprivate func ends(_ request: Request) -> Bool {
        effects.contains { effect in
            guard case .changeWarning(let change, _) = effect else { return false }
            return String(change.warning.number) == request.slots.alert && !change.warning.state.isActive
        }
    }
}
