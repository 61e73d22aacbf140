extension Dialogue {
    /// The service that hands over to people; nothing where there is none.
    var handOvers: HandOverService? { services[.handoff] as? HandOverService }

    /// What is said to a text that belongs to an open hand-over; nothing where it is for the bot. In groups all is for the bot.
    func handOver(_ text: String, in talk: Talk) async throws -> Outcome? {
        guard let service = handOvers, !talk.message.isGroup else { return nil }
        let words = router.phrasebook.handOverWords
        if let open = try await service.open(of: talk.person) {
            if words.ends(text) { return try await answer(about: open, .handOverEnd, in: talk) }
            guard !isForBot(text, in: talk) else { return nil }
            return try await answer(about: open, .handOverReply, saying: text, in: talk)
        }
        let (ends, reply) = (words.ends(text), words.reply(text))
        guard ends || reply != nil, let open = try await service.atHand(of: talk.person) else { return nil }
        return try await answer(about: open, ends ? .handOverEnd : .handOverReply, saying: reply, in: talk)
    }

    /// Asks whoever answers whether words that mean nothing to the bot are for the one who asked; nothing where nobody is
    /// talked to. Such words go to nobody without that: they may be meant for the bot.
    func offerPassingOn(in talk: Talk) async throws -> Outcome? {
        guard let service = handOvers, !talk.message.isGroup, let text = talk.text,
            let open = try await service.atHand(of: talk.person)
        else { return nil }
        var proposal = HandOverService.proposal(.handOverPassOffer, .handOverReply, open)
        proposal.request.slots.words = text
        var values = service.post.values(of: open)
        values["words"] = .text(PersonalData.masked(text))
        var outcome = try say(.handOverPass, .object(values), intent: .unknown, in: talk)
        outcome.state.offers = [Offer(try texts.words(proposal.label), proposal.request)]
        try offer(outcome.state.offers, .nextChoices, in: &outcome.reply)
        return outcome
    }

    /// Offers a person beside an answer that did not help.
    func offerPerson(for text: String?, in talk: Talk, _ outcome: inout Outcome) throws {
        guard handOvers != nil, !talk.message.isGroup, HandOverScope(of: talk.person).asks,
            outcome.state.offers.count < 6
        else { return }
        let proposal = HandOverService.offer(text)
        outcome.state.offers.append(Offer(try texts.words(proposal.label), proposal.request))
    }

    /// Remembers what was asked and answered, for a person who may be asked instead; nothing of others than those who may
    /// ask one, and of codes.
    func remember(_ message: InboundMessage, _ outcome: inout Outcome, of person: Person?) {
        guard handOvers != nil, !message.isGroup, let person, HandOverScope(of: person).asks,
            let intent = outcome.intent, intent != .bind, intent != .handoff, !intent.isAboutHandOvers
        else { return }
        let text: String
        switch message.content {
        case .text(let words): text = words
        case .speech(let recognised?): text = recognised
        default: return
        }
        guard !text.withoutOuterBlanks.isEmpty else { return }
        outcome.state.recent = Array(
            (outcome.state.recent + [RecentTurn(text, outcome.reply)]).suffix(RecentTurn.most))
    }

    private func answer(
        about handOver: HandOver, _ intent: Intent, saying words: String? = nil, in talk: Talk
    ) async throws -> Outcome {
        var request = Request(intent)
        request.slots.handOver = String(handOver.number)
        request.slots.words = words
        return try await answer(request, in: talk)
    }

    /// Whether a message in an open hand-over is clearly a command or a question to the bot. Anything else is for the person.
    private func isForBot(_ text: String, in talk: Talk) -> Bool {
        let fresh = freshContext(of: talk)
        if router.handOver(text, fresh) != nil || router.knowledge(text, fresh) != nil
            || router.filing(text, fresh) != nil || router.note(text, fresh) != nil
            || talk.person.role == .dealer && router.noteWords.asksToRecord(text)
            || router.commandOfItsOwn(text, in: fresh, asks: .freely) != nil
        {
            return true
        }
        let alone = router.understand(text, in: fresh)
        // 我要提建议 begins a form.
        if alone.request.intent == .suggestionFile, alone.freeText == nil { return true }
        var context = fresh
        context.openForm = .handoff
        switch router.understand(text, in: context).request.intent {
        case .handoff, .unknown, .thanks, .greeting, .cancel, .more: return false
        default: return true
        }
    }
}
