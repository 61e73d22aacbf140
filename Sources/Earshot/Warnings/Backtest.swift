/// Replays complaints through the rounds of the watch, with a clock of its own: what would have been told to whom, and when.
///
/// It begins without warnings. Nobody acts in it, so it shows the whole escalation, and warnings end by themselves. Nothing
/// of it is random: the same counts, people and rules give the same course.
public struct Backtest: Sendable {
    private let counts: ComplaintCounts
    private let situation: WarningRounds.Situation
    private let shares: [String: AlarmShare]

    /// On the clock of the market, when the day before is whole and looked at.
    public static let morning = TimeOfDay(hour: 8, minute: 30)
    /// Minutes between two looks whether somebody is to be told.
    private static let pace = 30

    /// - Parameters:
    ///   - counts: of the days to be replayed and of as many before as are to be remembered, at most `Watch.memory`.
    ///   - shares: by what factors people's answers have moved the rates of false alarms.
    public init(
        of counts: ComplaintCounts, _ situation: WarningRounds.Situation, shares: [String: AlarmShare] = [:]
    ) {
        self.counts = counts
        self.situation = situation
        self.shares = shares
    }

    /// Replays days, each on the morning after it. Counts have no hours, so a day is known at once.
    ///
    /// - Parameter onDay: called with how many days are done.
    /// - Throws: what the ways to people throw.
    public func run(
        _ days: ClosedRange<Day>, onDay: (Int) -> Void = { _ in }
    ) async throws -> BacktestCourse {
        let register = BacktestRegister(shares: shares)
        for (index, day) in days.enumerated() {
            let known = KnownComplaints(counts: counts.known(onMorningOf: day + 1))
            let midnight = situation.rules.calendar.start(of: day + 1)
            for minute in stride(from: 0, to: 24 * 60, by: Backtest.pace) {
                let rounds = WarningRounds(
                    complaints: known, arrivals: nil, register: register,
                    clock: Moment(now: midnight + .seconds(minute * 60))
                ) { situation }
                if minute == Backtest.morning.minutes { try await rounds.look() }
                try await rounds.tell()
            }
            onDay(index + 1)
        }
        return register.course(of: days)
    }

    private struct Moment: Clock {
        let now: Timestamp
    }

    /// What is known at a moment, whatever days are asked for: a watch finds those that it looks at.
    private struct KnownComplaints: ComplaintSource {
        let counts: ComplaintCounts

        func complaints(during days: ClosedRange<Day>) async throws -> ComplaintCounts { counts }
    }
}
