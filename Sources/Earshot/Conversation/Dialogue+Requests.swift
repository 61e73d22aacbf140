extension Dialogue {
    /// Answers a text: an open form, the number of an offer, or a question.
    func respond(to text: String, in talk: Talk) async throws -> Outcome {
        var outcome = try await hear(text, in: talk)
        try keepDraft(in: talk, &outcome)
        try keepGuidance(in: talk, &outcome)
        return outcome
    }

    private func hear(_ text: String, in talk: Talk) async throws -> Outcome {
        guard text.count <= settings.longestMessage else {
            return try say(.tooLong, ["limit": .count(settings.longestMessage)], in: talk)
        }
        var talk = talk
        talk.text = text
        let quoted = quotedQuestion(in: talk)
        // Nothing but the mention of the bot.
        if text.withoutOuterBlanks.isEmpty {
            let answered =
                if let quoted { try await answer(quoted, in: talk) } else { try greet(in: talk) }
            if let form = openForm(in: talk) { return try amid(form, answered) }
            return isAskedForNote(in: talk) ? try amidNote(answered) : answered
        }
        if let form = openForm(in: talk) { return try await fill(form, with: text, in: talk) }
        if isAskedForNote(in: talk) { return try await hear(note: text, in: talk) }
        if let heard = try await hear(answerToAsking: text, in: talk) { return heard }
        if let offer = talk.state.offers.first(where: { $0.label == text.withoutOuterBlanks }) {
            return try await take(confirmable(offer, in: talk), in: talk)
        }
        if let settled = try await settle(draftIn: talk, by: text) { return settled }
        if let settled = try await settle(lineDraftIn: talk, by: text) { return settled }
        if let number = ChoiceNumber.of(text), talk.state.offers.indices.contains(number - 1),
            talk.state.offers[number - 1].isUnnumbered != true,
            !isOfList(text, talk.state.offers[number - 1], in: talk)
        {
            return try await take(talk.state.offers[number - 1], in: talk)
        }
        if let ended = try await take(severalEnds: text, in: talk) { return ended }
        if let passedOn = try await handOver(text, in: talk) { return passedOn }
        if quoted == nil, let rated = try await rate(text, in: talk) { return rated }
        var outcome = try await answer(text, quoting: quoted, in: talk)
        try await noteNotPassedOn(in: talk, &outcome)
        return outcome
    }

    /// Whether 第2条 behind a list of warnings is of the list, and does nothing that is offered below it.
    private func isOfList(_ text: String, _ offer: Offer, in talk: Talk) -> Bool {
        talk.state.previous?.intent == .alertList && offer.request.intent.isAct
            && router.phrasebook.listWords.namesItem(text)
    }

    /// Ends each of several subscriptions that were offered, where a message names no more than their numbers: 1和3.
    private func take(severalEnds text: String, in talk: Talk) async throws -> Outcome? {
        let offers = talk.state.offers
        guard let numbers = ChoiceNumber.several(of: text),
            numbers.allSatisfy({ offers.indices.contains($0 - 1) })
        else { return nil }
        let chosen = numbers.map { offers[$0 - 1] }
        guard chosen.allSatisfy({ $0.isUnnumbered != true && $0.request.intent == .subscriptionRemove })
        else {
            return nil
        }
        var outcome = try await take(chosen[0], in: talk)
        for offer in chosen.dropFirst() {
            outcome = try await answer(offer.request, alsoTo: outcome, in: talk)
        }
        return outcome
    }

    /// Answers a text that is for the bot.
    func answer(
        _ text: String, quoting quoted: Understood?, in talk: Talk
    ) async throws -> Outcome {
        var talk = talk
        if let number = ChoiceNumber.anyNumber(in: text), !talk.state.listsNumbered {
            return try refuse(choice: number, in: talk)
        }
        if let quoted {
            var about = quoted.request
            about.store = store(meantBy: quoted, in: talk)
            talk.quoted = about
        }
        let understood = understanding(text, in: talk)
        if let about = talk.quoted, understood.request.intent == .more, talk.state.previous != about {
            // The next page of another question than the last one: its first one comes before.
            return try await answer(about, in: talk)
        }
        if let quoted, understood.request.intent == .unknown { return try await answer(quoted, in: talk) }
        if let proposed = proposed.request(for: text.withoutOuterBlanks, after: talk.reference),
            proposed.intent != understood.request.intent,
            // 原话 behind a warning is of its voices.
            !understood.request.intent.isAboutAlerts
        {
            return try await answer(proposed, in: talk)
        }
        return try await answer(understood, in: talk)
    }

    /// What a text says. The store of somebody (黄伟他们店) is read as if it stood by its name where it is asked what is said of
    /// it, or for a list: what is sent, filed or done stays as it was written.
    private func understanding(_ text: String, in talk: Talk) -> Understood {
        var written = router.understand(text, in: context(of: talk))
        if written.request.intent == .alertReason {
            written.request.slots.person = router.toldOne(
                in: text, among: Set(talk.directory.people.map(\.name)))
        }
        guard !written.request.intent.changesSomething, written.request.intent != .handoff,
            let named = namingStore(in: text, talk)
        else { return written }
        let understood = router.understand(named, in: context(of: talk))
        return understood.request.intent.isSaidOfStores ? understood : written
    }

    /// Does what an offer stands for.
    func take(_ offer: Offer, in talk: Talk) async throws -> Outcome {
        services[offer.request.intent] == nil
            ? try await answerFirst(Understood(request: offer.request), in: talk)
            : try await answer(offer.request, in: talk)
    }

    func context(of talk: Talk) -> DialogueContext {
        var context = DialogueContext(
            role: talk.person.role, previous: talk.reference, openForm: nil, today: talk.moment.today,
            minute: talk.moment.minute, available: Set(services.keys))
        let directory = talk.directory
        context.knowsPerson = { name in
            directory.person(id: name) != nil || directory.people.contains { $0.name == name }
        }
        return context
    }

    /// Answers what is wished first and offers the rest.
    func answer(_ understood: Understood, in talk: Talk) async throws -> Outcome {
        if let released = try await answerReleased(understood, in: talk) { return released }
        if let filed = try await answerFiledQuestion(understood, in: talk) { return filed }
        if let offered = try offerRecord(understood, in: talk) { return offered }
        var outcome = try await answerFirst(understood, in: talk)
        try tellUndone(understood, in: talk, &outcome)
        if !understood.alike.isEmpty, !outcome.asks(understood.request) { outcome.state.offers = [] }
        var undecided = outcome.effects.isEmpty ? [understood.request.decided].compactMap(\.self) : []
        for request in understood.alike {
            // 5 采纳，交给产品部: what was not accepted goes to nobody.
            if request.decided == nil, let number = request.slots.suggestion, undecided.contains(number) {
                let title = "#\(number) \(router.title(of: request.intent))"
                outcome.reply.blocks.append(
                    .text(try texts.words(Phrase.furtherLeft.with(["words": .text(title)]))))
                continue
            }
            let done = outcome.effects.count
            outcome = try await answer(request, alsoTo: outcome, in: talk)
            if outcome.effects.count == done, let number = request.decided { undecided.append(number) }
        }
        try await offerKnowledge(beside: understood, in: talk, &outcome)
        let isOffered = outcome.reply.blocks.contains { if case .choices = $0 { true } else { false } }
        guard !understood.further.isEmpty else { return outcome }
        // The choices are of what was answered, so that what else was wished is to be said again.
        guard !isOffered else {
            let left = understood.further.compactMap { understood.furtherWords[$0] }
            let choices = outcome.reply.blocks.lastIndex { if case .choices = $0 { true } else { false } }
            for words in left.reversed() {
                outcome.reply.blocks.insert(
                    .text(try texts.words(Phrase.furtherLeft.with(["words": .text(words)]))),
                    at: choices ?? outcome.reply.blocks.endIndex)
            }
            return outcome
        }
        outcome.state.offers = try offers(
            further(understood, about: store(meantBy: understood, in: talk)))
        try offer(outcome.state.offers, .nextChoices, in: &outcome.reply)
        return outcome
    }

    func answerFirst(_ understood: Understood, in talk: Talk) async throws -> Outcome {
        if let explanation = understood.explains {
            return try await explain(explanation, as: understood.request.intent, in: talk)
        }
        if let reason = understood.unclearPeriod {
            return try say(
                .noPeriod, ["unknown": .flag(reason == .unknown)], intent: understood.request.intent, in: talk
            )
        }
        return switch understood.request.intent {
        case .unknown:
            try await answerUnknown(understood, in: talk)
        case .cancel: try cancel(in: talk)
        case .more: try await more(in: talk)
        case .greeting: try await welcome(in: talk)
        case .thanks: try say(.thanks, intent: .thanks, in: talk)
        case .help: try help(in: talk)
        case .handoff where handOvers != nil && understood.request.slots.isConfirmed == true:
            try await answer(understood.request, in: talk)
        case .handoff: try handOff(in: talk)
        case .profile: try profile(in: talk)
        case .actionRecord where understood.request.slots.status == ActionService.wished:
            try await answerWished(understood, in: talk)
        case .bind: try say(.alreadyBound, ["name": .text(talk.person.name)], intent: .bind, in: talk)
        default: try await answerQuestion(understood, in: talk)
        }
    }

    private func answerUnknown(_ understood: Understood, in talk: Talk) async throws -> Outcome {
        if let undone = try answerUndone(understood, in: talk) { return undone }
        var outcome = try await consult(understood, in: talk) ?? notUnderstood(understood, in: talk)
        if outcome.intent == .unknown { try await offerPassingOn(in: talk, &outcome) }
        return outcome
    }

    /// What was wished of somebody may be an action, or meant for whoever is talked to.
    private func answerWished(_ understood: Understood, in talk: Talk) async throws -> Outcome {
        var outcome = try await answerQuestion(understood, in: talk)
        try await offerPassingOn(in: talk, &outcome)
        return outcome
    }

    private func answerQuestion(_ understood: Understood, in talk: Talk) async throws -> Outcome {
        if let city = understood.storesOf, understood.request.intent.isSaidOfStores,
            // 宁波门店记录 is of all of them.
            understood.request.intent != .noteList
        {
            // 杭州店 is the own one for whoever has one there.
            guard let own = talk.person.dealer, own.city.name == city else {
                return try askWhichStore(of: city, in: talk)
            }
            return try await answer(understood, about: own.id, in: talk)
        }
        return try await answer(understood, about: store(meantBy: understood, in: talk), in: talk)
    }

    private func answer(
        _ understood: Understood, about store: String?, in talk: Talk
    ) async throws -> Outcome {
        var request = Request(understood.request.intent, understood.request.slots, store: store)
        // What is suggested; kept for as long as it takes to file it.
        if request.intent == .suggestionFile { request.slots.words = understood.freeText }
        if request.intent == .guidance { request.slots.words = talk.text }
        if request.intent == .recordVoice {
            request.slots.words = talk.text.flatMap { router.noteWords.words(of: $0) }
        }
        return try await answer(
            request, further: further(understood, about: store), strangeNames: understood.strangeNames,
            isOfStrangers: understood.isOfStrangers, namedStore: namedStore(understood, in: talk), in: talk)
    }

    /// Does the same for another one that the message names: both answers are said, and what both change is changed at once.
    private func answer(
        _ request: Request, alsoTo outcome: Outcome, in talk: Talk
    ) async throws -> Outcome {
        var talk = talk
        talk.state = outcome.state
        // Those of before are not what it asks.
        talk.state.offers = []
        talk.pending = outcome.effects
        var both = try await answerFirst(Understood(request: request), in: talk)
        // The numbers of either would be those of the other: what both ask is numbered anew.
        let asked = outcome.state.offers + (both.asks(request) ? both.state.offers : [])
        both.reply = Reply(withoutChoices(outcome.reply).blocks + withoutChoices(both.reply).blocks)
        let once = asked.reduce(into: [Offer]()) { offers, offer in
            if !offers.contains(offer) { offers.append(offer) }
        }
        // 全部退订 of either would be that of the other.
        both.state.offers = once.filter { offer in once.count { $0.label == offer.label } == 1 }
        try self.offer(both.state.offers, .numberedChoices, in: &both.reply)
        both.effects = outcome.effects + both.effects
        return both
    }

    /// What else was wished, in the person's words where they stand for themselves.
    private func further(_ understood: Understood, about store: String?) -> [Proposal] {
        understood.further.map { request in
            let words = understood.furtherWords[request]
            let about = request.intent.isSaidOfStores ? store : nil
            return Proposal(label(of: request, words), Request(request.intent, request.slots, store: about))
        }
    }

    func offers(_ proposals: [Proposal]) throws -> [Offer] {
        try proposals.map { Offer(try texts.words($0.label), $0.request) }
    }

    /// The person's words; else the aspect and the command's title, which an aspect does not need to be asked about.
    func label(of request: Request, _ words: String?) -> TextValue {
        if let words {
            return Phrase.furtherOffer.with(["place": false, "aspect": false, "title": .text(words)])
        }
        let title =
            request.intent == .aspect && request.slots.aspect != nil ? nil : router.title(of: request.intent)
        return Phrase.furtherOffer.with([
            "place": false, "aspect": .optional(request.slots.aspect?.words), "title": .optional(title),
        ])
    }

    /// Says that there is no such choice, and which there are.
    private func refuse(choice number: String, in talk: Talk) throws -> Outcome {
        let offers = talk.state.offers
        let last = offers.count { $0.isUnnumbered != true }
        var outcome = try say(
            .noSuchChoice,
            [
                "number": .text(number), "last": last == 0 ? false : .count(last),
                "several": .flag(last > 1),
            ], in: talk)
        try offer(offers, .numberedChoices, in: &outcome.reply)
        return outcome
    }

    private func more(in talk: Talk) async throws -> Outcome {
        guard let page = talk.state.more else { return try say(.nothingMore, intent: .more, in: talk) }
        return try await answer(page.request, page: page, in: talk)
    }

    /// Appends what may be asked next, numbered from 1; what is taken by its words alone stands last.
    func offer(_ offers: [Offer], _ prompt: Phrase, in reply: inout Reply) throws {
        guard !offers.isEmpty else { return }
        reply.blocks.append(
            .choices(
                prompt: try texts.words(prompt.with()),
                offers.enumerated().map {
                    Reply.Choice(
                        number: $1.isUnnumbered == true ? Reply.Choice.unnumbered : $0 + 1, label: $1.label,
                        text: $1.label)
                }))
    }

    /// Says a fixed text and leaves the conversation as it is.
    func say(
        _ prompt: Prompt, _ values: TextValue = [:], intent: Intent = .unknown, in talk: Talk
    ) throws -> Outcome {
        var state = talk.state
        state.misunderstandings = 0
        return Outcome(reply: try texts.reply(prompt, values), state: state, intent: intent)
    }
}

extension Request {
    /// The suggestion that it decides on.
    fileprivate var decided: String? { intent == .suggestionDecide ? slots.suggestion : nil }
}

extension Dialogue.Outcome {
    /// Whether what was wished is asked about and not done: which one is meant.
    fileprivate func asks(_ request: Request) -> Bool {
        request.intent.changesSomething && effects.isEmpty
            && reply.blocks.contains { if case .choices = $0 { true } else { false } }
    }
}

extension DialogueState {
    /// Whether numbers mean entries of a list that was shown: warnings, suggestions or deliveries.
    fileprivate var listsNumbered: Bool {
        previous.map {
            $0.intent.isAboutAlerts || $0.intent.isAboutSuggestions || $0.intent.isAboutDeliveries
        } ?? false
    }
}
