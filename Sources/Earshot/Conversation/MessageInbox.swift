/// Where messages wait that a platform was told are in good hands before they were answered.
///
/// An answer that takes longer than a platform waits is acknowledged first. From then on nobody sends the message
/// again, so it must outlive the process: it is kept before the acknowledgement and removed after its answer has
/// gone out.
public protocol MessageInbox: Sendable {
    /// Makes a message durable. Keeping it again changes nothing.
    func keep(_ message: InboundMessage, at now: Timestamp) async throws

    /// Lets a message go whose answer has gone out. One that is not there is no mistake.
    func remove(_ message: MessageKey) async throws

    /// What an earlier run of the program left, the earliest first. Messages that were tried too often, or that this
    /// edition cannot read, are removed and named.
    func left() async throws -> LeftMessages

    /// Counts a try before it is made: a message that ends the program whenever it is handled is not tried for ever,
    /// and the others are not counted with it.
    func countTry(of message: MessageKey) async throws
}

/// Messages that were acknowledged and not answered.
public struct LeftMessages: Sendable {
    public var messages: [InboundMessage]
    /// Those that nobody will answer any more.
    public var givenUp: [MessageKey]

    public init(_ messages: [InboundMessage] = [], givenUp: [MessageKey] = []) {
        self.messages = messages
        self.givenUp = givenUp
    }
}
