extension WarningRounds {
    /// Voices that are read at a time, and how often in one look: what was found is told before the rest is read.
    private static let (page, pages) = (1000, 20)
    /// What was said longer ago is no news, whenever it came in.
    private static let newsFor = 14

    /// Looks through the voices that came in since the last time for dangers, and keeps what came of it.
    ///
    /// Before the first look nothing is read: what is there is no news.
    ///
    /// - Returns: what was changed, a page of voices each, and whether there may be more voices.
    @discardableResult
    public func lookForDangers() async throws -> (changes: [WarningBook.Changes], goesOn: Bool) {
        guard let arrivals else { return ([], false) }
        var kept: [WarningBook.Changes] = []
        for _ in 0..<WarningRounds.pages where !Task.isCancelled {
            let (now, situation) = (clock.now, situation())
            let today = situation.rules.calendar.day(of: now)
            var book = try await book(situation, at: now)
            let newest = try await arrivals.lastArrival()
            // A file of voices that was put in another's place begins anew.
            guard let through = book.position.arrivedThrough, through <= newest else {
                book.note(dangers: [], through: newest, today: today, at: now)
                try await register.keep(book.changes, at: now)
                return (kept, false)
            }
            let page = try await arrivals.arrivals(after: through, limit: WarningRounds.page)
            guard let last = page.last else { return (kept, false) }
            let dangers = page.compactMap { WarningRounds.danger(in: $0, by: situation.safety, today: today) }
            book.note(dangers: dangers, through: last.number, today: today, at: now)
            try await register.keep(book.changes, at: now)
            kept.append(book.changes)
        }
        return (kept, true)
    }

    private static func danger(
        in voice: ArrivedVoice, by safety: SafetyWords, today: Day
    ) -> Warning.Finding? {
        guard voice.day.distance(to: today) <= newsFor, let mention = safety.danger(in: voice) else {
            return nil
        }
        let danger = WarningSubject.LocalDanger(
            key: mention.danger.key, title: mention.danger.title,
            place: voice.city.map { .city($0) } ?? .nation)
        return Warning.Finding(
            .danger(danger), WarningFigures(voiceOn: voice.day), severity: .severe,
            evidence: mention.quote(of: voice.text))
    }

    /// The sources that are silent against their habit, and how much is missing with them: of all voices, and of some places.
    func silences(
        _ situation: Situation, _ today: Day, missingIn places: Set<WatchedPlace>
    ) async throws -> (found: [Warning.Finding], missing: MissingVoices) {
        guard let arrivals else { return ([], MissingVoices(overall: 0)) }
        let sources = try await arrivals.sourceArrivals(during: (today - SourceSilence.memory)...today)
        var (silent, heard) = (0.0, 0.0)
        var silences: [(source: String, silence: SourceSilence)] = []
        for (source, days) in sources.sorted(by: { $0.key < $1.key }) {
            // Voices without a source are of several.
            guard !source.isEmpty,
                let silence = SourceSilence.judge(days, today: today, calendar: situation.workCalendar)
            else {
                heard += SourceSilence.voicesADay(days, today: today)
                continue
            }
            silent += silence.usual
            silences.append((source, silence))
        }
        guard let first = silences.map(\.silence.since).min() else {
            return ([], MissingVoices(overall: 0))
        }
        let shares = try await arrivals.shares(
            of: Set(silences.map(\.source)), in: places.filter(WarningRounds.isCounted),
            during: (first - WarningRounds.daysOfShares)...(first - 1))
        return (
            silences.map { WarningRounds.finding($0.source, $0.silence, today: today) },
            MissingVoices(overall: silent / (silent + heard), places: shares)
        )
    }

    /// Days before a silence that tell how much of what is said in a place comes from a source.
    private static let daysOfShares = 14

    /// Whether a place is so small that what is said there is counted voice by voice; of a larger one the share of all voices is
    /// near enough.
    private static func isCounted(_ place: WatchedPlace) -> Bool {
        if case .store = place { return true }
        return place.cities.map { $0.count <= mostCitiesCounted } ?? false
    }

    private static let mostCitiesCounted = 30

    private static func finding(_ source: String, _ silence: SourceSilence, today: Day) -> Warning.Finding {
        let figures = WarningFigures(
            days: silence.since...max(silence.since, today - 1), observed: 0,
            expected: silence.usual * Double(silence.days),
            returnPeriod: silence.returnPeriod * 365.25)
        return Warning.Finding(.silence(source: source), figures, severity: .notice)
    }
}
