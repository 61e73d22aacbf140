/// A platform's rate, kept: a bucket of tokens of which every message takes one, and which fills up steadily.
///
/// In any span of time at most the capacity and what flowed in meanwhile go out. To stay within "20 in a minute" over
/// every minute, capacity and inflow in a minute together must be 20 at most.
public struct TokenBucket: Sendable, Hashable {
    /// Tokens in it at `moment`.
    public private(set) var level: Double
    public private(set) var moment: Timestamp

    /// How large a bucket is and how fast it fills.
    public struct Rate: Sendable, Hashable {
        public var capacity: Int
        /// Tokens that flow in within a minute.
        public var perMinute: Double

        public init(capacity: Int, perMinute: Double) {
            self.capacity = capacity
            self.perMinute = perMinute
        }

        /// The rate that never lets more than `count` out within any span of the given length, a quarter of them at
        /// once.
        public static func atMost(_ count: Int, within span: Duration) -> Rate {
            let burst = max(1, count / 4)
            let seconds = max(0.001, span / .seconds(1))
            return Rate(capacity: burst, perMinute: Double(max(1, count - burst)) * 60 / seconds)
        }
    }

    /// A full bucket.
    public init(_ rate: Rate, at moment: Timestamp) {
        level = Double(rate.capacity)
        self.moment = moment
    }

    /// A bucket as it was kept.
    public init(level: Double, at moment: Timestamp) {
        self.level = level
        self.moment = moment
    }

    /// Lets flow in what the time since the last look brings. A clock that was set back brings nothing.
    public mutating func fill(_ rate: Rate, at now: Timestamp) {
        let elapsed = Double(max(0, now.milliseconds - moment.milliseconds)) / 60_000
        level = min(Double(rate.capacity), level + elapsed * rate.perMinute)
        moment = now
    }

    /// Whole messages that may go out now.
    public var available: Int { Int(max(0, level) + 1e-9) }

    /// Takes a token, of which there must be one.
    public mutating func take() {
        level -= 1
    }

    /// When there will be a whole token again.
    public func next(_ rate: Rate) -> Timestamp {
        guard available < 1 else { return moment }
        let milliseconds = (1 - level) / rate.perMinute * 60_000
        // A trifle of rounding must not cost a millisecond.
        return Timestamp(milliseconds: moment.milliseconds + Int64((milliseconds - 1e-6).rounded(.up)))
    }
}
