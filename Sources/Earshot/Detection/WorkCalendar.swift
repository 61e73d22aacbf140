/// Which days are public holidays and which weekend days are worked instead.
public struct WorkCalendar: Sendable {
    public enum Exception: String, Sendable, CaseIterable {
        /// A public holiday.
        case holiday
        /// A day of a weekend that is worked, to make up for a holiday.
        case workday
    }

    private let exceptions: [Day: Exception]

    public init(_ exceptions: [Day: Exception] = [:]) {
        self.exceptions = exceptions
    }

    public subscript(day: Day) -> Exception? { exceptions[day] }

    /// The years that have any exception. The government decides on the holidays of a year in the autumn before; a year
    /// without one was not entered.
    public var years: Set<Int> { Set(exceptions.keys.map(\.civil.year)) }
}
