/// Deliveries of one channel that came to an end outside of a try: nobody has seen it happen.
public struct EndedDeliveries: Sendable, Hashable {
    public var channel: String
    /// Dead or expired.
    public var state: DeliveryState
    public var count: Int
    /// Why, for the operator; nothing where the deadline says it.
    public var reason: String?

    public init(channel: String, state: DeliveryState, count: Int = 1, reason: String? = nil) {
        self.channel = channel
        self.state = state
        self.count = count
        self.reason = reason
    }
}
