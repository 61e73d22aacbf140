/// What a report is about.
public struct ReportTopic: Hashable, Sendable {
    public var kind: Kind
    public var place: WatchedPlace
    /// Nothing for all that is said there.
    public var aspect: Aspect?
    public var subject: ReportSubject

    /// How much time it covers, as it is called: 日报, 周报, 月报, 复盘.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case daily
        case weekly
        case monthly
        /// A whole month beside the one before, with how warnings were handled and what was agreed on.
        case review
        /// No report: the person is asked what customers complained of most that day.
        case asking
        /// The answers that people called bad, of no place: for those who see to the bot.
        case answers
    }

    public init(
        _ kind: Kind, of place: WatchedPlace, aspect: Aspect? = nil, about subject: ReportSubject = .own
    ) {
        (self.kind, self.place, self.aspect, self.subject) = (kind, place, aspect, subject)
    }

    /// Whether it is of all that is said of the own brand in a place.
    var isPlain: Bool { if case .store = place { false } else { subject == .own } }
}

extension ReportTopic.Kind {
    /// When it comes where nothing is said of that.
    var usualSchedule: ReportSchedule {
        switch self {
        case .daily: ReportSchedule(.daily, at: TimeOfDay(hour: 8, minute: 30))
        case .weekly: ReportSchedule(.weekly(weekday: 0), at: TimeOfDay(hour: 9))
        case .monthly: ReportSchedule(.monthly(day: 1), at: TimeOfDay(hour: 9))
        case .review: ReportSchedule(.monthly(day: 3), at: TimeOfDay(hour: 9))
        case .asking: ReportSchedule(.daily, at: TimeOfDay(hour: 17, minute: 30))
        case .answers: ReportSchedule(.weekly(weekday: 0), at: TimeOfDay(hour: 9))
        }
    }

    /// Whether days are as many as it covers: one, seven, or a whole month; a review is of any.
    func fits(_ days: ClosedRange<Day>) -> Bool {
        switch self {
        case .daily, .asking: days.count == 1
        case .weekly, .answers: days.count == 7
        case .monthly: days.monthBefore != nil
        case .review: true
        }
    }

    /// The time of its kind that goes on; nothing for what covers no such time.
    var runningPeriod: Period? {
        switch self {
        case .daily: .today
        case .weekly: .thisWeek
        case .monthly: .thisMonth
        case .review, .asking, .answers: nil
        }
    }

    /// The last time of its kind that is over: yesterday, last week, last month.
    var lastPeriod: Period {
        switch self {
        case .daily, .asking: .yesterday
        case .weekly, .answers: .lastWeek
        case .monthly, .review: .lastMonth
        }
    }
}

extension ReportSubscription {
    /// The days that the report of an occurrence is of: those since the one before, of a review the last whole month.
    func covered(by day: Day, _ workdays: WorkCalendar) -> ClosedRange<Day> {
        topic.kind == .review
            ? Period.lastMonth.days(today: day) : schedule.covered(by: day, workdays)
    }
}

extension ReportSchedule {
    /// What comes by it.
    var kind: ReportTopic.Kind {
        switch recurrence {
        case .daily, .workdays: .daily
        case .weekly: .weekly
        case .monthly: .monthly
        }
    }
}
