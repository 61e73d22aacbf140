/// When something comes again and again: on which days, and at which time of the clock.
public struct ReportSchedule: Hashable, Sendable {
    public var recurrence: Recurrence
    public var time: TimeOfDay

    /// Beside a schedule: that of it only the time was said, or only the days.
    static let timeAlone = "time"
    static let daysAlone = "days"
    /// In its place: that it is every day, at an hour that was not said.
    static let everyDay = "every day"

    /// In the place of a schedule: that something is wished once, which is no schedule.
    static let once = "once"

    public enum Recurrence: Hashable, Sendable {
        case daily
        /// Days on which people work, by the table of holidays.
        case workdays
        /// 0 for Monday … 6 for Sunday.
        case weekly(weekday: Int)
        /// 1…31; the last day of a month that is shorter.
        case monthly(day: Int)
    }

    public init(_ recurrence: Recurrence, at time: TimeOfDay) {
        self.recurrence = recurrence
        self.time = time
    }

    /// Farther than this no schedule of ours has its next day, also over the longest holidays.
    private static let farthest = 62

    /// Whether it falls on a day.
    public func falls(on day: Day, _ workdays: WorkCalendar) -> Bool {
        switch recurrence {
        case .daily: return true
        case .workdays: return workdays.isWorked(day)
        case .weekly(let weekday): return day.weekday == weekday
        case .monthly(let number):
            let last = (day.startOfMonth + 31).startOfMonth - 1
            return day == min(day.startOfMonth + (number - 1), last)
        }
    }

    /// The first occurrence after a moment; nothing where a table of holidays leaves none for two months.
    public func next(
        after moment: Timestamp, _ calendar: LocalCalendar, _ workdays: WorkCalendar
    ) -> Occurrence? {
        let today = calendar.day(of: moment)
        // A time that the clock leaves out may be on the next day.
        for day in (today - 1)...(today + ReportSchedule.farthest) where falls(on: day, workdays) {
            let occurrence = occurrence(on: day, calendar)
            if occurrence.moment > moment { return occurrence }
        }
        return nil
    }

    /// The last occurrence that has come by a moment.
    public func last(
        upTo moment: Timestamp, _ calendar: LocalCalendar, _ workdays: WorkCalendar
    ) -> Occurrence? {
        let today = calendar.day(of: moment)
        for ago in 0...ReportSchedule.farthest where falls(on: today - ago, workdays) {
            let occurrence = occurrence(on: today - ago, calendar)
            if occurrence.moment <= moment { return occurrence }
        }
        return nil
    }

    private func occurrence(on day: Day, _ calendar: LocalCalendar) -> Occurrence {
        Occurrence(day: day, moment: calendar.moment(time, on: day))
    }

    /// The whole days between the occurrence of a day and the one before it: none is left out, and none is in two.
    public func covered(by day: Day, _ workdays: WorkCalendar) -> ClosedRange<Day> {
        let before = (1...ReportSchedule.farthest).first { falls(on: day - $0, workdays) } ?? 1
        return (day - before)...(day - 1)
    }

    /// After this moment what comes by it has lost its meaning.
    public func end(of occurrence: Occurrence, _ calendar: LocalCalendar) -> Timestamp {
        switch recurrence {
        case .daily, .workdays: calendar.moment(TimeOfDay(hour: 0), on: occurrence.day + 1)
        case .weekly: occurrence.moment + .seconds(2 * 86_400)
        case .monthly: occurrence.moment + .seconds(5 * 86_400)
        }
    }
}

/// One time at which a schedule comes: the same one however the clock is put, by its day.
public struct Occurrence: Hashable, Sendable {
    public var day: Day
    public var moment: Timestamp

    public init(day: Day, moment: Timestamp) {
        (self.day, self.moment) = (day, moment)
    }
}
