extension SuggestionService {
    /// Quotes that are shown with a suggestion.
    private static let mostQuoted = 5
    /// Steps of its history, those of who supports it left out: how many these are is said anyway.
    private static let mostSteps = 20

    /// Everything about one suggestion that the person may know.
    func show(_ suggestion: Suggestion, _ question: Question) async throws -> Answer {
        let scope = scope(of: question)
        let words = words(suggestion, weight: try await desk.weight(of: suggestion.number), question)
        var values = words.values
        let attachments = try await desk.attachments(of: suggestion.number)
        values["attachments"] = attachments == 0 ? false : .count(attachments)
        values["opens"] = .flag(
            showing != nil && !question.isInGroup && scope.opensAttachments(of: suggestion))
        values["history"] = words.history(
            try await desk.course(of: suggestion.number, limit: SuggestionService.mostSteps))
        values["isPart"] = .flag(suggestion.mergedInto != nil)
        values["part"] = false
        if let whole = suggestion.mergedInto {
            // The one that is decided about says how it stands; who may not see it reads no number.
            let seen = try await desk.suggestion(whole, within: scope.reach)
            values["part"] = .optional(seen?.name)
            if let root = try await desk.root(of: suggestion) {
                take(decisionOf: root, into: &values, question)
            }
        }
        values["supporters"] = suggestion.supporters.isEmpty ? false : .count(suggestion.supporters.count)
        values["own"] = .flag(suggestion.filer.person == question.person.id)
        values["quotes"] = .list(try await quotes(of: suggestion, question))
        return Answer(.suggestionShow, .object(values), offers: next(suggestion, question, scope))
    }

    /// A part stands where the one stands that is decided about.
    private func take(
        decisionOf root: Suggestion, into values: inout [String: TextValue], _ question: Question
    ) {
        let decided = words(root, question).values
        for name in ["state", "reason", "decidedBy", "decidedAt", "department", "due", "overdue"] {
            values[name] = decided[name]
        }
    }

    private func quotes(of suggestion: Suggestion, _ question: Question) async throws -> [TextValue] {
        guard let search, let evidence = suggestion.evidence, !question.isInGroup,
            case .seen(let place) = question.scope.place(city: nil, region: nil), place.isQuotable
        else { return [] }
        let voices = try await search.voices(evidence.voices, seenFrom: place)
        return voices.prefix(SuggestionService.mostQuoted).map {
            stores.quote($0, to: question.person, limit: 60)
        }
    }

    private func next(
        _ suggestion: Suggestion, _ question: Question, _ scope: SuggestionScope
    ) -> [Proposal] {
        guard suggestion.mergedInto == nil else { return [] }
        guard scope.decides(on: suggestion) else {
            let isBacker = suggestion.backers.contains { $0.person == question.person.id }
            return isBacker
                ? [] : [SuggestionService.proposal(.suggestionSupportOffer, .suggestionSupport, suggestion)]
        }
        // What needs a reason is typed.
        let decisions: [(SuggestionState, Phrase)] = [
            (.accepted, .suggestionAcceptOffer), (.inProgress, .suggestionStartOffer),
            (.shipped, .suggestionShipOffer),
        ]
        return decisions.filter { suggestion.state.next.contains($0.0) }.map { state, words in
            SuggestionService.proposal(words, .suggestionDecide, suggestion) { $0.status = state.name }
        }
    }

    /// What the person filed or supports.
    func mine(_ question: Question) async throws -> Answer {
        let wanted = question.request.slots.status.flatMap { SuggestionState(named: $0) }
        var all: [Suggestion] = []
        for suggestion in try await desk.suggestions(wantedBy: question.person.id, limit: 200) {
            let state = try await desk.root(of: suggestion)?.state ?? suggestion.state
            if wanted == nil || state == wanted { all.append(suggestion) }
        }
        let offset = min(question.page?.offset ?? 0, all.count)
        let shown = Array(all.dropFirst(offset).prefix(SuggestionService.mostListed))
        return try await listing(shown, of: all.count, offset: offset, isMine: true, place: nil, question)
    }

    /// Who of a name is meant, of those alone whose suggestions somebody may read: who has the name elsewhere is not told.
    private func people(named name: String, for reader: Person) -> [Person] {
        let named = directory.person(id: name).map { [$0] } ?? directory.people.filter { $0.name == name }
        return named.filter { person in
            switch reader.role {
            case .dealer: person.id == reader.id
            case .manager: ActionScope(of: reader).agrees(with: person)
            case .hq, .admin: true
            }
        }
    }

    /// The status of a list of those that should have been done by now.
    static let overdue = "overdue"

    /// Those of the person's reach that the message asks for.
    func list(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
        var filer: Person?
        if let name = slots.person {
            let named = people(named: name, for: question.person)
            guard named.count == 1 else {
                return Answer(
                    .suggestionsOfPerson,
                    [
                        "name": .text(name), "others": .flag(question.person.role == .dealer),
                        "unknown": .flag(named.isEmpty), "several": .flag(named.count > 1),
                    ],
                    offers: named.prefix(ActionService.mostNamesakes).map { person in
                        var request = question.request
                        request.slots.person = person.id
                        return Proposal(ActionService.nameAndPlace(of: person), request)
                    }, isRefusal: named.isEmpty)
            }
            filer = named[0]
        }
        var filter = SuggestionFilter()
        filter.filer = filer?.id
        filter.state = slots.status.flatMap { SuggestionState(named: $0) }
        if slots.status == SuggestionService.overdue { filter.overdueOn = question.today }
        filter.department = slots.words
        filter.aspect = slots.aspect
        var place = (slots.area?.placeName ?? question.city?.name ?? slots.region).map { TextValue.text($0) }
        if let cities = slots.area?.cities {
            // An administrator, who reads all suggestions, sees no places.
            let sight = question.place
            if case .seen(let seen) = sight { place = seen.words }
            if question.person.role == .manager, case .refused(let reason) = sight {
                return Answer(refusing: reason)
            }
            filter.cities = Set(cities.map(\.name))
        } else if let city = question.city {
            filter.cities = [city.name]
        } else if let name = slots.region {
            guard let region = directory.regions.named(name) else {
                return Answer(.unknownRegion, ["region": .text(name)], isRefusal: true)
            }
            filter.cities = Set(region.cities.map(\.name))
            filter.region = name
        }
        if question.person.role == .dealer, let wanted = filter.cities, let own = scope(of: question).cities,
            wanted.isDisjoint(with: own)
        {
            return Answer(.suggestionsElsewhere, [:], isRefusal: true)
        }
        if question.person.role == .manager {
            // As everywhere: another region is refused, and not silently empty.
            if case .refused(.otherRegion(let own)) = question.scope.place(
                city: question.city, region: slots.region)
            {
                return Answer(.refusedRegion, ["own": .text(own.name)], isRefusal: true)
            }
        }
        if let period = slots.period {
            let days = period.days(today: question.today)
            filter.since = calendar.start(of: days.lowerBound)
            // Figures end with yesterday; what was filed today is of this month, too.
            let last = period.goesOn ? max(days.upperBound, question.today) : days.upperBound
            filter.until = calendar.start(of: last + 1)
        }
        let reach = scope(of: question).reach
        let count = try await desk.count(filter, within: reach)
        let offset = min(question.page?.offset ?? 0, count)
        let shown = try await desk.suggestions(
            filter, within: reach, offset: offset, limit: SuggestionService.mostListed)
        return try await listing(
            shown, of: count, offset: offset, isMine: false,
            place: filer.map { .text($0.name) } ?? place, question)
    }

    private func listing(
        _ shown: [Suggestion], of count: Int, offset: Int, isMine: Bool, place: TextValue?,
        _ question: Question
    ) async throws -> Answer {
        let slots = question.request.slots
        var entries: [TextValue] = []
        for suggestion in shown {
            let weight = try await desk.weight(of: suggestion.number)
            var values = words(suggestion, weight: weight, question).values
            if suggestion.mergedInto != nil, let root = try await desk.root(of: suggestion) {
                take(decisionOf: root, into: &values, question)
            }
            values["supported"] = .flag(isMine && suggestion.filer.person != question.person.id)
            entries.append(.object(values))
        }
        let last = offset + shown.count
        var answer = Answer(
            .suggestionList,
            [
                "none": .flag(count == 0), "mine": .flag(isMine), "count": .count(count),
                "place": .optional(place), "aspect": .optional(slots.aspect?.words),
                "department": .optional(slots.words),
                "late": .flag(slots.status == SuggestionService.overdue),
                "state": slots.status.flatMap { SuggestionState(named: $0) }.map(SuggestionWords.state)
                    ?? false,
                "period": .optional(slots.period.map { $0.words(today: question.today) }),
                "from": .count(min(offset + 1, count)),
                "to": .count(last), "further": .flag(last < count), "suggestions": .list(entries),
            ],
            offers: shown.prefix(1).map {
                SuggestionService.proposal(.suggestionShowOffer, .suggestionShow, $0)
            })
        if last < count { answer.more = Page(request: question.request, offset: last) }
        return answer
    }
}
