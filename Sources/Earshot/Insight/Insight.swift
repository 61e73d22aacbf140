/// Answers questions about what customers say, from counts and quotes inside the asking person's scope.
public struct Insight: AnsweringService {
    let figures: any VoiceFigures
    let settings: Settings
    let stores: StoreNames
    let calendar: LocalCalendar

    public struct Settings: Sendable {
        /// Below this many voices an answer says so instead of giving a percentage.
        public var minimumVoices: Int
        /// The span when a question names none: the full days before today.
        public var defaultDays: Int
        /// Quotes a page.
        public var quotesPerPage: Int

        public init(minimumVoices: Int = 20, defaultDays: Int = 7, quotesPerPage: Int = 5) {
            self.minimumVoices = minimumVoices
            self.defaultDays = defaultDays
            self.quotesPerPage = quotesPerPage
        }
    }

    /// - Parameter stores: the brand's, whose names a dealer does not read in quotes but for the own store's, and a group
    ///   not at all.
    public init(
        figures: any VoiceFigures, settings: Settings = Settings(), stores: [Dealer] = [],
        calendar: LocalCalendar = .shanghai
    ) {
        self.figures = figures
        self.calendar = calendar
        self.stores = StoreNames(of: stores)
        self.settings = settings
    }

    public let intents: Set<Intent> = [.overview, .aspect, .quotes, .compare, .competitors, .dealer]

    public func answer(_ question: Question) async throws -> Answer {
        if let answer = notYet(question) { return answer }
        // An answer is made of several looks: where the figures have changed over between two of them, it is made anew.
        var edition = try await figures.edition()
        while true {
            let answer = try await answerOnce(question)
            let latest = try await figures.edition()
            if latest == edition { return answer }
            edition = latest
        }
    }

    private func answerOnce(_ question: Question) async throws -> Answer {
        let intent = question.request.intent
        if let rival = question.rival, question.dealer == nil, intent == .overview || intent == .competitors {
            // What is said of a maker is told by its series.
            return rival.series.isEmpty
                ? try await competitors(question) : try await self.rival(rival, question)
        }
        if let cities = try await cities(question) { return cities }
        if let series = question.ownSeries { return try await ownSeries(series, question) }
        switch intent {
        case .quotes: return try await quotes(question)
        case .competitors: return try await competitors(question)
        case .compare: return try await comparison(question)
        case .aspect where question.request.slots.aspect != nil,
            .dealer where question.request.slots.aspect != nil:
            return try await aspect(question)
        case .dealer: return try await dealer(question)
        default:
            return question.dealer == nil ? try await overview(question) : try await dealer(question)
        }
    }
}

extension Insight {
    /// Net praise as a percentage, or nothing below the minimum of voices.
    func netPraise(_ tally: Tally) -> String? {
        guard tally.decided >= settings.minimumVoices, let share = tally.netPraise else { return nil }
        return Figures.percent(share)
    }

    func change(from before: Int, to now: Int) -> Change {
        Change(from: before, to: now, minimum: settings.minimumVoices)
    }

    /// A change within a span, in words; nothing while the span is not over, without voices of all the time before,
    /// and below the minimum of voices.
    func change(_ span: Span, from before: Int, to now: Int) -> TextValue {
        .optional(span.compares ? change(from: before, to: now).words : nil)
    }

    /// 油耗 76 · 售后等待 41, for a template's section.
    func series(_ leading: [(aspect: Aspect, count: Int)], before: Slice? = nil, _ polarity: Polarity)
        -> TextValue
    {
        .series(
            leading.map { aspect, count in
                [
                    "label": aspect.words, "count": .count(count),
                    "rise": .optional(before.flatMap { rise(from: $0[aspect][polarity], to: count) }),
                    "fresh": false,
                ]
            })
    }

    /// 120% for a count that grew by half or more, so that a reader's eye finds it.
    private func rise(from before: Int, to now: Int) -> String? {
        guard case .by(let share) = change(from: before, to: now), share >= 0.5 else { return nil }
        return Figures.percent(share)
    }

    /// What is said of a store or a rival on the whole, for a template's lines.
    func reputation(_ now: Tally, before: Tally, _ span: Span) -> [String: TextValue] {
        // No percentage beside the note that there are none.
        let isTooFew = now.decided < settings.minimumVoices
        return [
            "volume": .count(now.total), "none": .flag(now.total == 0),
            "change": isTooFew ? false : change(span, from: before.total, to: now.total),
            "praise": .count(now.positive),
            "complaints": .count(now.negative), "net": .optional(netPraise(now)),
            "tooFew": .flag(isTooFew), "minimum": .count(settings.minimumVoices),
        ]
    }
}
