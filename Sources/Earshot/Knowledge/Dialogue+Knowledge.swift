extension Dialogue {
    private var knowledge: KnowledgeService? { services[.guidance] as? KnowledgeService }

    /// Looks whether a message that the router does not know is a question that headquarters has answered; counts it where it
    /// is not. Nothing where the message is probably a command that must be certain, and where no line to take is kept.
    func consult(_ understood: Understood, in talk: Talk) async throws -> Outcome? {
        guard understood.meant == nil, understood.choice == nil, let knowledge, let text = talk.text else {
            return nil
        }
        let question = knowledgeQuestion(in: talk)
        let mayBeQuestion = router.mayBeQuestion(text, freshContext(of: talk))
        let least = mayBeQuestion ? KnowledgeService.leastOffered : KnowledgeService.threshold
        guard try await knowledge.matches(text, question, least: least).isEmpty else {
            var request = Request(.guidance)
            request.slots.words = text
            return try await answer(request, in: talk)
        }
        var outcome = try notUnderstood(understood, in: talk)
        // What is said to a person who is talked to is no question to the bot.
        if mayBeQuestion, try await !talksToPerson(in: talk) {
            outcome.effects += KnowledgeService.counting(text, on: talk.moment.today)
        }
        return outcome
    }

    /// Whether somebody is talked to in a hand-over.
    private func talksToPerson(in talk: Talk) async throws -> Bool {
        guard let handOvers, !talk.message.isGroup else { return false }
        if try await handOvers.open(of: talk.person) != nil { return true }
        if case .none = try await handOvers.atHand(of: talk.person, after: talk.state.previous) {
            return false
        }
        return true
    }

    /// The line to take for a question that could be about voices, too: one that headquarters has filed word for word, or one that
    /// surely asks for it and says more than is asked about voices. What it was read as is offered beside it.
    func answerFiledQuestion(_ understood: Understood, in talk: Talk) async throws -> Outcome? {
        guard understood.request.intent.mayBeForHeadquarters, understood.alike.isEmpty, let knowledge,
            let text = talk.text
        else { return nil }
        let found = try await knowledge.matches(
            text, knowledgeQuestion(in: talk), least: KnowledgeService.threshold)
        guard let first = found.first else { return nil }
        let isFiled = found.count == 1 && first.entry.content.asks(text)
        guard
            isFiled
                || first.isSure
                    && router.asksBesideVoices(text, understood.request.intent, context(of: talk))
        else { return nil }
        var request = Request(.guidance)
        request.slots.words = text
        var outcome = try await answer(request, in: talk)
        guard !isFiled, understood.request.intent.isAboutVoices, outcome.state.offers.isEmpty else {
            return outcome
        }
        try offer(figures: understood.request, in: &outcome)
        return outcome
    }

    /// The line that dealers were sent for a warning of what somebody asks what to say about: it was written for just this, and what
    /// headquarters has filed is offered beside it. Nothing where none was sent.
    func answerReleased(_ understood: Understood, in talk: Talk) async throws -> Outcome? {
        guard let knowledge, understood.alike.isEmpty, let text = talk.text else { return nil }
        let intent = understood.request.intent
        let context = freshContext(of: talk)
        switch intent {
        case .guidance: guard understood.request.slots.entry == nil else { return nil }
        case .unknown:
            guard understood.meant == nil, understood.choice == nil, router.mayBeQuestion(text, context)
            else { return nil }
        default: guard intent.isAboutVoices, router.asksWhatToSay(text, context) else { return nil }
        }
        let warnings = try await knowledge.releasedLines(
            answering: text, about: router.aspects(in: text, context), knowledgeQuestion(in: talk))
        guard let first = warnings.first else { return nil }
        var request = Request(.guidance)
        (request.slots.words, request.slots.alert) = (text, String(first.number))
        var outcome = try await answer(request, in: talk)
        if intent.isAboutVoices { try offer(figures: understood.request, in: &outcome) }
        return outcome
    }

    /// Offers what a question was read as beside the line to take that it was given.
    private func offer(figures request: Request, in outcome: inout Outcome) throws {
        // 原话 afterwards is of what was asked about.
        outcome.state.previous = request
        outcome.state.offers.append(Offer(try texts.words(label(of: request, nil)), request))
        outcome.reply.blocks.removeAll { if case .choices = $0 { true } else { false } }
        try offer(outcome.state.offers, .nextChoices, in: &outcome.reply)
    }

    /// Adds to the answer of a question about voices the line to take that the question asks for as well.
    func offerKnowledge(
        beside understood: Understood, in talk: Talk, _ outcome: inout Outcome
    ) async throws {
        guard understood.request.intent.isAboutVoices, let knowledge, let text = talk.text,
            outcome.state.previous?.intent == understood.request.intent,
            outcome.state.offers.count < Dialogue.mostOffers
        else { return }
        let asksBeside = router.asksBesideVoices(text, understood.request.intent, context(of: talk))
        let found = try await knowledge.matches(
            text, knowledgeQuestion(in: talk),
            least: asksBeside ? KnowledgeService.besideOther : KnowledgeService.besideInsight)
        guard let first = found.first, found.count == 1, first.isSure || asksBeside else { return }
        let proposal = KnowledgeService.proposal(.knowledgeAskOffer, .guidance, first.entry)
        let label = try texts.words(proposal.label)
        guard !outcome.state.offers.contains(where: { $0.label == label }) else { return }
        outcome.state.offers.append(Offer(label, proposal.request))
        outcome.reply.blocks.removeAll { if case .choices = $0 { true } else { false } }
        try offer(outcome.state.offers, .nextChoices, in: &outcome.reply)
    }

    private static let mostOffers = 6

    private func knowledgeQuestion(in talk: Talk) -> Question {
        Question(
            person: talk.person, scope: talk.scope, request: Request(.guidance), today: talk.moment.today,
            now: talk.moment.now)
    }
}
