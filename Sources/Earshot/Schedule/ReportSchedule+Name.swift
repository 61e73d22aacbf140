extension ReportSchedule {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// `daily@08:30`, `workdays@08:30`, `weekly@Mon 09:00` or `monthly@1 09:00`, as the vocabulary writes it.
    public var name: String {
        switch recurrence {
        case .daily: "daily@\(time)"
        case .workdays: "workdays@\(time)"
        case .weekly(let weekday): "weekly@\(ReportSchedule.weekdays[weekday]) \(time)"
        case .monthly(let day): "monthly@\(day) \(time)"
        }
    }

    /// The schedule of a name, or nothing where it is malformed.
    public init?(name: some StringProtocol) {
        let parts = name.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let fields = parts[1].split(separator: " ", omittingEmptySubsequences: false)
        guard let time = fields.last.flatMap({ TimeOfDay($0) }) else { return nil }
        switch (parts[0], fields.count) {
        case ("daily", 1): self.init(.daily, at: time)
        case ("workdays", 1): self.init(.workdays, at: time)
        case ("weekly", 2):
            guard let weekday = ReportSchedule.weekdays.firstIndex(of: String(fields[0])) else { return nil }
            self.init(.weekly(weekday: weekday), at: time)
        case ("monthly", 2):
            guard let day = Int(fields[0]), (1...31).contains(day) else { return nil }
            self.init(.monthly(day: day), at: time)
        default: return nil
        }
    }
}
