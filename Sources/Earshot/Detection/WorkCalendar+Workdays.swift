extension WorkCalendar {
    /// Whether people work on a day: one of Monday to Friday that is no holiday, or a day of a weekend that makes up for one.
    public func isWorked(_ day: Day) -> Bool {
        switch self[day] {
        case .holiday: false
        case .workday: true
        case nil: day.weekday < 5
        }
    }
}
