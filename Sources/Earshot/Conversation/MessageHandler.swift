/// What a chat platform hands its messages to.
public protocol MessageHandler: Sendable {
    /// The reply to a message, given only after all its effects are on disk.
    ///
    /// A message with an identifier that was handled before on the same channel changes nothing and gets
    /// the same reply again.
    func handle(_ message: InboundMessage) async throws -> Reply

    /// The reply that an earlier message got, from disk, or nothing while there is none.
    func reply(toMessage id: String, on channel: String) async throws -> Reply?
}
