/// Replays voices through the rounds of the watch, with a clock of its own: what would have been told to whom, and when.
///
/// It begins without warnings. Nobody acts in it, so it shows the whole escalation, and warnings end by themselves. Nothing
/// of it is random: the same counts, people and rules give the same course.
public struct Backtest: Sendable {
    private let counts: ComplaintCounts
    private let source: (any ComplaintSource)?
    private let signs: ReplayedSigns?
    private let situation: WarningRounds.Situation
    private let shares: [String: AlarmShare]
    private let subscriptions: [WarningSubscription]

    /// On the clock of the market, when the day before is whole and looked at.
    public static let morning = TimeOfDay(hour: 8, minute: 30)
    /// Minutes between two looks whether somebody is to be told.
    private static let pace = 30

    /// - Parameters:
    ///   - counts: of the days to be replayed and of as many before as are to be remembered, at most `Watch.memory`.
    ///   - source: where they are from, to be asked who complains of two aspects at once; without it that is guessed.
    ///   - signs: dangers and what each source brought; nothing where neither is replayed.
    ///   - shares: by what factors people's answers have moved the rates of false alarms.
    ///   - subscriptions: who wishes to be told of what. As the people and the rules, they count for all days, whenever they
    ///     were taken: it is asked who would be told today.
    public init(
        of counts: ComplaintCounts, from source: (any ComplaintSource)? = nil, signs: ReplayedSigns? = nil,
        _ situation: WarningRounds.Situation,
        shares: [String: AlarmShare] = [:], subscriptions: [WarningSubscription] = []
    ) {
        self.counts = counts
        self.source = source
        self.signs = signs?.sorted()
        self.situation = situation
        self.shares = shares
        self.subscriptions = subscriptions.map {
            WarningSubscription(person: $0.person, $0.wish, since: Timestamp(milliseconds: 0))
        }
    }

    /// Replays days, each on the morning after it: counts have no hours, so a day is known at once. Dangers are told within
    /// the half hour in which they were published.
    ///
    /// - Parameter onDay: called with how many days are done.
    /// - Throws: what the ways to people throw.
    public func run(
        _ days: ClosedRange<Day>, onDay: (Int) -> Void = { _ in }
    ) async throws -> BacktestCourse {
        let register = BacktestRegister(shares: shares, subscriptions: subscriptions)
        let calendar = situation.rules.calendar
        // Dangers of sources that give only a date are of its first moment.
        var lookedAt = calendar.start(of: days.lowerBound) - .milliseconds(1)
        // What is there already is no news.
        if signs != nil { try await rounds(register, at: lookedAt).lookForDangers() }
        // The first day itself, of which only dangers are known while it runs; then the day after each.
        for day in days.lowerBound...(days.upperBound + 1) {
            let known = KnownComplaints(counts: counts.known(onMorningOf: day), source: source)
            let midnight = calendar.start(of: day)
            for minute in stride(from: 0, to: 24 * 60, by: Backtest.pace) {
                let now = midnight + .seconds(minute * 60)
                let rounds = rounds(register, at: now, known)
                if minute == Backtest.morning.minutes, day > days.lowerBound { try await rounds.look() }
                if let signs, signs.tellsOfDanger(after: lookedAt, until: now) {
                    while try await rounds.lookForDangers().goesOn {}
                }
                lookedAt = now
                try await rounds.tell()
            }
            if day > days.lowerBound { onDay(days.lowerBound.distance(to: day)) }
        }
        return register.course(of: days)
    }

    private func rounds(
        _ register: BacktestRegister, at now: Timestamp, _ known: KnownComplaints? = nil
    ) -> WarningRounds {
        let today = situation.rules.calendar.day(of: now)
        return WarningRounds(
            complaints: known ?? KnownComplaints(counts: counts, source: source),
            arrivals: signs.map { $0.seen(at: now, on: today) }, register: register, clock: Moment(now: now)
        ) { situation }
    }

    private struct Moment: Clock {
        let now: Timestamp
    }

    /// What is known at a moment, whatever days are asked for: a watch finds those that it looks at.
    private struct KnownComplaints: ComplaintSource {
        let counts: ComplaintCounts
        let source: (any ComplaintSource)?

        func complaints(during days: ClosedRange<Day>) async throws -> ComplaintCounts { counts }

        func together(_ pairs: [ComplaintPair]) async throws -> [ComplaintPair: ComplaintPair.Count] {
            try await source?.together(pairs) ?? [:]
        }
    }
}
