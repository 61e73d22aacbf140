/// What an operator does with the outbox.
public protocol OutboxDesk: Sendable {
    /// The newest deliveries in some states, newest first.
    ///
    /// - Parameter channel: only those of one channel, where one is given.
    func deliveries(
        in states: Set<DeliveryState>, on channel: String?, limit: Int
    ) async throws -> [DeliverySummary]

    /// Everything about one delivery; nothing where there is none of the number.
    func delivery(_ number: Int64) async throws -> DeliveryDetails?

    /// Where deliveries stand, for the numbers that there are.
    func states(of numbers: [Int64]) async throws -> [Int64: DeliveryState]

    /// The numbers of all deliveries in a state.
    ///
    /// - Parameter channel: only those of one channel, where one is given.
    func numbers(in state: DeliveryState, on channel: String?) async throws -> [Int64]

    /// How many deliveries stand in each state, by channel.
    func deliveryCounts() async throws -> [DeliveryCount]

    /// How much waits, is dead and is expired, of every channel that has any of it.
    func channelLoads() async throws -> [ChannelLoad]

    /// Has dead, expired and waiting deliveries tried again at once, until a new deadline, with those that were in one
    /// message with them; none of those that show attachments, whose time is over.
    ///
    /// - Returns: the numbers of all that are.
    func retry(_ numbers: [Int64], until deadline: Timestamp, at now: Timestamp) async throws -> [Int64]

    /// Takes deliveries back that are not under way.
    ///
    /// - Returns: the numbers of those that are taken back.
    func cancel(_ numbers: [Int64], at now: Timestamp) async throws -> [Int64]

    /// Notes that the platform took a message back that was sent, with all deliveries that left in it.
    func noteRecall(of number: Int64, at now: Timestamp) async throws
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

/// One delivery with what it says.
public struct DeliveryDetails: Sendable, Hashable {
    public var summary: DeliverySummary
    public var priority: Delivery.Priority
    /// When it last came to stand where it stands.
    public var changedAt: Timestamp
    /// The numbers of those that leave or left in one message with it, and its own.
    public var together: [Int64]
    /// What it says; nothing where this edition of the program cannot read it.
    public var reply: Reply?
    /// What it shows; nothing also where that was sent and is forgotten.
    public var picture: Picture?

    public init(
        summary: DeliverySummary, priority: Delivery.Priority, changedAt: Timestamp, together: [Int64],
        reply: Reply?, picture: Picture? = nil
    ) {
        self.summary = summary
        self.priority = priority
        self.changedAt = changedAt
        self.together = together
        self.reply = reply
        self.picture = picture
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

/// What an operator watches of a channel.
public struct ChannelLoad: Sendable, Hashable {
    public let channel: String
    /// To be sent, or under way.
    public var waiting = 0
    /// When the first of these that are to be sent was enqueued.
    public var oldest: Timestamp?
    public var dead = 0
    /// Not sent in time.
    public var expired = 0

    public init(channel: String) {
        self.channel = channel
    }
}
