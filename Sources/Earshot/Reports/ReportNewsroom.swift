/// Finds what of a report is one person's: warnings as the person may see them, and what became of the person's suggestions.
public struct ReportNewsroom: Sendable {
    private let warnings: any WarningDesk
    private let suggestions: any SuggestionDesk
    private let directory: any PeopleDirectory
    private let texts: any Texts
    private let rules: WarningRules
    private let book: ReviewBook?

    /// The most lines of each.
    private static let most = 5

    /// - Parameter review: what reviews are made of; without it they have the figures alone.
    public init(
        warnings: any WarningDesk, suggestions: any SuggestionDesk, directory: any PeopleDirectory,
        texts: any Texts, rules: WarningRules, review: ReviewSources? = nil
    ) {
        book = review.map { ReviewBook(sources: $0, texts: texts) }
        (self.warnings, self.suggestions, self.directory) = (warnings, suggestions, directory)
        (self.texts, self.rules) = (texts, rules)
    }

    /// The warnings of which reports of days from a moment on may tell: read once for many readers.
    func warnings(since moment: Timestamp) async throws -> [Warning] {
        try await warnings.warnings(openAtOrAfter: moment, regions: directory.regions)
    }

    /// - Parameters:
    ///   - known: what `warnings(since:)` gave for the first day or one before it.
    ///   - hidesStores: whether a whole group reads it, which is told nothing of a store.
    ///   - last: the person's last report of the same; nothing is new where there was none.
    func news(
        for person: Person, of topic: ReportTopic, _ report: Report, among known: [Warning],
        hidesStores: Bool = false, since last: ReportIssue?, at now: Timestamp
    ) async throws -> ReportNews {
        var news = ReportNews()
        if let last {
            let before = Set(last.report.figures.complained.map(\.aspect))
            news.aspects = report.figures.complained.map(\.aspect).filter { !before.contains($0) }
        }
        let from = rules.calendar.start(of: report.days.lowerBound)
        if topic.kind == .review {
            news.sections = try await sections(for: person, of: topic, report, among: known, at: now)
            return news
        }
        news.warnings = try lines(
            known.filter { !(hidesStores && $0.isOfStore) }, for: person, of: topic, from: from,
            since: last?.at, at: now)
        if topic.aspect == nil, topic.isPlain {
            news.suggestions = try await lines(for: person, from: from, since: last?.at, at: now)
        }
        return news
    }

    /// What a review tells of beside the figures.
    private func sections(
        for person: Person, of topic: ReportTopic, _ report: Report, among known: [Warning],
        at now: Timestamp
    ) async throws -> [ReportNews.Section] {
        guard let book,
            case .seen(let place) = Scope(of: person, regions: directory.regions).sight(of: topic.place)
        else { return [] }
        let reader = ReviewReader(
            person: person, place: place, days: report.days, now: now, calendar: rules.calendar,
            directory: directory)
        let told = told(known, to: person, of: topic, from: reader.from, until: reader.until, at: now)
        var attended: [Int64: Timestamp] = [:]
        for warning in told {
            attended[warning.number] = try await warnings.steps(of: warning.number)
                .first { ReportNewsroom.attending.contains($0.kind) }?.at
        }
        return try await book.sections(for: reader, among: told, attended: attended)
    }

    /// What somebody does who takes a warning on.
    private static let attending: Set<WarningStep.Kind> = [.claimed, .assigned, .told]

    /// Warnings that came up or ended since a moment, as far as the person may see them, the newest first; where the days have an
    /// end, all that were open on one of them.
    private func told(
        _ known: [Warning], to person: Person, of topic: ReportTopic, from: Timestamp,
        until: Timestamp? = nil, at now: Timestamp
    ) -> [Warning] {
        let scope = WarningScope(of: person, in: directory, releasesAtOnce: rules.releasesAtOnce)
        let wish = WarningWish(topic.place, aspect: topic.aspect)
        return known.filter { warning in
            (warning.openedAt >= from || warning.end.map { $0.at >= from && $0.at <= now } ?? (until != nil))
                && warning.openedAt <= now && until.map { warning.openedAt < $0 } ?? true
                && warning.end?.mergedInto == nil && scope.sees(warning)
                && ([warning.subject] + warning.parts).contains {
                    wish.touches($0) && topic.subject.concerns($0)
                }
        }.sorted { $0.number > $1.number }
    }

    private func lines(
        _ known: [Warning], for person: Person, of topic: ReportTopic, from: Timestamp, since: Timestamp?,
        at now: Timestamp
    ) throws -> [ReportNews.Line] {
        let told = told(known, to: person, of: topic, from: from, at: now)
        return try told.prefix(ReportNewsroom.most).map { warning in
            var values = WarningWords.subject(warning.subject)
            values["name"] = .text(warning.name)
            values["ended"] = .flag(warning.end.map { $0.at <= now } ?? false)
            let changed = warning.end?.at ?? warning.openedAt
            return ReportNews.Line(
                try texts.words(Phrase.reportWarning.with(values)),
                isNew: since.map { changed > $0 } ?? false)
        }
    }

    private func lines(
        for person: Person, from: Timestamp, since: Timestamp?, at now: Timestamp
    ) async throws -> [ReportNews.Line] {
        var lines: [ReportNews.Line] = []
        for suggestion in try await suggestions.suggestions(wantedBy: person.id, limit: 50) {
            guard lines.count < ReportNewsroom.most,
                let last = try await suggestions.history(of: suggestion.number).last(where: \.kind.isTold),
                last.at >= from, last.at <= now
            else { continue }
            let words = SuggestionWords(suggestion, directory, calendar: rules.calendar, at: now)
            lines.append(
                ReportNews.Line(
                    try texts.words(Phrase.reportSuggestion.with(words.values)),
                    isNew: since.map { last.at > $0 } ?? false))
        }
        return lines
    }
}
