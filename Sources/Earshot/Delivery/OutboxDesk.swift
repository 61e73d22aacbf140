/// What an operator does with the outbox.
public protocol OutboxDesk: Sendable {
    /// The newest deliveries in some states, newest first.
    ///
    /// - Parameter channel: only those of one channel, where one is given.
    func deliveries(
        in states: Set<DeliveryState>, on channel: String?, limit: Int
    ) async throws -> [DeliverySummary]

    /// How many deliveries stand in each state, by channel.
    func deliveryCounts() async throws -> [DeliveryCount]

    /// How much waits, is dead and is expired, over all channels.
    func deliveryLoad() async throws -> DeliveryLoad

    /// Has dead, expired and waiting deliveries tried again at once, until a new deadline, with those that were in one
    /// message with them.
    ///
    /// - Returns: the numbers of all that are.
    func retry(_ numbers: [Int64], until deadline: Timestamp, at now: Timestamp) async throws -> [Int64]

    /// Takes deliveries back that are not under way.
    ///
    /// - Returns: the numbers of those that are taken back.
    func cancel(_ numbers: [Int64], at now: Timestamp) async throws -> [Int64]
}

/// One delivery as an operator sees it: nothing of what it says.
public struct DeliverySummary: Sendable, Hashable {
    public var number: Int64
    public var key: String
    public var channel: String
    public var recipient: String
    public var enqueuedAt: Timestamp
    public var progress: DeliveryProgress

    public init(
        number: Int64, key: String, channel: String, recipient: String, enqueuedAt: Timestamp,
        progress: DeliveryProgress
    ) {
        self.number = number
        self.key = key
        self.channel = channel
        self.recipient = recipient
        self.enqueuedAt = enqueuedAt
        self.progress = progress
    }
}

/// How many deliveries of a channel stand in a state.
public struct DeliveryCount: Sendable, Hashable {
    public var channel: String
    public var state: DeliveryState
    public var count: Int

    public init(channel: String, state: DeliveryState, count: Int) {
        self.channel = channel
        self.state = state
        self.count = count
    }
}

/// What an operator watches.
public struct DeliveryLoad: Sendable, Hashable {
    /// To be sent, or under way.
    public var waiting = 0
    public var dead = 0
    /// Not sent in time.
    public var expired = 0

    public init() {}
}
