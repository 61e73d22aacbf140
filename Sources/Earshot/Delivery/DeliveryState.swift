/// Where a delivery stands.
///
/// The numbers are stored. `DeliveryProgress` says where it goes; by the same rule the store ends at once all that is past
/// its deadline.
public enum DeliveryState: Int, Sendable, Hashable, CaseIterable {
    /// Not tried yet. Goes on to sending, expired, dead where it cannot be read, cancelled; by hand to retrying.
    case waiting = 0
    /// Handed to the platform. Goes on to sent, retrying, dead, expired.
    case sending = 1
    /// Tried, and to be tried again. Goes on to sending, expired, cancelled, dead.
    case retrying = 2
    /// The platform said yes. Only an operator leads on: to cancelled, where the platform takes the message back.
    case sent = 3
    /// It cannot be delivered; what the platform said stands beside it. Only an operator leads on: to retrying or cancelled.
    case dead = 4
    /// Its deadline passed before it could be sent. Only an operator leads on: to retrying or cancelled.
    case expired = 5
    /// An operator took it back, before it was sent or after. The end.
    case cancelled = 6

    /// Whether it is to be sent.
    public var isOpen: Bool { self == .waiting || self == .retrying }
}
