import Earshot

/// Whether another day has come since somebody last asked.
struct DayChange {
    private var day: Day

    /// - Parameter day: the one on which nothing has changed yet.
    init(after day: Day) {
        self.day = day
    }

    /// Whether today is another day than when this was last asked, once for each; an earlier one, too, by a clock that was set
    /// back.
    mutating func hasCome(by today: Day) -> Bool {
        defer { day = today }
        return today != day
    }
}
