extension Dialogue {
    /// The service that hands over to people; nothing where there is none.
    var handOvers: HandOverService? { services[.handoff] as? HandOverService }

    /// What is said to a text that belongs to an open hand-over; nothing where it is for the bot. In groups all is for the bot.
    func handOver(_ text: String, in talk: Talk) async throws -> Outcome? {
        guard let service = handOvers, !talk.message.isGroup else { return nil }
        let words = router.phrasebook.handOverWords
        if let open = try await service.open(of: talk.person) {
            if words.ends(text) { return try await answer(about: open, .handOverEnd, in: talk) }
            if words.cancels(text) {
                return open.answers == 0 && speaksOfHandOver(in: talk)
                    ? try await answer(about: open, .handOverEnd, in: talk)
                    : try ask(whetherEnds: open, text, in: talk)
            }
            // 回复 forces even a question to the bot through.
            if let reply = words.reply(text) {
                return try await answer(about: open, .handOverReply, saying: reply, in: talk)
            }
            guard !isForBot(text, in: talk) else { return nil }
            return try await answer(about: open, .handOverReply, saying: text, in: talk)
        }
        // 接手 behind a warning is of that.
        if words.takes(text), talk.state.previous?.intent.isAboutAlerts != true {
            let waiting = try await service.waiting(for: talk.person)
            guard let first = waiting.first else { return nil }
            return waiting.count == 1
                ? try await answer(about: first, .handOverTake, in: talk)
                : try ask(which: waiting.map { ($0, nil) }, .handOverTake, in: talk)
        }
        let (ends, reply) = (words.ends(text), words.reply(text))
        guard ends || reply != nil else { return nil }
        let atHand = try await service.atHand(of: talk.person, after: talk.state.previous)
        if let reply, let (number, rest) = HandOverWords.plainNumber(reply),
            let open = try await service.open(number, answeredBy: talk.person)
        {
            return try await answer(open, saying: rest, or: reply, to: atHand, in: talk)
        }
        let intent = ends ? Intent.handOverEnd : .handOverReply
        switch atHand {
        case .none:
            // Nothing was taken up: it may be for one who waits.
            let waiting = try await reply == nil ? [] : service.waiting(for: talk.person)
            return waiting.isEmpty ? nil : try ask(which: waiting.map { ($0, reply) }, intent, in: talk)
        case .one(let open): return try await answer(about: open, intent, saying: reply, in: talk)
        case .several(let open):
            return try ask(which: open.map { ($0, reply) }, intent, in: talk)
        }
    }

    /// 回复 6 你好 answers H6 where nothing else is at hand; where something is, 回复 3 种方案都能接受 may be said in that.
    private func answer(
        _ numbered: HandOver, saying rest: String, or reply: String, to atHand: HandOverService.AtHand,
        in talk: Talk
    ) async throws -> Outcome {
        let others: [HandOver] =
            switch atHand {
            case .none: []
            case .one(let open): [open]
            case .several(let open): open
            }
        let held = others.filter { $0.number != numbered.number }
        guard !held.isEmpty else {
            return try await answer(about: numbered, .handOverReply, saying: rest, in: talk)
        }
        return try ask(which: [(numbered, rest)] + held.map { ($0, reply) }, .handOverReply, in: talk)
    }

    /// Whether the last thing said here was of a hand-over, so that 取消 is of it as well.
    private func speaksOfHandOver(in talk: Talk) -> Bool {
        talk.state.previous.map { $0.intent == .handoff || $0.intent.isAboutHandOvers } ?? false
    }

    /// Asks whether words that may be an answer (不用了) end it.
    private func ask(whetherEnds open: HandOver, _ text: String, in talk: Talk) throws -> Outcome {
        guard let service = handOvers else { return try say(.notUnderstood, ["nearest": false], in: talk) }
        var values = service.post.values(of: open)
        values["words"] = .text(PersonalData.masked(text))
        var outcome = try say(.handOverCancel, .object(values), intent: .handOverEnd, in: talk)
        var passing = HandOverService.proposal(.handOverPassOffer, .handOverReply, open)
        passing.request.slots.words = text
        outcome.state.offers = try [
            HandOverService.proposal(.handOverEndOffer, .handOverEnd, open), passing,
        ].map { Offer(try texts.words($0.label), $0.request) }
        try offer(outcome.state.offers, .numberedChoices, in: &outcome.reply)
        return outcome
    }

    /// Asks which of several is meant, each with what would be said in it: words for one dealer must not reach another.
    private func ask(
        which several: [(handOver: HandOver, words: String?)], _ intent: Intent, in talk: Talk
    ) throws -> Outcome {
        guard let service = handOvers else { return try say(.notUnderstood, ["nearest": false], in: talk) }
        var outcome = try say(
            .handOverWhich,
            [
                "ends": .flag(intent == .handOverEnd), "takes": .flag(intent == .handOverTake),
                "replies": .flag(intent == .handOverReply),
            ], intent: intent, in: talk)
        outcome.state.offers = try several.map { handOver, words in
            var request = Request(intent)
            request.slots.handOver = String(handOver.number)
            request.slots.words = words
            return Offer(
                try texts.words(Phrase.handOverWhichOffer.with(service.post.values(of: handOver))), request)
        }
        try offer(outcome.state.offers, .numberedChoices, in: &outcome.reply)
        return outcome
    }

    /// Says below what the bot has answered that it went to nobody, while a person is talked to.
    func noteNotPassedOn(in talk: Talk, _ outcome: inout Outcome) async throws {
        guard let service = handOvers, !talk.message.isGroup, let intent = outcome.intent,
            intent != .handoff, !intent.isAboutHandOvers,
            let open = try await service.open(of: talk.person)
        else { return }
        let note = try texts.words(Phrase.handOverNotPassedOn.with(["name": .text(open.name)]))
        outcome.reply.blocks.append(.text(note))
    }

    /// Says below the answer to a picture, file or recording that the other side does not get it, while a person is talked
    /// to; nothing where it belongs to a suggestion.
    func notePicturesStay(in talk: Talk, _ outcome: inout Outcome) async throws {
        guard let service = handOvers, !talk.message.isGroup, talk.message.bringsMoreThanWords,
            outcome.state.form == nil, !outcome.takesAttachments(of: talk.message.key)
        else { return }
        var open = try await service.open(of: talk.person)
        if open == nil {
            switch try await service.atHand(of: talk.person, after: talk.state.previous) {
            case .none: break
            case .one(let one): open = one
            case .several(let several): open = several.first
            }
        }
        guard let open else { return }
        let note = try texts.words(Phrase.handOverPicturesStay.with(["name": .text(open.name)]))
        outcome.reply.blocks.append(.text(note))
    }

    /// Asks whoever answers, below what the bot says to words it cannot answer, whether they are for the one who asked;
    /// nothing where nobody is talked to. Such words go to nobody without that: they may be meant for the bot.
    func offerPassingOn(in talk: Talk, _ outcome: inout Outcome) async throws {
        guard let service = handOvers, !talk.message.isGroup, let text = talk.text else { return }
        let several: [HandOver] =
            switch try await service.atHand(of: talk.person, after: talk.state.previous) {
            case .none: []
            case .one(let open): [open]
            case .several(let open): open
            }
        guard let first = several.first else { return }
        var values = service.post.values(of: first)
        values["words"] = .text(PersonalData.masked(text))
        values["one"] = .flag(several.count == 1)
        let passing = try several.prefix(Dialogue.mostPassedOn).map { open in
            var proposal = HandOverService.proposal(.handOverPassOffer, .handOverReply, open)
            proposal.request.slots.words = text
            return Offer(try texts.words(proposal.label), proposal.request)
        }
        outcome.state.offers = Array(outcome.state.offers.prefix(Dialogue.mostBesidePassing)) + passing
        outcome.reply = withoutChoices(outcome.reply)
        outcome.reply.blocks += try texts.reply(.handOverPass, .object(values)).blocks
        try offer(outcome.state.offers, .nextChoices, in: &outcome.reply)
    }

    private static let mostPassedOn = 3
    private static let mostBesidePassing = 4

    /// Offers a person beside an answer that did not help.
    func offerPerson(for text: String?, in talk: Talk, _ outcome: inout Outcome) throws {
        guard handOvers != nil, !talk.message.isGroup, HandOverScope(of: talk.person).asks,
            outcome.state.offers.count < 6
        else { return }
        let proposal = HandOverService.offer(text)
        outcome.state.offers.append(Offer(try texts.words(proposal.label), proposal.request))
    }

    /// Remembers what was asked and answered, for a person who may be asked instead; nothing of others than those who may
    /// ask one, and nothing but questions: no suggestion, note or code.
    func remember(_ message: InboundMessage, _ outcome: inout Outcome, of person: Person?) {
        guard handOvers != nil, !message.isGroup, let person, HandOverScope(of: person).asks,
            let intent = outcome.intent, intent == .unknown || intent == .guidance || intent.isAboutVoices
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
            || router.action(text, fresh) != nil
            || router.filing(text, fresh) != nil || router.note(text, fresh) != nil
            || talk.person.role == .dealer && router.noteWords.asksToRecord(text)
        {
            return true
        }
        let alone = router.understand(text, in: fresh)
        // Behind 转人工 alone a question is for whom it calls, though the bot could answer it.
        if talk.state.previous?.intent == .handoff, talk.state.previous?.slots.isConfirmed == true {
            switch alone.request.intent {
            case .unknown, .guidance, .handoff, .thanks, .greeting, .cancel, .more: return false
            case let intent: return !intent.isAboutVoices
            }
        }
        if router.commandOfItsOwn(text, in: fresh, asks: .freely) != nil { return true }
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

extension InboundMessage {
    /// Whether something comes with it that is not read.
    fileprivate var bringsMoreThanWords: Bool {
        switch content {
        case .picture, .file: true
        case .speech(let recognised): recognised?.isEmpty != false
        case .text: hasPictures || bringsAttachments
        case .opened, .other: false
        }
    }
}
