extension BriefingService {
    private static let mostRead = 500

    /// The worst warning that is the person's: for a dealer one that was released to the own city, for who takes warnings on
    /// one that nobody has, or the own.
    func warning(_ question: Question) async throws -> Matter? {
        let person = question.person
        let scope = WarningScope(of: person, in: directory, releasesAtOnce: rules.releasesAtOnce)
        let own = try await sources.warnings.warnings(
            active: true, limit: BriefingService.mostRead, regions: directory.regions
        ).map { $0.released(in: directory) }.filter { warning in
            guard scope.sees(warning) else { return false }
            // A manager's silence is of reminders: what dealers were told to say holds meanwhile.
            if person.role == .dealer { return true }
            return !warning.isSilenced(at: question.now) && scope.acts(on: warning)
                && (warning.owner == nil || warning.owner == person.id)
        }.sorted { ($1.severity.rawValue, $1.number) < ($0.severity.rawValue, $0.number) }
        guard let worst = own.first else { return nil }
        var values = WarningWords.subject(worst.subject)
        values["name"] = .text(worst.name)
        values["guidance"] = .optional(
            person.role == .dealer && scope.isGuided(by: worst)
                ? worst.guidance.map { Excerpt.of($0.words, around: nil, limit: 120) } : nil)
        values["unclaimed"] = .flag(person.role != .dealer && worst.owner == nil)
        values["own"] = .flag(worst.owner == person.id)
        values["further"] = own.count > 1 ? .count(own.count - 1) : false
        return Matter(
            "warning", .object(values), offer: WarningService.proposal(.detailsOffer, .alertShow, worst))
    }

    /// An agreed action whose day is today or over: of those the person does, or recorded and nobody has done in time.
    func action(_ question: Question) async throws -> Matter? {
        let (person, today) = (question.person.id, question.today)
        let due = try await sources.actions.actions(
            ActionFilter(), within: ActionScope(of: question.person).reach, offset: 0,
            limit: BriefingService.mostRead
        ).filter { action in
            action.owner == person && action.due <= today
                || action.recorder == person && action.isOverdue(on: today)
        }
        // What is the person's own to do comes first.
        guard let first = due.first(where: { $0.owner == person }) ?? due.first else { return nil }
        var values = ActionValues(
            first, directory, calendar: rules.calendar, at: question.now, reader: person
        ).values
        values["further"] = due.count > 1 ? .count(due.count - 1) : false
        return Matter("action", .object(values), offer: ActionService.proposal(first))
    }

    /// How many lines to take wait for headquarters' approval.
    func proposed(_ question: Question) async throws -> Matter? {
        guard question.person.role == .hq, let handOvers = sources.handOvers else { return nil }
        let waiting = try await handOvers.proposed(at: question.now)
        guard let first = waiting.first else { return nil }
        return Matter(
            "proposed",
            ["count": .count(waiting.count), "question": .text(first.question)],
            offer: HandOverService.proposal(.handOverKeepOffer, .handOverKeep, first.handOver))
    }

    /// What should have been done by now, for who decides.
    func overdue(_ question: Question) async throws -> Matter? {
        let scope = SuggestionScope(of: question.person, in: directory)
        guard question.person.role != .dealer, question.person.role != .admin else { return nil }
        let overdue = try await sources.suggestions.suggestions(
            SuggestionFilter(), within: scope.reach, offset: 0, limit: BriefingService.mostRead
        ).filter { $0.isOverdue(on: question.today) && scope.decides(on: $0) }
            .sorted { ($0.due ?? question.today, $0.number) < ($1.due ?? question.today, $1.number) }
        guard let first = overdue.first else { return nil }
        return Matter(
            "overdue", suggestion(first, question, ["count": .count(overdue.count)]),
            offer: SuggestionService.proposal(.suggestionShowOffer, .suggestionShow, first))
    }

    /// What was decided lately about a suggestion that the person filed or supports.
    func decided(_ question: Question) async throws -> Matter? {
        for suggestion in try await sources.suggestions.suggestions(
            wantedBy: question.person.id, limit: 50)
        {
            let told = try await sources.suggestions.history(of: suggestion.number).last(where: \.kind.isTold)
            guard let told, told.actor != question.person.id,
                told.at >= question.now - BriefingService.recent, told.at <= question.now
            else { continue }
            return Matter(
                "decided", self.suggestion(suggestion, question, [:]),
                offer: SuggestionService.proposal(.suggestionShowOffer, .suggestionShow, suggestion))
        }
        return nil
    }

    /// How many suggestions nobody has decided about, for who decides.
    func waiting(_ question: Question) async throws -> Matter? {
        guard question.person.role == .hq || question.person.role == .manager else { return nil }
        var filter = SuggestionFilter()
        filter.state = .open
        let reach = SuggestionScope(of: question.person, in: directory).reach
        let count = try await sources.suggestions.count(filter, within: reach)
        return count == 0 ? nil : Matter("waiting", ["count": .count(count)])
    }

    /// The aspect that more complain of than a week before.
    func aspect(_ question: Question) async throws -> Matter? {
        guard case .seen(let place) = question.scope.place(city: nil, region: nil) else { return nil }
        let days = Period.last(days: 7)
        let span = Insight.Span(
            period: days, today: question.today, earliest: try await insight.figures.earliestDay())
        let figures = try await insight.overviewFigures(of: place, beside: nil, span)
        guard let risen = figures.complained.first(where: { figures.rise($0) != nil }),
            let rise = figures.rise(risen)
        else { return nil }
        return Matter(
            "aspect",
            [
                "place": place.words, "aspect": risen.aspect.words, "count": .count(risen.count),
                "rise": .text(Figures.percent(rise)),
            ])
    }

    /// A report that came today.
    func report(_ question: Question) async throws -> Matter? {
        let own = try await sources.reports.reportSubscriptions(
            of: question.person.id, regions: directory.regions)
        for subscription in own {
            guard let number = subscription.number,
                try await sources.reports.lastIssue(of: number)?.day == question.today
            else { continue }
            return Matter("report", .object(Subscribed.report(subscription).name))
        }
        return nil
    }

    /// That a dealer has recorded nothing for a week.
    func missingNote(_ question: Question) async throws -> Matter? {
        guard question.person.role == .dealer, question.person.dealer != nil else { return nil }
        let last = try await sources.notes.notes(of: question.person.id, offset: 0, limit: 1).first
        if let last, last.recordedAt >= question.now - BriefingService.recent { return nil }
        return Matter("note", true)
    }

    private func suggestion(
        _ suggestion: Suggestion, _ question: Question, _ further: [String: TextValue]
    ) -> TextValue {
        let words = SuggestionWords(suggestion, directory, calendar: rules.calendar, at: question.now)
        return .object(words.values.merging(further) { $1 })
    }
}
