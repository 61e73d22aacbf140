extension Dialogue {
    /// A greeting with a short briefing of the own place, where there is one to give.
    func welcome(in talk: Talk) async throws -> Outcome {
        let place = ownPlace(in: talk)
        var greeting = try texts.reply(
            .greeting, ["name": .text(talk.person.name), "place": .optional(place?.words)])
        guard place != nil, services[.overview] != nil else {
            return try say(greeting, intent: .greeting, in: talk)
        }
        var briefing = try await answer(Request(.overview), in: talk)
        greeting.blocks += briefing.reply.blocks.filter {
            if case .quote = $0 { false } else { true }
        }
        briefing.reply = greeting
        briefing.intent = .greeting
        return briefing
    }

    /// A greeting alone, for a message without words.
    func greet(in talk: Talk) throws -> Outcome {
        try say(
            .greeting, ["name": .text(talk.person.name), "place": .optional(ownPlace(in: talk)?.words)],
            intent: .greeting, in: talk)
    }

    private func ownPlace(in talk: Talk) -> VisiblePlace? {
        if case .seen(let seen) = talk.scope.place(city: nil, region: nil) { seen } else { nil }
    }

    func cancel(in talk: Talk) throws -> Outcome {
        var state = DialogueState(updatedAt: talk.moment.now)
        state.previous = nil
        let reply = try texts.reply(.cancelled, ["nothing": .flag(talk.state.form == nil)])
        return Outcome(reply: reply, state: state, intent: .cancel)
    }

    /// What can be asked, by group, for the person's role; only what can be answered.
    func help(in talk: Talk) throws -> Outcome {
        var groups: [(title: String, entries: [TextValue])] = []
        // Whoever reads this is bound already.
        for entry in router.help(for: talk.person.role, available: available.subtracting([.bind])) {
            let examples = entry.examples.filter { isWithinScope($0, in: talk) }
            guard !examples.isEmpty else { continue }
            let value: TextValue = [
                "title": .text(entry.title),
                "example": .text(examples.prefix(2).joined(separator: " / ")),
            ]
            if let known = groups.firstIndex(where: { $0.title == entry.group }) {
                groups[known].entries.append(value)
            } else {
                groups.append((entry.group, [value]))
            }
        }
        let values = groups.map {
            TextValue.object(["title": .text($0.title), "entries": .list($0.entries)])
        }
        return try say(.help, ["groups": .list(values)], intent: .help, in: talk)
    }

    /// Whether an example names no place that would be refused: 华北预警 is none for 华东.
    private func isWithinScope(_ example: String, in talk: Talk) -> Bool {
        let slots = router.understand(example, in: freshContext(of: talk)).said
        let city = slots.city.flatMap { Gazetteer.china.city(named: $0) }
        guard city != nil || slots.region != nil, talk.person.role != .admin else { return true }
        if case .refused = talk.scope.place(city: city, region: slots.region) { return false }
        return true
    }

    /// Names the people who can help: the managers of the own city, else the configured contact; with the offer to hand over.
    func handOff(in talk: Talk) throws -> Outcome {
        var outcome = try say(try handOffReply(in: talk), intent: .handoff, in: talk)
        outcome.state.offers = []
        try offerPerson(for: nil, in: talk, &outcome)
        try offer(outcome.state.offers, .nextChoices, in: &outcome.reply)
        return outcome
    }

    /// Explains something, and names who can help where it takes a person.
    func explain(_ explanation: Explanation, as intent: Intent, in talk: Talk) async throws -> Outcome {
        let known: [String: TextValue] = ["edition": false, "since": false]
        var values = known.merging(try await basis(talk.moment.today)) { $1 }
        values["place"] = .optional(ownPlace(in: talk)?.words)
        var reply = try texts.reply(explanation.prompt, .object(values))
        if intent == .handoff { reply.blocks += try handOffReply(in: talk).blocks }
        return try say(reply, intent: intent, in: talk)
    }

    /// Asks which store of a city is meant, and names those that the person may see.
    func askWhichStore(of name: String, in talk: Talk) throws -> Outcome {
        let city = Gazetteer.china.city(named: name)
        switch talk.scope.place(city: city, region: nil) {
        case .refused(.otherRegion(let own)):
            return try say(.refusedRegion, ["own": .text(own.name)], intent: .dealer, in: talk)
        case .refused(.otherCity) where talk.person.dealer != nil:
            return try say(
                .refusedStore, ["own": .optional(talk.person.dealer?.name)], intent: .dealer, in: talk)
        case .refused(.noInsight): return try say(.noInsight, intent: .dealer, in: talk)
        case .refused: return try say(.noStore, intent: .dealer, in: talk)
        case .seen: break
        }
        let stores = city.map { talk.directory.dealers(in: $0) } ?? []
        return try say(
            .whichStore,
            [
                "city": .text(name), "none": .flag(stores.isEmpty),
                "stores": .series(stores.prefix(6).map { ["name": .text($0.name)] }),
                "further": .flag(stores.count > 6),
            ], intent: .dealer, in: talk)
    }

    private func handOffReply(in talk: Talk) throws -> Reply {
        try texts.reply(
            .handoff,
            HandOverService.contacts(of: talk.person, in: talk.directory, contact: settings.contact))
    }

    func profile(in talk: Talk) throws -> Outcome {
        let person = talk.person
        let place = ownPlace(in: talk)
        let seesNation = place?.area == .nation
        return try say(
            .profile,
            [
                "name": .text(person.name),
                "role": .object([person.role.rawValue: true]),
                "store": .optional(person.dealer?.name), "city": .optional(person.dealer?.city.name),
                "region": .optional(person.region?.name), "seesNation": .flag(seesNation),
                "seesPlace": .optional(seesNation ? nil : place?.words), "seesNothing": .flag(place == nil),
            ], intent: .profile, in: talk)
    }

    /// 您是想问 with the nearest questions; then a numbered menu; then the offer of a person.
    func notUnderstood(_ understood: Understood, in talk: Talk) throws -> Outcome {
        var state = talk.state
        if let meant = understood.meant, router.isOffered(meant.request.intent, to: talk.person.role) {
            // What changes something is asked back where it is not written as it is known.
            state.offers = [Offer(meant.text, meant.request)] + offers(for: understood.nearest, in: talk)
            state.offers.removeDuplicates()
            var reply = try texts.reply(.notUnderstood, ["nearest": true])
            try offer(state.offers, .numberedChoices, in: &reply)
            return Outcome(reply: reply, state: state, intent: .unknown)
        }
        state.misunderstandings += 1
        var reply: Reply
        if state.misunderstandings == 1 {
            state.offers = offers(for: understood.nearest, in: talk)
            reply = try texts.reply(.notUnderstood, ["nearest": .flag(!state.offers.isEmpty)])
        } else {
            let menu = router.help(for: talk.person.role, available: Set(services.keys))
            state.offers = menu.prefix(6).compactMap { entry in
                entry.examples.first { isWithinScope($0, in: talk) }.map {
                    Offer($0, router.understand($0, in: freshContext(of: talk)).request)
                }
            }
            reply =
                state.misunderstandings == 2 && !state.offers.isEmpty
                ? try texts.reply(.menu, [:]) : try handOffReply(in: talk)
        }
        var outcome = Outcome(reply: reply, state: state, intent: .unknown)
        try offerPerson(for: talk.text, in: talk, &outcome)
        try offer(outcome.state.offers, .numberedChoices, in: &outcome.reply)
        return outcome
    }

    private func offers(for examples: [String], in talk: Talk) -> [Offer] {
        examples.compactMap { example in
            let request = router.understand(example, in: freshContext(of: talk)).request
            // The number in an example is nobody's: a press of it would change what others see, or show what there is not.
            guard services[request.intent] != nil, !request.intent.changesSomething,
                request.slots.alert == nil, request.slots.suggestion == nil,
                isWithinScope(example, in: talk)
            else { return nil }
            return Offer(example, request)
        }
    }

    /// The context of what is said without regard to what was said before.
    func freshContext(of talk: Talk) -> DialogueContext {
        var context = context(of: talk)
        context.previous = nil
        return context
    }

    private func say(_ reply: Reply, intent: Intent, in talk: Talk) throws -> Outcome {
        var state = talk.state
        state.misunderstandings = 0
        return Outcome(reply: reply, state: state, intent: intent)
    }
}

extension [Offer] {
    /// Keeps the first of those that mean the same.
    fileprivate mutating func removeDuplicates() {
        var seen: Set<Request> = []
        removeAll { !seen.insert($0.request).inserted }
    }
}
