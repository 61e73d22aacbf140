extension Timestamp {
    /// The moment of a local time as tables export it, or nothing for anything else and for dates that do not exist:
    /// `2026-11-20 08:30:00`, `2026/11/20 8:30`, `2026-11-20T08:30:00.250`, and `2026-11-20` for the day's beginning.
    init?(local text: String, in calendar: LocalCalendar) {
        guard text.utf8.count <= 40 else { return nil }
        let halves = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == " " || $0 == "T" }
        guard let day = Timestamp.day(of: halves[0]) else { return nil }
        var moment = calendar.start(of: day)
        if halves.count == 2 {
            guard let milliseconds = Timestamp.milliseconds(of: halves[1].drop { $0 == " " }) else {
                return nil
            }
            moment = moment + .milliseconds(milliseconds)
        }
        self = moment
    }

    private static func day(of text: Substring) -> Day? {
        guard let mark = text.first(where: { $0 == "-" || $0 == "/" }) else { return nil }
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 3, let year = number(parts[0], digits: 4...4),
            let month = number(parts[1], digits: 1...2), let day = number(parts[2], digits: 1...2)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// Of 8:30, 08:30:00 or 08:30:00.250, counted from midnight.
    private static func milliseconds(of text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = number(parts[0], digits: 1...2), hour < 24,
            let minute = number(parts[1], digits: 2...2), minute < 60
        else { return nil }
        let minutes = hour * 60 + minute
        guard parts.count == 3 else { return minutes * 60_000 }
        let seconds = parts[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let second = number(seconds[0], digits: 2...2), second < 60 else { return nil }
        var fraction = 0
        if seconds.count == 2 {
            guard number(seconds[1], digits: 1...9) != nil,
                let thousandths = number((seconds[1] + "00").prefix(3), digits: 3...3)
            else { return nil }
            fraction = thousandths
        }
        return (minutes * 60 + second) * 1000 + fraction
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
