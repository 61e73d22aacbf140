extension Dialogue {
    /// What somebody answers who was asked, by schedule, what customers complained of most: nothing where nobody asked, or the
    /// message is something else.
    func hear(answerToAsking text: String, in talk: Talk) async throws -> Outcome? {
        guard !talk.message.isGroup, let service = services[.recordVoice] as? DealerNoteService,
            try await service.desk.isAsked(talk.person.id, at: talk.moment.now)
        else { return nil }
        let words = router.noteWords
        if words.saysNothing(text) { return try outcome(of: service.nothing(for: talk.person), in: talk) }
        guard !Normalization(text).isQuestion,
            router.note(text, freshContext(of: talk)) == nil,
            router.action(text, freshContext(of: talk)) == nil,
            router.filing(text, freshContext(of: talk)) == nil,
            router.commandOfItsOwn(text, in: freshContext(of: talk), asks: .freely) == nil
        else { return nil }
        let lines = words.lines(of: text)
        if lines.count == 1 {
            var context = context(of: talk)
            context.openForm = .recordVoice
            let intent = router.understand(text, in: context).request.intent
            guard intent == .recordVoice || intent == .unknown,
                router.understand(text, in: freshContext(of: talk)).request.intent == .recordVoice
                    || service.saysOpinion(lines[0])
            else { return nil }
        }
        guard !lines.isEmpty else { return nil }
        return try outcome(
            of: try await service.record(lines, of: talk.person, at: talk.moment.now), in: talk)
    }

    private func outcome(of answer: Answer, in talk: Talk) throws -> Outcome {
        var state = talk.state
        (state.misunderstandings, state.offers, state.more) = (0, [], nil)
        if !answer.isRefusal {
            state.previous = Request(.noteMine)
            let numbers = answer.effects.compactMap { effect -> Int64? in
                if case .changeNote(let change) = effect { change.note.number } else { nil }
            }
            // 撤回 after several means none of them.
            if numbers.count == 1 { state.previous?.slots.entry = numbers.first.map { String($0) } }
        }
        return Outcome(
            reply: try texts.reply(answer.prompt, answer.values), state: state, intent: .recordVoice,
            request: Request(.recordVoice), effects: answer.effects)
    }
}
