/// Counts of one matter over equal steps of time, with gaps where nothing is known.
public struct CountSeries: Sendable {
    /// The first step; a week is named by its Monday.
    public let first: Day
    public let rhythm: Rhythm
    /// A count for each step, or nothing where data is missing. Nothing is not 0.
    public let counts: [Int?]

    public enum Rhythm: String, Sendable, CaseIterable {
        case daily
        case weekly

        /// Days from one step to the next.
        public var days: Int { self == .daily ? 1 : 7 }
    }

    public init(first: Day, rhythm: Rhythm, counts: [Int?]) {
        (self.first, self.rhythm, self.counts) = (first, rhythm, counts)
    }

    public func day(of step: Int) -> Day { first + step * rhythm.days }

    /// The first step on or after a day.
    public func step(from day: Day) -> Int {
        max(0, (first.distance(to: day) + rhythm.days - 1) / rhythm.days)
    }
}
