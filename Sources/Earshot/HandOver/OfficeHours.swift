/// When somebody is at work: some hours of the days that are worked.
public struct OfficeHours: Sendable {
    public var from: TimeOfDay
    /// After `from`.
    public var until: TimeOfDay
    private let holidays: WorkCalendar
    private let calendar: LocalCalendar
    /// With so many days without work in a row the table of holidays is wrong.
    private static let longestPause = 60

    public init(
        from: TimeOfDay = TimeOfDay(hour: 9), until: TimeOfDay = TimeOfDay(hour: 18),
        holidays: WorkCalendar = WorkCalendar(), calendar: LocalCalendar = .shanghai
    ) {
        (self.from, self.until, self.holidays, self.calendar) = (from, until, holidays, calendar)
    }

    public func isOpen(at moment: Timestamp) -> Bool {
        let day = calendar.day(of: moment)
        return isWorked(day) && hours(of: day).contains(moment)
    }

    /// The moment itself where somebody is at work, else when the next hours begin.
    public func opening(atOrAfter moment: Timestamp) -> Timestamp {
        isOpen(at: moment) ? moment : hours(after: moment).lowerBound
    }

    /// When so much time of work has passed since a moment.
    public func moment(_ worked: Duration, after moment: Timestamp) -> Timestamp {
        var (left, at) = (worked, opening(atOrAfter: moment))
        while true {
            let end = hours(of: calendar.day(of: at)).upperBound
            let rest = Duration.milliseconds(end.milliseconds - at.milliseconds)
            guard left > rest, rest > .zero else { return at + left }
            left -= rest
            at = hours(after: end).lowerBound
        }
    }

    private func isWorked(_ day: Day) -> Bool {
        switch holidays[day] {
        case .holiday: false
        case .workday: true
        case nil: day.weekday < 5
        }
    }

    private func hours(of day: Day) -> Range<Timestamp> {
        let begin = calendar.moment(from, on: day)
        return begin..<max(begin, calendar.moment(until, on: day))
    }

    /// The first hours that begin after a moment.
    private func hours(after moment: Timestamp) -> Range<Timestamp> {
        let today = calendar.day(of: moment)
        let days = (0...OfficeHours.longestPause).lazy.map { today + $0 }
        let next = days.first { isWorked($0) && hours(of: $0).lowerBound > moment }
        return hours(of: next ?? today + 1)
    }
}
