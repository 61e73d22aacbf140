extension DealerNoteService {
    /// What the person recorded, with the numbers by which it is changed.
    func mine(_ question: Question) async throws -> Answer {
        guard question.person.role == .dealer else { return try await list(question) }
        guard !question.isInGroup else { return refusal(.inGroup) }
        let count = try await desk.countNotes(of: question.person.id)
        let offset = min(question.page?.offset ?? 0, count)
        let shown = try await desk.notes(
            of: question.person.id, offset: offset, limit: DealerNoteService.mostListed)
        let last = offset + shown.count
        var answer = Answer(
            .noteList,
            [
                "mine": true, "place": false, "period": false, "days": false, "none": .flag(count == 0),
                "count": .count(count), "from": .count(min(offset + 1, count)), "to": .count(last),
                "further": .flag(last < count),
                "notes": .list(
                    shown.map { note in
                        var values = values(of: note)
                        (values["store"], values["city"]) = (false, false)
                        values["words"] = .text(Excerpt.of(note.words, around: nil, limit: 160))
                        return .object(values)
                    }),
            ])
        if last < count { answer.more = Page(request: question.request, offset: last) }
        return answer
    }

    /// What the stores of a place recorded, for a dealer those of the own store.
    func list(_ question: Question) async throws -> Answer {
        guard !question.isInGroup else { return refusal(.inGroup) }
        if let period = question.request.slots.period,
            period.days(today: question.today).lowerBound > question.today
        {
            return refusal(.future)
        }
        // Those of a whole city must not stand for those of a store that nobody knows.
        guard question.strangeNames.isEmpty else { return refusal(.strangeStore) }
        let (subject, name): (Cut.Subject, TextValue)
        switch NoteScope(of: question, store: question.dealer).sight {
        case .seen(let seen): (subject, name) = (seen.subject, seen.name)
        case .refused(let reason): return Answer(refusing: reason)
        }
        let period = question.request.slots.period
        var days =
            period?.days(today: question.today)
            ?? question.today - (DealerNoteService.usualDays - 1)...question.today
        // Figures end with yesterday; what was recorded today is of this month, too.
        if period?.goesOn == true { days = days.lowerBound...max(days.upperBound, question.today) }
        let offset = question.page?.offset ?? 0
        // One more than is shown tells whether there is another page.
        let found = try await voices.notes(
            NoteSelection(subject, during: days, olderThan: question.page?.after),
            limit: DealerNoteService.mostListed + 1)
        let shown = found.prefix(DealerNoteService.mostListed)
        let total = try await figures.slices([Cut(subject, during: days)])[0].overall.total
        var answer = Answer(
            .noteList,
            [
                "mine": false, "place": name,
                "period": .optional(period.map { $0.words(today: question.today) }),
                "days": .text(Figures.days(days, today: question.today)),
                "none": .flag(shown.isEmpty && offset == 0),
                "count": .count(max(total, offset + found.count)),
                "from": .count(offset + 1), "to": .count(offset + shown.count),
                "further": .flag(found.count > shown.count),
                "notes": .list(shown.map { value(of: $0, question) }),
            ])
        if found.count > shown.count, let last = shown.last {
            answer.more = Page(
                request: question.request, offset: offset + shown.count, after: last.position)
        }
        return answer
    }

    private func value(of note: NotedVoice, _ question: Question) -> TextValue {
        let store = note.dealerID.flatMap { directory.dealer(id: $0) }
        return [
            "number": false,
            "words": .text(Excerpt.of(PersonalData.masked(note.text), around: nil, limit: 160)),
            // A dealer reads the own store's alone.
            "store": .optional(question.person.role == .dealer ? nil : store?.name ?? note.dealerID),
            "city": false, "day": .text(note.position.day.slashed),
            "aspects": DealerNoteService.aspects(note.mentions), "series": false,
        ]
    }
}

/// Of which stores' notes a person may learn: a dealer of the own store's, everybody else of those of the places in scope.
struct NoteScope {
    let sight: Sight<(subject: Cut.Subject, name: TextValue)>

    /// - Parameter store: the one that is named.
    init(of question: Question, store: Dealer? = nil) {
        let slots = question.request.slots
        if let store {
            sight = question.scope.dealer(store).map { (.notesOf($0), .text($0.dealer.name)) }
        } else if question.person.role == .dealer {
            // Asked for another city or region, it is refused as everywhere.
            if case .refused(let reason) = NoteScope.place(of: question), slots.namesPlace {
                sight = .refused(reason)
                return
            }
            sight = question.scope.dealer(question.dealer).map { (.notesOf($0), .text($0.dealer.name)) }
        } else {
            sight = NoteScope.place(of: question).map { (.notes(in: $0), $0.words) }
        }
    }

    private static func place(of question: Question) -> Sight<VisiblePlace> {
        let slots = question.request.slots
        if question.city == nil, slots.region == nil, slots.area?.cities != nil { return question.place }
        if slots.area == .nation, question.person.role == .hq { return question.scope.nation() }
        return question.scope.place(city: question.city, region: slots.region)
    }
}
