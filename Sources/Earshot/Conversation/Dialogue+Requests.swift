extension Dialogue {
    /// Answers a text: an open form, the number of an offer, or a question.
    func respond(to text: String, in talk: Talk) async throws -> Outcome {
        var outcome = try await hear(text, in: talk)
        try keepDraft(in: talk, &outcome)
        try noteUnsent(draftIn: talk, &outcome)
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
            return try await take(offer, in: talk)
        }
        if let settled = try await settle(draftIn: talk, by: text) { return settled }
        if let number = ChoiceNumber.of(text), talk.state.offers.indices.contains(number - 1),
            !talk.state.isKeptDraft(talk.state.offers[number - 1]),
            !isOfList(text, talk.state.offers[number - 1], in: talk)
        {
            return try await take(talk.state.offers[number - 1], in: talk)
        }
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

    /// A text in which the store of somebody stands by its name; nothing where it speaks of none, or nobody knows of whose.
    private func namingStore(in text: String, _ talk: Talk) -> String? {
        let people = talk.directory.people.filter { text.contains($0.name) }
        guard let person = people.max(by: { $0.name.count < $1.name.count }), let store = person.dealer,
            // Of two of one name nobody is meant.
            people.allSatisfy({ $0.name != person.name || $0.dealer?.id == store.id })
        else { return nil }
        for tail in router.phrasebook.personStore {
            guard let range = text.firstRange(of: person.name + tail),
                // 黄伟的店长 is somebody else.
                text[range.upperBound...].first.map({ !"长员".contains($0) }) ?? true
            else { continue }
            return text[..<range.lowerBound] + store.name + text[range.upperBound...]
        }
        return nil
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
        for request in understood.alike {
            outcome = try await answer(request, alsoTo: outcome, in: talk)
        }
        try await offerKnowledge(beside: understood, in: talk, &outcome)
        let isOffered = outcome.reply.blocks.contains { if case .choices = $0 { true } else { false } }
        guard !understood.further.isEmpty, !isOffered else { return outcome }
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
        talk.pending = outcome.effects
        var both = try await answerFirst(Understood(request: request), in: talk)
        // The numbers of either would be those of the other.
        both.reply = Reply(withoutChoices(outcome.reply).blocks + withoutChoices(both.reply).blocks)
        both.state.offers = []
        both.effects = outcome.effects + both.effects
        return both
    }

    /// The store that a message about something else than what is said of stores names.
    private func namedStore(_ understood: Understood, in talk: Talk) -> String? {
        guard !understood.request.intent.isSaidOfStores else { return nil }
        if let name = understood.dealer { return talk.directory.dealer(named: name)?.name ?? name }
        return understood.ownStore ? talk.person.dealer?.name : nil
    }

    /// What else was wished, in the person's words where they stand for themselves.
    private func further(_ understood: Understood, about store: String?) -> [Proposal] {
        understood.further.map { request in
            let words = understood.furtherWords[request]
            let about = request.intent.isSaidOfStores ? store : nil
            return Proposal(label(of: request, words), Request(request.intent, request.slots, store: about))
        }
    }

    private func offers(_ proposals: [Proposal]) throws -> [Offer] {
        try proposals.map { Offer(try texts.words($0.label), $0.request) }
    }

    /// The store a message is about: the one it names, the sender's own, or the one that was talked about.
    private func store(meantBy understood: Understood, in talk: Talk) -> String? {
        let own = talk.person.dealer?.id
        guard understood.request.intent.isSaidOfStores else { return nil }
        if let name = understood.dealer { return talk.directory.dealer(named: name)?.id ?? name }
        if understood.ownStore { return own }
        if understood.keepsStore, let store = talk.reference?.store { return store }
        // What else than the store would somebody compare with the own city?
        if understood.request.slots.against == .home { return own }
        return understood.request.intent == .dealer ? own : nil
    }

    /// Lets the service for a request answer it.
    func answer(
        _ request: Request, further: [Proposal] = [], strangeNames: [String] = [],
        isOfStrangers: Bool = false, page: Page? = nil, form: SuggestionForm? = nil,
        isInsisted: Bool = false, namedStore: String? = nil, in talk: Talk
    ) async throws -> Outcome {
        guard let service = services[request.intent] else {
            return try say(
                .unavailable, ["what": .text(router.title(of: request.intent))], intent: request.intent,
                in: talk)
        }
        let gazetteer = Gazetteer.china
        var question = Question(
            person: talk.person, scope: talk.scope, request: request,
            dealer: request.store.flatMap { talk.directory.dealer(id: $0) }, today: talk.moment.today,
            now: talk.moment.now, page: page)
        (question.form, question.isInsisted) = (form, isInsisted)
        if attachments != nil, talk.message.bringsAttachments { question.message = talk.message.key }
        question.origin = talk.message.account.map {
            Question.Origin(message: talk.message.key, account: $0, viewer: viewer(of: talk))
        }
        question.isInGroup = talk.message.isGroup
        question.hidesStores = talk.message.isGroup && !settings.storesInGroups
        question.recent = talk.state.recent
        question.strangeNames = strangeNames
        question.namedStore = namedStore
        question.pending = talk.pending
        question.isOfStrangers = isOfStrangers
        question.city = request.slots.city.flatMap { gazetteer.city(named: $0) }
        switch request.slots.against {
        case .city(let name): question.otherCity = gazetteer.city(named: name)
        case .store(let name): question.otherDealer = talk.directory.dealer(named: name)
        default: break
        }
        guard question.namesKnownCities else {
            return try say(.unknownCity, intent: request.intent, in: talk)
        }
        // A store that has left the directory must not silently mean its city.
        guard request.store == nil || question.dealer != nil else {
            return try say(.noStore, intent: request.intent, in: talk)
        }
        if question.hidesStores, question.isAboutStore {
            return talk.isOnNotice
                ? try askToWrite(request.intent, in: talk)
                : try say(.storeInGroup, intent: request.intent, in: talk)
        }
        let answer = try await service.answer(question)
        if talk.isOnNotice, try await keepsFromGroups(answer, to: question, of: service) {
            return try askToWrite(request.intent, in: talk)
        }
        return try put(answer, to: question, further: further, in: talk)
    }

    /// Puts an answer into words and remembers what a follow-up builds on.
    private func put(
        _ answer: Answer, to question: Question, further: [Proposal], in talk: Talk
    ) throws -> Outcome {
        var reply = try texts.reply(answer.prompt, answer.values)
        var state = talk.state
        state.misunderstandings = 0
        if answer.isRefusal {
            // What was refused is not what 那售后呢 refers to.
            return Outcome(
                reply: reply, state: state, intent: question.request.intent, request: question.request)
        }
        state.previous = answer.remembered ?? question.request
        if answer.leavesProduct { state.previous?.slots.product = nil }
        state.more = answer.more
        state.offers = try offers(
            further + answer.offers.filter { services[$0.request.intent] != nil })
        try offer(state.offers, .nextChoices, in: &reply)
        if !state.offers.isEmpty { reply.lead(further: try answer.further.map { try texts.words($0.label) }) }
        if answer.acts || answer.standing != nil {
            reply.actions = Reply.Actions(standing: try answer.standing.map(texts.words))
        }
        if let asked = answer.asksFor {
            state.offers = []
            state.form = DialogueState.Form(intent: asked, startedAt: talk.moment.now)
        }
        if let form = answer.form {
            state.offers = []
            state.form = DialogueState.Form(intent: .suggestionFile, startedAt: talk.moment.now)
            state.form?.suggestion = form
            try offerChoices(of: form, in: &reply)
        }
        var effects = answer.effects
        if settings.recordsViews, let shown = WordsShown(reply, to: question, answer, by: viewer(of: talk)) {
            effects.append(.showWords(shown))
        }
        return Outcome(
            reply: reply, state: state, intent: question.request.intent, request: question.request,
            effects: effects)
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
        let last = offers.count { !talk.state.isKeptDraft($0) }
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

extension Intent {
    /// Whether it may be about one store.
    fileprivate var isSaidOfStores: Bool {
        switch self {
        case .dealer, .overview, .aspect, .quotes, .compare, .noteList: true
        default: false
        }
    }
}

extension Question {
    /// Whether the answer is for one store and its manager alone.
    fileprivate var isAboutStore: Bool {
        if case .store? = request.slots.against { return true }
        return dealer != nil || otherDealer != nil || request.intent == .dealer
    }

    /// Whether every city the request names is one there is; an unknown one must not silently mean the own.
    fileprivate var namesKnownCities: Bool {
        if request.slots.city != nil, city == nil { return false }
        if case .city? = request.slots.against, otherCity == nil { return false }
        return true
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
