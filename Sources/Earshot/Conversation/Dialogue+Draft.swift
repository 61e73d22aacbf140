extension Dialogue {
    /// Sends or drops the draft that was shown last, where a message says nothing but that (确认通报, 先别); nothing where none
    /// was shown, or the message says something else.
    func settle(draftIn talk: Talk, by text: String) async throws -> Outcome? {
        let drafts = talk.state.offers.filter {
            $0.request.intent == .alertBroadcast && $0.request.slots.isConfirmed == true
        }
        guard let draft = drafts.first, drafts.count == 1 else { return nil }
        if router.phrasebook.draftWords.confirms(text) { return try await take(draft, in: talk) }
        guard router.phrasebook.draftWords.drops(text) else { return nil }
        var talk = talk
        talk.state.offers = []
        return try say(
            .warningDraftDropped, ["name": .optional(draft.request.slots.alert.map { "A\($0)" })],
            intent: .cancel, in: talk)
    }
}
