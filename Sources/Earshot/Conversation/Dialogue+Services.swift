/// Answers of the services.
extension Dialogue {
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
