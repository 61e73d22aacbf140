import Earshot
import SQLite

/// The buckets of a channel and of its recipients within one transaction, kept on disk so that a restart sends no
/// faster.
struct RateBuckets {
    private let connection: Connection
    private let channel: String
    private let rules: ChannelRules
    private let now: Timestamp
    private var buckets: [String: [TokenBucket]] = [:]
    private var isTaken: Set<String> = []

    /// The channel itself, among the names of its recipients.
    private static let whole = ""

    init(_ connection: Connection, channel: String, rules: ChannelRules, at now: Timestamp) {
        self.connection = connection
        self.channel = channel
        self.rules = rules
        self.now = now
    }

    /// How many messages the channel may send now.
    mutating func available() throws -> Int {
        guard !rules.rates.isEmpty else { return Int.max }
        return try load(RateBuckets.whole).map(\.available).min() ?? 0
    }

    /// When the channel may send again.
    mutating func next() throws -> Timestamp? {
        try zip(rules.rates, load(RateBuckets.whole)).map { rate, bucket in bucket.next(rate) }.max()
    }

    /// How many messages a recipient may get now.
    mutating func available(_ recipient: String) throws -> Int {
        guard !rules.ratesPerRecipient.isEmpty else { return Int.max }
        return try load(recipient).map(\.available).min() ?? 0
    }

    /// When a recipient may get something again.
    mutating func next(_ recipient: String) throws -> Timestamp? {
        try zip(rules.ratesPerRecipient, load(recipient)).map { rate, bucket in bucket.next(rate) }.max()
    }

    /// Counts one message to a recipient.
    mutating func take(_ recipient: String) throws {
        for name in [RateBuckets.whole, recipient] {
            var taken = try load(name)
            for index in taken.indices { taken[index].take() }
            buckets[name] = taken
            isTaken.insert(name)
        }
    }

    /// Writes the buckets that were taken from.
    func save() throws {
        for (name, buckets) in buckets where isTaken.contains(name) {
            for (index, bucket) in buckets.enumerated() {
                try connection.execute(
                    """
                    INSERT INTO rate (bucket, level, moment) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET level = excluded.level, moment = excluded.moment
                    """, key(name, index), bucket.level, bucket.moment.milliseconds)
            }
        }
    }

    private func rates(of name: String) -> [TokenBucket.Rate] {
        name == RateBuckets.whole ? rules.rates : rules.ratesPerRecipient
    }

    private mutating func load(_ name: String) throws -> [TokenBucket] {
        if let known = buckets[name] { return known }
        var loaded: [TokenBucket] = []
        for (index, rate) in rates(of: name).enumerated() {
            let kept = try connection.queryOne(
                "SELECT level, moment FROM rate WHERE bucket = ?", key(name, index)
            ) { TokenBucket(level: $0.double(0), at: Timestamp(milliseconds: $0.int64(1))) }
            var bucket = kept ?? TokenBucket(rate, at: now)
            bucket.fill(rate, at: now)
            loaded.append(bucket)
        }
        buckets[name] = loaded
        return loaded
    }

    private func key(_ name: String, _ index: Int) -> String { "\(channel)\n\(name)\n\(index)" }
}
