public import Earshot

/// Sends an answer as a message of its own, through the platform's interface for sending, where the response to the
/// callback cannot carry it.
public protocol MessageSender: Sendable {
    /// Sends the reply to where the message was said: `message.channel` says through which application, `chat` where
    /// to, and `account` to whom.
    ///
    /// A run of the program that ends in between leaves it to the next one to send the same again: use the message's
    /// `channel` and `id` where a platform can tell repeats.
    ///
    /// - Throws: when the platform did not take it. It is tried again at the next start.
    func send(_ reply: Reply, answering message: InboundMessage) async throws

    /// Whether an answer to the message was taken before, by this run of the program or an earlier one.
    func hasSent(answering message: MessageKey) async throws -> Bool
}
