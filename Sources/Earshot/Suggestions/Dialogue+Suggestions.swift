extension Dialogue {
    private static let form = Intent.suggestionFile

    /// The form for a suggestion that is open.
    func openForm(in talk: Talk) -> SuggestionForm? {
        services[Dialogue.form] == nil ? nil : talk.state.form?.suggestion
    }

    /// Takes a text as an answer to an open form, where it is none of the clear commands and questions the router knows.
    func fill(_ form: SuggestionForm, with text: String, in talk: Talk) async throws -> Outcome {
        var talk = talk
        // Numbers are those of the form, whatever was offered before.
        talk.state.offers = []
        if let choice = try choice(text, of: form) { return try await hear(choice, form, in: talk) }
        if !form.takesText, ChoiceNumber.anyNumber(in: text) != nil {
            return try await ask(form, .noChoice, again: true, in: talk)
        }
        if let command = router.handOver(text, freshContext(of: talk), isStrict: true)
            ?? router.action(text, freshContext(of: talk))
        {
            return try amid(form, try await answer(command, in: talk))
        }
        if form.takesText, router.asksToWait(text) { return try await ask(form, nil, again: true, in: talk) }
        if form.takesText, router.asksOn(text, in: freshContext(of: talk)) {
            let understood = router.understand(text, in: self.context(of: talk))
            guard understood.request.intent.isAboutVoices else {
                return try await ask(form, nil, again: true, in: talk)
            }
            return try amid(form, try await answer(understood, in: talk))
        }
        var context = context(of: talk)
        if form.takesText,
            let command = router.commandOfItsOwn(
                text, in: freshContext(of: talk), asks: form.step == .what ? .freely : .briefly)
        {
            return try amid(form, try await answer(command, in: talk))
        }
        // Where only a choice is asked for, whatever is understood is something else.
        if form.takesText { context.openForm = Dialogue.form }
        let understood = router.understand(text, in: context)
        switch understood.request.intent {
        case .cancel: return try cancel(in: talk)
        // 撤回建议: the one that is being filled in.
        case .suggestionWithdraw where understood.said.suggestion == nil: return try cancel(in: talk)
        case Dialogue.form, .unknown: return try await hear(text, form, in: talk)
        default:
            return try amid(form, try await answerFirst(understood, in: talk))
        }
    }

    /// What was answered while a form is open: without choices, whose numbers are the form's, and with what it asks next. The
    /// form is done where its writer has joined another suggestion instead.
    func amid(_ form: SuggestionForm, _ answered: Outcome) throws -> Outcome {
        var outcome = answered
        outcome.reply = withoutChoices(outcome.reply)
        outcome.state.offers = []
        let isJoined = outcome.effects.contains {
            if case .changeSuggestion(let change, _) = $0 { change.step.kind == .supported } else { false }
        }
        if form.step == .similar, isJoined {
            outcome.state.form = nil
        } else {
            outcome.reply.blocks += try recall(form).blocks
        }
        return outcome
    }

    /// Takes what came with a message into an open form.
    ///
    /// - Parameter kept: what was said of it, and how it is kept.
    func fill(
        _ form: SuggestionForm, withAttachments kept: (reply: Reply, effects: [Turn.Effect]), in talk: Talk
    ) async throws -> Outcome {
        var form = form
        form.hear(attachmentsOf: MessageKey(channel: talk.message.channel, id: talk.message.id))
        if kept.effects.isEmpty { form = talk.state.form?.suggestion ?? form }
        var outcome = try await ask(form, nil, again: false, in: talk)
        outcome.reply.blocks.insert(contentsOf: kept.reply.blocks, at: 0)
        outcome.effects += kept.effects
        return outcome
    }

    /// One line that says what an open form asks next.
    func recall(_ form: SuggestionForm) throws -> Reply {
        try texts.reply(
            .suggestionRecall,
            ["step": .flags(SuggestionForm.Step.allCases.map { ("\($0)", $0 == form.step) })])
    }

    /// What is chosen by a number, a button's words or another word for it.
    private func choice(_ text: String, of form: SuggestionForm) throws -> SuggestionForm.Choice? {
        let choices = form.choices
        if !form.takesText, let number = ChoiceNumber.of(text), choices.indices.contains(number - 1) {
            return choices[number - 1]
        }
        if form.step == .about, ChoiceNumber.of(text) == 1 { return choices.first }
        for choice in choices where try texts.words(choice.words) == text.withoutOuterBlanks { return choice }
        let chosen = router.phrasebook.formWords.choice(text)
        // Who skips how urgent it is finds it as urgent as others.
        if form.step == .urgency, chosen == .skip { return .urgency(form.urgency ?? .normal) }
        return chosen.flatMap { choices.contains($0) ? $0 : nil }
    }

    private func hear(
        _ choice: SuggestionForm.Choice, _ form: SuggestionForm, in talk: Talk
    ) async throws -> Outcome {
        var form = form
        return try await react(to: form.hear(choice), form, isInsisted: choice == .insist, in: talk)
    }

    private func hear(_ text: String, _ form: SuggestionForm, in talk: Talk) async throws -> Outcome {
        var form = form
        let alone = router.understand(text, in: freshContext(of: talk))
        let isFiling = alone.request.intent == Dialogue.form
        // 我要提建议 once more asks the same again; 建议:… is the suggestion without the word for it.
        if isFiling, alone.freeText == nil { return try await ask(form, nil, again: true, in: talk) }
        if form.step == .similar, isFiling, let words = alone.freeText {
            // What else was said of it stays.
            let replaced = form.words == words ? nil : form.words
            form.words = words
            var outcome = try await file(form, isInsisted: false, in: talk)
            if let replaced {
                let title = String(PersonalData.masked(replaced).prefix(Dialogue.longestReplaced))
                outcome.reply.blocks.insert(
                    .text(try texts.words(Phrase.suggestionReplaced.with(["title": .text(title)]))), at: 0)
            }
            return outcome
        }
        let content = form.step == .what && isFiling ? alone.freeText ?? text : text
        return try await react(to: form.hear(text: content), form, isInsisted: false, in: talk)
    }

    private static let longestReplaced = 30

    private func react(
        to reaction: SuggestionForm.Reaction, _ form: SuggestionForm, isInsisted: Bool, in talk: Talk
    ) async throws -> Outcome {
        var form = form
        if talk.message.bringsAttachments { form.hear(attachmentsOf: talk.message.key) }
        switch reaction {
        case .ask: return try await ask(form, nil, again: false, in: talk)
        case .unclear(let problem): return try await ask(form, problem, again: true, in: talk)
        case .cancel: return try cancel(in: talk)
        case .file: return try await file(form, isInsisted: isInsisted, in: talk)
        case .support(let number):
            var request = Request(.suggestionSupport)
            request.slots.suggestion = String(number)
            return try amid(form, try await answer(request, in: talk))
        }
    }

    private func file(_ form: SuggestionForm, isInsisted: Bool, in talk: Talk) async throws -> Outcome {
        var talk = talk
        talk.state.form = nil
        return try await answer(Request(Dialogue.form), form: form, isInsisted: isInsisted, in: talk)
    }

    /// Asks what a form wants to know, and keeps it.
    private func ask(
        _ form: SuggestionForm, _ problem: SuggestionForm.Problem?, again: Bool, in talk: Talk
    ) async throws -> Outcome {
        guard let service = services[Dialogue.form] as? SuggestionService else {
            return try cancel(in: talk)
        }
        var state = talk.state
        state.misunderstandings = 0
        state.offers = []
        var kept = state.form ?? DialogueState.Form(intent: Dialogue.form, startedAt: talk.moment.now)
        kept.suggestion = form
        state.form = kept
        var question = Question(
            person: talk.person, scope: talk.scope, request: Request(Dialogue.form), today: talk.moment.today,
            now: talk.moment.now)
        question.isInGroup = talk.message.isGroup
        var reply = try texts.reply(
            .suggestionForm, try await service.asking(form, problem, again: again, question))
        try offerChoices(of: form, in: &reply)
        return Outcome(reply: reply, state: state, intent: Dialogue.form)
    }

    /// The choices of a form, numbered from 1.
    func offerChoices(of form: SuggestionForm, in reply: inout Reply) throws {
        guard !form.choices.isEmpty else { return }
        let labels = try form.choices.map { try texts.words($0.words) }
        reply.blocks.append(
            .choices(
                prompt: try texts.words(Phrase.formChoices.with()),
                labels.enumerated().map { Reply.Choice(number: $0 + 1, label: $1, text: $1) }))
    }

    func withoutChoices(_ reply: Reply) -> Reply {
        Reply(
            reply.blocks.filter { block in
                if case .choices = block { false } else { true }
            })
    }
}

extension SuggestionForm.Choice {
    /// What a button says.
    fileprivate var words: TextValue {
        let name: String
        switch self {
        case .submit: name = "submit"
        case .insist: name = "insist"
        case .edit: name = "edit"
        case .cancel: name = "cancel"
        case .skip: name = "skip"
        case .urgency(let urgency): name = "\(urgency)"
        case .field(let step): name = "\(step)"
        case .support(let number): return Phrase.formChoice.with(["support": .text(String(number))])
        }
        return Phrase.formChoice.with([name: true])
    }
}

extension InboundMessage {
    var key: MessageKey { MessageKey(channel: channel, id: id) }
    var bringsAttachments: Bool { !attachments.isEmpty }
}
