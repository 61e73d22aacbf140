public import FoundationEssentials

/// Which calendar day a moment belongs to, in the time zone of the brand's market.
public struct LocalCalendar: Sendable {
    private let timeZone: TimeZone

    /// Asia/Shanghai, which has had no daylight saving time since 1991.
    public static let shanghai = LocalCalendar(timeZone: TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt)

    public init(timeZone: TimeZone) {
        self.timeZone = timeZone
    }

    /// Seconds ahead of UTC; zones with summer time are not taken.
    fileprivate var offset: Int { timeZone.secondsFromGMT() }

    public func day(of moment: Timestamp) -> Day {
        Day(number: Int((Double(local(moment)) / 86_400_000).rounded(.down)))
    }

    /// Milliseconds that the clock shows since midnight.
    func sinceMidnight(_ moment: Timestamp) -> Int64 {
        let rest = local(moment) % 86_400_000
        return rest < 0 ? rest + 86_400_000 : rest
    }

    /// Seconds ahead of UTC at a moment.
    func offset(at moment: Timestamp) -> Int {
        timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
    }

    private func local(_ moment: Timestamp) -> Int64 {
        moment.milliseconds + Int64(offset(at: moment)) * 1000
    }

    /// The moment at which a day begins.
    public func start(of day: Day) -> Timestamp {
        let noon = Date(timeIntervalSince1970: Double(day.number) * 86_400 + 43_200)
        return Timestamp(seconds: Int64(day.number) * 86_400 - Int64(timeZone.secondsFromGMT(for: noon)))
    }

    /// The minutes that have passed of the moment's day.
    public func minute(of moment: Timestamp) -> Int {
        Int((moment.milliseconds - start(of: day(of: moment)).milliseconds) / 60_000)
    }

    /// The local time to the minute: `2026-11-26 14:05`.
    public func text(of moment: Timestamp) -> String {
        let minutes = minute(of: moment)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day(of: moment)) \(two(minutes / 60)):\(two(minutes % 60))"
    }
}

extension EditionDigest {
    /// By what tells which day a moment is of.
    mutating func add(_ calendar: LocalCalendar) { add(calendar.offset) }
}
