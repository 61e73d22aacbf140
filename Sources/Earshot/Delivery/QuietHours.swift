/// The hours of every day in which nobody is woken for what can wait.
public struct QuietHours: Hashable, Sendable {
    public var from: TimeOfDay
    /// Before `from`, on the next day; the same as `from` for no quiet hours at all.
    public var until: TimeOfDay

    public init(from: TimeOfDay, until: TimeOfDay) {
        self.from = from
        self.until = until
    }

    /// When the quiet hours end that a moment lies in; nothing when it lies in none.
    ///
    /// The clock of the place decides, also in a night in which it is put forward or back. An end that falls into an hour
    /// that the clock leaves out comes later by as much as is left out.
    public func end(ifQuietAt moment: Timestamp, calendar: LocalCalendar) -> Timestamp? {
        guard isQuiet(moment, calendar) else { return nil }
        let clock = calendar.sinceMidnight(moment)
        let rest = until.milliseconds - clock
        let naive = moment + .milliseconds(rest > 0 ? rest : rest + QuietHours.day)
        let shift = calendar.offset(at: naive) - calendar.offset(at: moment)
        let end = naive - .seconds(shift)
        return isQuiet(end, calendar) ? naive : end
    }

    private func isQuiet(_ moment: Timestamp, _ calendar: LocalCalendar) -> Bool {
        let clock = calendar.sinceMidnight(moment)
        let (from, until) = (from.milliseconds, until.milliseconds)
        return from <= until ? (from..<until).contains(clock) : clock >= from || clock < until
    }

    private static let day: Int64 = 86_400_000
}

extension TimeOfDay {
    fileprivate var milliseconds: Int64 { Int64(minutes) * 60_000 }
}

extension QuietHours {
    /// What stands for none of one's own, where they are written.
    static let off = "off"

    /// `22:00-08:00`.
    public var name: String { "\(from)-\(until)" }

    /// The hours that `name` wrote, or nothing.
    public init?(name: String) {
        let times = name.split(separator: "-").compactMap { TimeOfDay($0) }
        guard times.count == 2 else { return nil }
        self.init(from: times[0], until: times[1])
    }
}
