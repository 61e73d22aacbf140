/// Finds what of a review is one person's: how warnings were handled, what became of suggestions, what stores noted, which
/// questions are open, and what was agreed on, each within what the person may see.
struct ReviewBook: Sendable {
    let sources: ReviewSources
    let texts: any Texts

    /// The most lines of a part.
    static let most = 5
    private static let mostRead = 500

    /// The parts in the order in which they are read; one of which there is nothing to say is left out, but for the actions.
    ///
    /// - Parameters:
    ///   - warnings: of the place and the days, as the person sees them.
    ///   - attended: when somebody first took one on, by its number.
    func sections(
        for reader: ReviewReader, among warnings: [Warning], attended: [Int64: Timestamp]
    ) async throws -> [ReportNews.Section] {
        [
            try self.warnings(warnings, attended, reader), try await suggestions(reader),
            try await notes(reader),
            try await questions(reader), try await actions(reader),
        ].compactMap(\.self)
    }

    // MARK: Warnings

    private func warnings(
        _ warnings: [Warning], _ attended: [Int64: Timestamp], _ reader: ReviewReader
    ) throws -> ReportNews.Section? {
        guard !warnings.isEmpty else { return nil }
        // How colleagues handled one is nothing for dealers.
        let tellsHandling = reader.person.role != .dealer
        let claims = warnings.compactMap { warning in
            attended[warning.number].map { ReviewBook.minutes(from: warning.openedAt, to: $0) }
        }
        let ended = warnings.count { $0.end != nil }
        let mean = claims.isEmpty ? nil : claims.reduce(0, +) / claims.count
        let heading = try texts.words(
            Phrase.reviewWarnings.with([
                "count": .count(warnings.count), "claimed": tellsHandling ? .count(claims.count) : false,
                "mean": tellsHandling ? mean.map(ReviewBook.span) ?? false : false, "ended": .count(ended),
                "open": warnings.count > ended ? .count(warnings.count - ended) : false,
            ]))
        return try section(.warnings, heading, warnings.prefix(ReviewBook.most)) { warning in
            var values = WarningWords.subject(warning.subject)
            values["name"] = .text(warning.name)
            values["opened"] = .text(day(warning.openedAt, reader))
            // What began before it was found was abnormal then.
            values["began"] =
                warning.since < reader.calendar.day(of: warning.openedAt)
                ? .text(Figures.days(warning.since...warning.since, today: reader.today)) : false
            values["handled"] = .flag(tellsHandling)
            // Who ends it has dealt with it, be it claimed or not.
            values["settled"] = .flag(warning.end?.by != nil)
            values["claimed"] =
                attended[warning.number].flatMap { at in
                    tellsHandling ? ReviewBook.span(ReviewBook.minutes(from: warning.openedAt, to: at)) : nil
                } ?? false
            values["dismissed"] = .flag(warning.state == .dismissed)
            values["itself"] = .flag(warning.end.map { $0.by == nil } ?? false)
            values["ended"] =
                warning.end.map {
                    ReviewBook.span(ReviewBook.minutes(from: warning.openedAt, to: $0.at))
                } ?? false
            return Phrase.reviewWarning.with(values)
        }
    }

    private static func minutes(from start: Timestamp, to end: Timestamp) -> Int {
        Int(max(0, end.milliseconds - start.milliseconds) / 60_000)
    }

    /// How long something took: 40 分钟, 5 小时, 3 天.
    private static func span(_ minutes: Int) -> TextValue {
        var values: [String: TextValue] = [:]
        if minutes < 60 {
            values["minutes"] = .count(max(1, minutes))
        } else if minutes < 48 * 60 {
            values["hours"] = .count((minutes + 30) / 60)
        } else {
            values["days"] = .count((minutes + 720) / 1440)
        }
        return Phrase.reviewSpan.with(values)
    }

    // MARK: Suggestions

    private func suggestions(_ reader: ReviewReader) async throws -> ReportNews.Section? {
        let scope = SuggestionScope(of: reader.person, in: reader.directory)
        var found: [Suggestion]
        if reader.person.role == .dealer {
            found = try await sources.suggestions.suggestions(
                wantedBy: reader.person.id, limit: ReviewBook.mostRead)
        } else {
            var filter = SuggestionFilter()
            filter.happened = reader.from..<reader.until
            (filter.cities, filter.region) = (reader.cities, reader.place.regionName)
            found = try await sources.suggestions.suggestions(
                filter, within: scope.reach, offset: 0, limit: ReviewBook.mostRead)
        }
        found = found.filter { suggestion in
            [suggestion.filedAt, suggestion.decision?.at, suggestion.shippedAt].contains {
                reader.happened($0)
            }
        }
        guard !found.isEmpty else { return nil }
        let states = SuggestionState.allCases.compactMap { state -> [String: TextValue]? in
            let count = found.count { $0.state == state }
            return count == 0 ? nil : ["state": SuggestionWords.state(state), "count": .count(count)]
        }
        let heading = try texts.words(
            Phrase.reviewSuggestions.with([
                "count": .count(found.count), "states": .series(states),
                "own": .flag(reader.person.role == .dealer),
            ]))
        return try section(.suggestions, heading, found.prefix(ReviewBook.most)) { suggestion in
            Phrase.reportSuggestion.with(
                SuggestionWords(suggestion, reader.directory, calendar: reader.calendar, at: reader.now)
                    .values)
        }
    }

    // MARK: What stores noted

    private func notes(_ reader: ReviewReader) async throws -> ReportNews.Section? {
        let subject: Cut.Subject
        if reader.person.role == .dealer {
            let scope = Scope(of: reader.person, regions: reader.directory.regions)
            guard case .seen(let own) = scope.dealer(nil) else { return nil }
            subject = .notesOf(own)
        } else {
            guard reader.place.isQuotable else { return nil }
            subject = .notes(in: reader.place)
        }
        let found = try await sources.notes.notes(
            NoteSelection(subject, during: reader.days), limit: ReviewBook.mostRead)
        guard !found.isEmpty else { return nil }
        var counts: [Aspect: Int] = [:]
        for mention in found.flatMap({ Set($0.mentions) }) where mention.polarity == .negative {
            counts[mention.aspect, default: 0] += 1
        }
        let worst = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        let heading = try texts.words(
            Phrase.reviewNotes.with([
                "count": .count(found.count), "more": .flag(found.count == ReviewBook.mostRead),
                "aspects": .series(
                    worst.map { ["aspect": $0.key.words, "count": .count($0.value)] }),
            ]))
        return try section(.notes, heading, found.prefix(3)) { note in
            let store = note.dealerID.flatMap { reader.directory.dealer(id: $0) }
            return Phrase.reviewNote.with([
                "day": .text(note.position.day.slashed),
                "store": .optional(
                    reader.person.role == .dealer ? nil : store?.name ?? note.dealerID),
                "words": .text(Excerpt.of(PersonalData.masked(note.text), around: nil, limit: 80)),
            ])
        }
    }

    // MARK: Open questions

    private func questions(_ reader: ReviewReader) async throws -> ReportNews.Section? {
        let open = try await sources.handOvers.openHandOvers(
            within: HandOverScope(of: reader.person).reach, limit: ReviewBook.mostRead
        ).filter { handOver in
            handOver.openedAt < reader.until && (reader.cities?.contains(handOver.city) ?? true)
        }
        // What nobody has a line for is headquarters' to answer, and of no place.
        var unanswered: [UnansweredQuestion] = []
        if reader.person.role == .hq, reader.cities == nil {
            unanswered = try await sources.knowledge.unanswered(
                during: reader.days, limit: 3)
        }
        guard !open.isEmpty || !unanswered.isEmpty else { return nil }
        let heading = try texts.words(
            Phrase.reviewQuestions.with([
                "handOvers": open.isEmpty ? false : .count(open.count),
                "unanswered": .flag(!unanswered.isEmpty),
            ]))
        var part = try section(.questions, heading, open.prefix(ReviewBook.most)) { handOver in
            Phrase.reviewHandOver.with([
                "name": .text(handOver.name), "day": .text(day(handOver.openedAt, reader)),
                "store": .text(reader.directory.dealer(id: handOver.store)?.name ?? handOver.store),
                "waiting": .flag(handOver.state == .waiting),
            ])
        }
        part.lines += try unanswered.map { question in
            ReportNews.Line(
                try texts.words(
                    Phrase.reviewUnanswered.with([
                        "words": .text(question.text), "count": .count(question.count),
                    ])), isNew: false)
        }
        return part
    }

    // MARK: What was agreed on

    private func actions(_ reader: ReviewReader) async throws -> ReportNews.Section? {
        let scope = ActionScope(of: reader.person)
        var filter = ActionFilter()
        if reader.person.role == .dealer {
            filter.owner = reader.person.id
        } else {
            (filter.cities, filter.region) = (reader.cities, reader.place.regionName)
        }
        (filter.endedSince, filter.recordedBefore) = (reader.from, reader.until)
        let tally = try await sources.actions.tally(filter, within: scope.reach, on: reader.today)
        guard !tally.isEmpty || scope.records else { return nil }
        // What is overdue is looked at first.
        filter.overdueFirst = reader.today
        let shown = try await sources.actions.actions(
            filter, within: scope.reach, offset: 0, limit: 2 * ReviewBook.most)
        func count(_ number: Int) -> TextValue { number == 0 ? false : .count(number) }
        let heading = try texts.words(
            Phrase.reviewActions.with([
                "count": .count(tally.open + tally.overdue + tally.done), "none": .flag(tally.isEmpty),
                "done": count(tally.done), "overdue": count(tally.overdue),
                "open": count(tally.open), "cancelled": count(tally.cancelled),
            ]))
        return try section(.actions, heading, shown) { action in
            Phrase.reviewAction.with(
                ActionValues(
                    action, reader.directory, calendar: reader.calendar, at: reader.now,
                    reader: reader.person.id
                ).values)
        }
    }

    // MARK: Words

    private func section<Values: Collection>(
        _ kind: ReportNews.Section.Kind, _ heading: String, _ values: Values,
        _ words: (Values.Element) -> TextValue
    ) throws -> ReportNews.Section {
        ReportNews.Section(
            kind, heading: heading,
            lines: try values.map { ReportNews.Line(try texts.words(words($0)), isNew: false) })
    }

    private func day(_ moment: Timestamp, _ reader: ReviewReader) -> String {
        let day = reader.calendar.day(of: moment)
        return Figures.days(day...day, today: reader.today)
    }
}
