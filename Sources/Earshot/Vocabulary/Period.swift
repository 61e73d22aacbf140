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

    /// The longest period that can be asked for, in days.
    public static let longest = 366

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
                (1...Period.longest).contains(days)
            {
                self = .last(days: days)
            } else if let dots = name.firstRange(of: ".."), let first = Day(name[..<dots.lowerBound]),
                let last = Day(name[dots.upperBound...]), first <= last,
                last.number - first.number < Period.longest
            {
                self = .days(first...last)
            } else {
                return nil
            }
        }
    }

    /// The days meant, seen from `today`. Weeks begin on Monday; this week and this month end today.
    public func days(today: Day) -> ClosedRange<Day> {
        switch self {
        case .today: today...today
        case .yesterday: (today - 1)...(today - 1)
        case .thisWeek: today.startOfWeek...today
        case .lastWeek: (today.startOfWeek - 7)...(today.startOfWeek - 1)
        case .thisMonth: today.startOfMonth...today
        case .lastMonth: (today.startOfMonth - 1).startOfMonth...(today.startOfMonth - 1)
        case .last(let days): (today - days)...(today - 1)
        case .days(let range): range
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
