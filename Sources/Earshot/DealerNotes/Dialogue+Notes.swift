extension Dialogue {
    /// Whether the person was asked what a customer said, and has not answered.
    func isAskedForNote(in talk: Talk) -> Bool {
        services[.recordVoice] != nil && talk.state.form?.intent == .recordVoice
    }

    /// Takes a text for what a customer said, where it is none of the clear commands and questions the router knows.
    func hear(note text: String, in talk: Talk) async throws -> Outcome {
        var talk = talk
        talk.state.offers = []
        guard !router.noteWords.endsAsking(text) else { return try cancel(in: talk) }
        let fresh = freshContext(of: talk)
        if let command = router.note(text, fresh) ?? router.handOver(text, fresh)
            ?? router.action(text, fresh)
            ?? router.knowledge(text, fresh) ?? router.filing(text, fresh)
            ?? router.commandOfItsOwn(text, in: fresh, asks: .freely)
        {
            return try amidNote(try await answer(command, in: talk))
        }
        var context = context(of: talk)
        context.openForm = .recordVoice
        let understood = router.understand(text, in: context)
        switch understood.request.intent {
        case .cancel: return try cancel(in: talk)
        case .recordVoice, .unknown:
            var request = Request(.recordVoice)
            request.slots.words = router.noteWords.words(of: text, isAnswer: true)
            talk.state.form = nil
            return try await answer(request, in: talk)
        default: return try amidNote(try await answerFirst(understood, in: talk))
        }
    }

    /// Asks somebody of a store who tells what a customer said, without asking for anything, whether to record it; nothing for any
    /// other message.
    func offerRecord(_ understood: Understood, in talk: Talk) throws -> Outcome? {
        guard understood.request.intent == .aspect, services[.recordVoice] != nil,
            talk.person.role == .dealer, talk.person.dealer != nil, !talk.message.isGroup,
            let text = talk.text, router.tellsOfCustomer(text, freshContext(of: talk))
        else { return nil }
        var record = Request(.recordVoice)
        record.slots.words = text
        var outcome = try say(
            .noteOffer, ["words": .text(DealerNoteService.kept(text))], intent: .recordVoice, in: talk)
        outcome.state.offers = [
            Offer(try texts.words(Phrase.noteRecordOffer.with()), record),
            Offer(try texts.words(label(of: understood.request, nil)), understood.request),
        ]
        try offer(outcome.state.offers, .numberedChoices, in: &outcome.reply)
        return outcome
    }

    /// What was answered while it is asked what a customer said: without choices, and with the question once more.
    func amidNote(_ answered: Outcome) throws -> Outcome {
        var outcome = answered
        guard outcome.state.form?.intent == .recordVoice else { return outcome }
        outcome.reply = withoutChoices(outcome.reply)
        outcome.state.offers = []
        outcome.reply.blocks += try texts.reply(.noteRecall, [:]).blocks
        return outcome
    }
}
