/// A span of days as people name it. It becomes days only when today is known.
public enum Period: Hashable, Sendable {
    case today
    case yesterday
    case thisWeek
    case lastWeek
    case thisMonth
    case lastMonth
    /// The given number of full days before today: 近7天 ends yesterday.
    case last(days: Int)
    case days(ClosedRange<Day>)

    /// The longest period that is answered, in days.
    public static let longest = 366
    /// The longest that can be named, in days.
    public static let farthest = 99_999

    /// Whether today is of it, though figures end with yesterday.
    var goesOn: Bool {
        switch self {
        case .today, .thisWeek, .thisMonth, .last: true
        case .yesterday, .lastWeek, .lastMonth, .days: false
        }
    }

    /// `today`, `lastWeek`, `last7d` or `2026-11-01..2026-11-07`.
    public var name: String {
        switch self {
        case .today: "today"
        case .yesterday: "yesterday"
        case .thisWeek: "thisWeek"
        case .lastWeek: "lastWeek"
        case .thisMonth: "thisMonth"
        case .lastMonth: "lastMonth"
        case .last(let days): "last\(days)d"
        case .days(let range): "\(range.lowerBound)..\(range.upperBound)"
        }
    }

    /// The period of a name of the vocabulary, or nothing when it is malformed, reversed or too long.
    public init?(name: String) {
        switch name {
        case "today": self = .today
        case "yesterday": self = .yesterday
        case "thisWeek": self = .thisWeek
        case "lastWeek": self = .lastWeek
        case "thisMonth": self = .thisMonth
        case "lastMonth": self = .lastMonth
        default:
            if name.hasPrefix("last"), name.hasSuffix("d"), let days = Int(name.dropFirst(4).dropLast()),
                (1...Period.farthest).contains(days)
            {
                self = .last(days: days)
            } else if let dots = name.firstRange(of: ".."), let first = Day(name[..<dots.lowerBound]),
                let last = Day(name[dots.upperBound...]), first <= last,
                last.number - first.number < Period.farthest
            {
                self = .days(first...last)
            } else {
                return nil
            }
        }
    }

    /// The days meant, seen from `today`. Weeks begin on Monday. This week and this month are the full days of them:
    /// until yesterday, on their first day that day itself.
    public func days(today: Day) -> ClosedRange<Day> {
        switch self {
        case .today: today...today
        case .yesterday: (today - 1)...(today - 1)
        case .thisWeek: today.startOfWeek...max(today.startOfWeek, today - 1)
        case .lastWeek: (today.startOfWeek - 7)...(today.startOfWeek - 1)
        case .thisMonth: today.startOfMonth...max(today.startOfMonth, today - 1)
        case .lastMonth: (today.startOfMonth - 1).startOfMonth...(today.startOfMonth - 1)
        case .last(let days): (today - days)...(today - 1)
        case .days(let range): range
        }
    }
}

extension Period {
    /// Whether its last day is not over yet, so that its counts still grow and compare with nothing.
    public func isUnfinished(today: Day) -> Bool { days(today: today).upperBound >= today }

    /// The stretch to compare with, as long as the period: the same days of the week or month before, otherwise
    /// the days right before.
    public func daysBefore(today: Day) -> ClosedRange<Day> {
        let days = days(today: today)
        return alike(days) ?? (days.lowerBound - days.count)...(days.lowerBound - 1)
    }

    /// Whether `daysBefore` are the same days of the week or month before.
    public func comparesAlike(today: Day) -> Bool { alike(days(today: today)) != nil }

    /// The same days one week or month earlier, where that month has as many.
    private func alike(_ days: ClosedRange<Day>) -> ClosedRange<Day>? {
        switch self {
        case .thisWeek: return (days.lowerBound - 7)...(days.upperBound - 7)
        case .thisMonth:
            let first = (days.lowerBound - 1).startOfMonth
            let last = first + (days.count - 1)
            return last < days.lowerBound ? first...last : nil
        default: return nil
        }
    }
}

extension Period: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let period = Period(name: name) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "unknown period \(name)")
        }
        self = period
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
