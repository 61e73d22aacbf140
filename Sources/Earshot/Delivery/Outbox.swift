/// Where deliveries wait on disk.
public protocol Outbox: Sendable {
    /// Makes deliveries durable.
    ///
    /// - Returns: how many are new; one whose key is known changes nothing.
    func enqueue(_ deliveries: [Delivery], at now: Timestamp) async throws -> Int

    /// Whether a delivery of this key was made, whatever became of it. Those that ended long ago are forgotten.
    func holds(key: String) async throws -> Bool

    /// Marks what may leave now as being sent, and counts it against the channel's rates, in one transaction.
    ///
    /// - Parameter most: messages that may be begun.
    func begin(
        on channel: String, rules: ChannelRules, most: Int, at now: Timestamp
    ) async throws -> Dispatch

    /// Keeps what became of a consignment, for every delivery in it.
    ///
    /// - Returns: where its deliveries stand now.
    @discardableResult
    func settle(
        _ consignment: Consignment, _ outcome: SendOutcome, at now: Timestamp
    ) async throws -> [DeliveryProgress]

    /// Takes up what was being sent when an earlier run ended. Called once, before anything is begun.
    func recover(at now: Timestamp) async throws -> Recovery

    /// Ends what is past its deadline, also on channels that nobody serves any more.
    func expire(at now: Timestamp) async throws -> [EndedDeliveries]
}

/// What may leave, and when to look again.
public struct Dispatch: Sendable {
    public var consignments: [Consignment]
    /// What will not leave any more.
    public var ended: [EndedDeliveries]
    /// When something becomes due or a rate allows more; nothing when nothing waits.
    public var next: Timestamp?

    public init(
        _ consignments: [Consignment] = [], ended: [EndedDeliveries] = [], next: Timestamp? = nil
    ) {
        self.consignments = consignments
        self.ended = ended
        self.next = next
    }
}

/// What an earlier run left under way.
public struct Recovery: Sendable, Hashable {
    /// What is sent again although it may have arrived.
    public var interrupted: [InterruptedConsignment]
    /// What is not: it had its last try, or its deadline has passed.
    public var ended: [EndedDeliveries]

    public init(interrupted: [InterruptedConsignment] = [], ended: [EndedDeliveries] = []) {
        self.interrupted = interrupted
        self.ended = ended
    }
}

/// A consignment that was under way when the program ended.
public struct InterruptedConsignment: Sendable, Hashable {
    public var number: Int64
    public var channel: String
    /// When it was first handed to the platform so that it may have arrived.
    public var begunAt: Timestamp

    public init(number: Int64, channel: String, begunAt: Timestamp) {
        self.number = number
        self.channel = channel
        self.begunAt = begunAt
    }
}

/// A way out: hands consignments to a platform.
public protocol Carrier: Sendable {
    /// Sends a consignment once. Never throws: what went wrong is an outcome.
    func send(_ consignment: Consignment) async -> SendOutcome
}
