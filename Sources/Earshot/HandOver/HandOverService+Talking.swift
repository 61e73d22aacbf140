extension HandOverService {
    /// Hands a matter over to those in charge of the asker's city; says whom to turn to where nobody of them can be told.
    func open(_ question: Question) async throws -> Answer {
        let person = question.person
        let contacts = HandOverService.contacts(of: person, in: directory, contact: contact)
        guard scope(of: question).asks, let store = person.dealer else { return Answer(.handoff, contacts) }
        if let open = try await open(of: person) {
            guard question.request.slots.words != nil else { return opened(open, again: true, question) }
            return try await reply(try await post.checked(open, on: question.today), question)
        }
        guard try await post.reached([person]).first != nil,
            let audience = try await post.audience(
                ofCity: store.city.name, from: .managers, on: question.today)
        else { return Answer(.handoff, contacts) }
        guard question.request.slots.words.map({ $0.count <= HandOverService.longestLine }) ?? true else {
            return refused(.tooLong)
        }
        let handOver = HandOver(
            number: try await desk.nextHandOver(), asker: person, of: store, level: audience.level,
            before: question.recent.filter { mayPassOn($0, to: audience.people.map(\.person)) },
            at: question.now, rules)
        let line = question.request.slots.words.map {
            HandOverLine(person.id, PersonalData.masked($0), at: question.now)
        }
        var answer = opened(handOver, audience.people.map(\.person), question)
        answer.effects = [
            .changeHandOver(
                HandOverChange(
                    handOver, before: nil, event: "opened", by: person.id, line: line,
                    deliveries: try audience.people.map {
                        try post.news(
                            .opened, of: handOver, [line].compactMap(\.self), to: $0, at: question.now)
                    }))
        ]
        return answer
    }

    /// Whether something asked before may go along: nothing that seems to be about those who would read it.
    private func mayPassOn(_ turn: RecentTurn, to people: [Person]) -> Bool {
        !words.isConfidential(turn.asked) && !people.contains { turn.asked.contains($0.name) }
    }

    private func opened(
        _ handOver: HandOver, _ people: [Person] = [], again: Bool = false, _ question: Question
    ) -> Answer {
        var values = post.values(of: handOver)
        values["people"] = .series(people.map { ["name": .text($0.name)] })
        values["again"] = .flag(again)
        values["along"] = .list(again ? [] : handOver.before.map { post.entry($0) })
        values["unsaid"] = .flag(question.request.slots.words == nil && handOver.before.isEmpty)
        values["from"] = .text(rules.officeHours.from.description)
        values["until"] = .text(rules.officeHours.until.description)
        values["opens"] = .optional(post.held(at: question.now).map { rules.calendar.text(of: $0) })
        var answer = Answer(.handOverOpened, .object(values))
        if question.request.slots.words == nil {
            // What is asked next is for whoever answers.
            answer.remembered = Request(.handoff)
            answer.remembered?.slots.isConfirmed = true
        }
        return answer
    }

    /// Somebody in charge takes it: what the asker writes goes there from now on.
    func take(_ handOver: HandOver, _ question: Question) async throws -> Answer {
        guard scope(of: question).answers else { return refused(.notForAskers) }
        let isNew = handOver.holder?.person != question.person.id
        var changed = handOver
        try changed.apply(.take(by: question.person.id), at: question.now, rules)
        var deliveries: [Delivery] = []
        if isNew, let asker = try await post.reached(asker: handOver) {
            deliveries.append(try post.news(.taken, of: changed, [], to: asker, at: question.now))
        }
        if isNew { deliveries += try await others(than: question.person, handOver, changed, question) }
        var values = post.values(of: changed)
        let lines = try await desk.lines(ofHandOver: handOver.number, limit: HandOverPost.shown)
        values["lines"] = .list(lines.map(post.entry))
        values["before"] = .list(handOver.before.map { post.entry($0) })
        var answer = Answer(.handOverTaken, .object(values))
        var taken = HandOverChange(
            changed, before: handOver.version, event: "taken", by: question.person.id, deliveries: deliveries)
        taken.showsWaiting =
            try await desk.waitingLines(ofHandOver: handOver.number, unreadBy: question.person.id)
            <= lines.count { $0.author == handOver.asker }
        answer.effects = [.changeHandOver(taken)]
        return answer
    }

    /// Tells those who have had one or were told of it that somebody else has it now.
    private func others(
        than person: Person, _ handOver: HandOver, _ changed: HandOver, _ question: Question
    ) async throws -> [Delivery] {
        try await post.audience(of: handOver, on: question.today).filter { $0.person.id != person.id }.map {
            try post.news(
                .takenByAnother, of: changed, [], to: $0, before: handOver.holder, at: question.now)
        }
    }

    /// Passes on what somebody writes to the other side.
    func reply(_ handOver: HandOver, _ question: Question) async throws -> Answer {
        guard let words = question.request.slots.words?.withoutOuterBlanks, !words.isEmpty else {
            return refused(.empty, handOver.number)
        }
        guard words.count <= HandOverService.longestLine else { return refused(.tooLong) }
        let answers = scope(of: question).answers
        var changed = handOver
        let last =
            answers ? nil : try await desk.lines(ofHandOver: handOver.number, limit: 1).first
        let asked = last?.author == question.person.id ? nil : last?.text
        let event: HandOver.Event =
            answers
            ? .answer(by: question.person.id)
            : self.words.isCourtesy(words, after: asked) && handOver.answers > 0 ? .acknowledge : .ask
        try changed.apply(event, at: question.now, rules)
        let addressees =
            answers
            ? [try await post.reached(asker: handOver)].compactMap(\.self)
            : try await post.audience(of: handOver, on: question.today)
        // What is asked is kept even where nobody can be told: the alarms go by it.
        guard !addressees.isEmpty || !answers else { return refused(.unreachable, handOver.number) }
        let line = HandOverLine(question.person.id, PersonalData.masked(words), at: question.now)
        var values = post.values(of: changed)
        values["to"] = .series(addressees.map { ["name": .text($0.person.name)] })
        values["nobody"] = .flag(addressees.isEmpty)
        values["masked"] = .flag(line.text != words)
        // Those it comes back to have not read what was said.
        let isReturned =
            !answers && handOver.holder == nil && handOver.answers > 0 && handOver.unansweredSince == nil
        let said =
            isReturned ? try await desk.lines(ofHandOver: handOver.number, limit: HandOverPost.shown) : []
        var deliveries = try addressees.map {
            isReturned
                ? try post.news(.opened, of: changed, said + [line], to: $0, at: question.now)
                : try post.message(line, in: changed, after: handOver.lastAt, to: $0, at: question.now)
        }
        values["held"] = .optional(
            deliveries.compactMap(\.notBefore).min().map { rules.calendar.text(of: $0) })
        if answers, handOver.holder?.person != question.person.id {
            deliveries += try await others(than: question.person, handOver, changed, question)
        }
        var answer = Answer(.handOverSent, .object(values))
        answer.effects = [
            change(
                changed, handOver, answers ? "answered" : "asked", question, line: line,
                deliveries: deliveries)
        ]
        return answer
    }

    /// Ends it; the other side is told.
    func end(_ handOver: HandOver, _ question: Question) async throws -> Answer {
        let answers = scope(of: question).answers
        if answers, let holder = handOver.holder, handOver.state.isOpen,
            !handOver.isFree(for: question.person.id)
        {
            throw HandOver.Refusal.taken(by: holder.person)
        }
        let isCalledOff = !answers && post.isUntold(handOver, at: question.now)
        var changed = handOver
        try changed.apply(.finish(by: question.person.id), at: question.now, rules)
        var deliveries: [Delivery] = []
        // They are sent no more, and nothing that was passed on is lost.
        let unsent =
            answers ? try await desk.unsentLines(of: handOver, to: question.person.id) : []
        if answers {
            if let asker = try await post.reached(asker: handOver) {
                deliveries.append(try post.news(.finished, of: changed, [], to: asker, at: question.now))
            }
        } else if !isCalledOff {
            for person in try await post.audience(of: handOver, on: question.today) {
                let unsent = try await desk.unsentLines(of: handOver, to: person.person.id)
                deliveries.append(
                    try post.news(.over, of: changed, unsent, to: person, at: question.now))
            }
        }
        var values = post.values(of: changed)
        // What is filed already is not asked for again.
        var isKept = true
        if answers, changed.answers > 0, let draft = try await draft(of: handOver) {
            isKept = try await filed(draft, of: handOver) != nil
        }
        values["answered"] = .flag(!isKept)
        values["asks"] = .flag(!answers)
        values["lines"] = .list(unsent.map(post.entry))
        var answer = Answer(.handOverEnded, .object(values))
        if !isKept {
            answer.offers = [HandOverService.proposal(.handOverKeepOffer, .handOverKeep, changed)]
        }
        answer.effects = [change(changed, handOver, "closed", question, deliveries: deliveries)]
        return answer
    }

    func change(
        _ changed: HandOver, _ before: HandOver, _ event: String, _ question: Question,
        line: HandOverLine? = nil, deliveries: [Delivery]
    ) -> Turn.Effect {
        .changeHandOver(
            HandOverChange(
                changed, before: before.version, event: event, by: question.person.id, line: line,
                deliveries: deliveries))
    }

    /// Those that wait, and the own ones of who has taken some.
    func list(_ question: Question) async throws -> Answer {
        let found = try await desk.openHandOvers(
            within: scope(of: question).reach, limit: HandOverService.mostListed + 1)
        let shown = found.prefix(HandOverService.mostListed)
        return Answer(
            .handOverList,
            [
                "none": .flag(found.isEmpty), "further": .flag(found.count > shown.count),
                "handOvers": .list(
                    shown.map { handOver in
                        var values = post.values(of: handOver)
                        values["waiting"] = .flag(handOver.unansweredSince != nil)
                        return .object(values)
                    }),
            ])
    }
}
