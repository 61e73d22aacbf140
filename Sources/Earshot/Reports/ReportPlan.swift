/// Whether a report is to be sent at a moment, and why not.
struct ReportPlan {
    let calendar: LocalCalendar
    let workdays: WorkCalendar

    /// So long after its time one is sent as if it were in time.
    static let tolerance = Duration.seconds(1800)
    /// What waits for the end of quiet hours is tried for so long after it.
    static let morning = Duration.seconds(12 * 3600)

    /// By no more than this a clock is put back that had been right.
    static let clockError = Duration.seconds(86_400)

    enum Decision: Equatable {
        case send(Sending)
        case nothing(Reason)
    }

    struct Sending: Equatable {
        var occurrence: Occurrence
        /// In quiet hours their end.
        var notBefore: Timestamp
        var deadline: Timestamp
        var isLate: Bool
    }

    enum Reason: Equatable {
        /// None has come yet.
        case notYet
        case beforeSubscribing
        case paused
        case sent
        /// The last one was missed, and it has lost its meaning.
        case expired
    }

    /// - Parameters:
    ///   - sent: the days of occurrences for which it was sent.
    ///   - quiet: the hours in which the person is left alone.
    func decide(
        _ subscription: ReportSubscription, sent: Set<Day>, quiet: QuietHours, at now: Timestamp
    ) -> Decision {
        let schedule = subscription.schedule
        guard let occurrence = schedule.last(upTo: now, calendar, workdays) else { return .nothing(.notYet) }
        guard !sent.contains(occurrence.day) else { return .nothing(.sent) }
        // A clock that ran far ahead when it was wished for keeps nobody waiting.
        if occurrence.moment <= subscription.since, subscription.since <= now + ReportPlan.clockError {
            return .nothing(.beforeSubscribing)
        }
        if subscription.pause?.holds(occurrence.moment) == true { return .nothing(.paused) }
        let end = quiet.end(ifQuietAt: occurrence.moment, calendar: calendar)
        let due = end ?? occurrence.moment
        var deadline = schedule.end(of: occurrence, calendar)
        if end != nil { deadline = max(deadline, due + ReportPlan.morning) }
        guard now < deadline else { return .nothing(.expired) }
        return .send(
            Sending(
                occurrence: occurrence, notBefore: due, deadline: deadline,
                isLate: now >= due + ReportPlan.tolerance))
    }
}
