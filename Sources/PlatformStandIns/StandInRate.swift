import Earshot

/// So many in a sliding window, as platforms count.
struct StandInRate: Sendable {
    private let limit: Int
    private let window: Duration
    private var times: [Timestamp] = []

    init(_ limit: Int, per window: Duration) {
        self.limit = limit
        self.window = window
    }

    /// Counts one more; whether it is within the limit.
    mutating func take(_ now: Timestamp) -> Bool {
        times.removeAll { $0 + window <= now }
        guard times.count < limit else { return false }
        times.append(now)
        return true
    }
}

/// The access tokens of one application: the same one for as long as it is good.
struct StandInTokens: Sendable {
    private let prefix: String
    private let lifetime: Duration
    private(set) var granted = 0
    private var current: (value: String, end: Timestamp)?
    private var ended: Set<String> = []

    enum Verdict {
        case good, unknown, expired
    }

    init(prefix: String, lifetime: Duration = .seconds(7200)) {
        self.prefix = prefix
        self.lifetime = lifetime
    }

    /// - Parameter least: A token with less than this left is replaced.
    mutating func grant(_ now: Timestamp, least: Duration = .zero) -> (value: String, seconds: Int64) {
        if let current, now + least < current.end {
            return (current.value, (current.end.milliseconds - now.milliseconds) / 1000)
        }
        granted += 1
        let value = "\(prefix)-\(granted)"
        current = (value, now + lifetime)
        return (value, lifetime.components.seconds)
    }

    func check(_ value: String, _ now: Timestamp) -> Verdict {
        if let current, current.value == value { return now < current.end ? .good : .expired }
        return ended.contains(value) ? .expired : .unknown
    }

    /// Ends the token before its time.
    mutating func expire() {
        if let current { ended.insert(current.value) }
        current = nil
    }
}

extension Timestamp {
    /// Whether a moment is less than an hour away, whatever somebody wrote for it.
    ///
    /// - Parameter unit: How many milliseconds its unit has.
    func isWithinAnHour(of number: Int64, unit: Int64) -> Bool {
        let (sent, overflows) = number.multipliedReportingOverflow(by: unit)
        return !overflows && (milliseconds - 3_599_999...milliseconds + 3_599_999).contains(sent)
    }
}
