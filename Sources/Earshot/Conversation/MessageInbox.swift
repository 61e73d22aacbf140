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

    /// The messages that an earlier run of the program left, the earliest first, for another try.
    ///
    /// Each try is counted before it is made: a message that ends the program whenever it is handled is not
    /// returned for ever.
    func takeUp() async throws -> [InboundMessage]
}
