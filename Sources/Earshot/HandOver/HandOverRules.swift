/// When what is done about a hand-over: what a site has settled.
public struct HandOverRules: Sendable {
    public var officeHours: OfficeHours
    /// Time of work without an answer, after which those who were told are reminded.
    public var remindWithin: Duration
    /// The same after which the next of the chain of command are told, and after as much again all of it.
    public var escalateWithin: Duration
    /// The same, after the last alarm, after which nobody is expected to answer any more.
    public var abandonWithin: Duration
    /// How long after an answer nobody has to say anything until it ends.
    public var idle: Duration
    /// Nobody is written to in them who has not just written.
    public var quietHours: QuietHours
    public var calendar: LocalCalendar

    public init(
        officeHours: OfficeHours, remindWithin: Duration = .seconds(1800),
        escalateWithin: Duration = .seconds(3600), abandonWithin: Duration = .seconds(18 * 3600),
        idle: Duration = .seconds(24 * 3600),
        quietHours: QuietHours = QuietHours(from: TimeOfDay(hour: 22), until: TimeOfDay(hour: 8)),
        calendar: LocalCalendar = .shanghai
    ) {
        self.officeHours = officeHours
        self.remindWithin = remindWithin
        self.escalateWithin = escalateWithin
        self.abandonWithin = abandonWithin
        self.idle = idle
        self.quietHours = quietHours
        self.calendar = calendar
    }

    /// What is done next where nobody says anything.
    enum Next: Sendable, Hashable {
        case alarm(HandOver.Alarm)
        case expire
    }

    /// What is done next, and when. What was missed while no program ran is not made up for: only the last of it is done.
    func next(of handOver: HandOver, by now: Timestamp? = nil) -> (at: Timestamp, Next) {
        guard let since = handOver.unansweredSince else { return (handOver.lastAt + idle, .expire) }
        let left = HandOver.Alarm.allCases.filter { $0 > handOver.alarm }
        let moments = left.map { ($0, officeHours.moment(wait(before: $0), after: since)) }
        let missed = now.flatMap { now in moments.last { $0.1 <= now } }
        if let (alarm, at) = missed ?? moments.first { return (at, .alarm(alarm)) }
        return (officeHours.moment(abandonWithin, after: handOver.alarmedAt ?? since), .expire)
    }

    private func wait(before alarm: HandOver.Alarm) -> Duration {
        switch alarm {
        case .none: .zero
        case .reminded: remindWithin
        case .escalated: max(remindWithin, escalateWithin)
        case .atTheTop: max(remindWithin, escalateWithin) + escalateWithin
        }
    }
}
