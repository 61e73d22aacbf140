/// What was sent, found by what the platform calls it.
public protocol SentMessages: Sendable {
    /// The delivery that became a message of a channel.
    ///
    /// - Parameter message: the platform's name for it.
    /// - Returns: nothing where none is known any more or yet, where the platform did not say which chat it went into, and
    ///   where several deliveries are in the one message.
    /// - Throws: where the outbox cannot be read.
    func delivery(sentAs message: String, on channel: String) async throws -> SentMessage?
}

/// A delivery that a platform took.
public struct SentMessage: Sendable, Hashable {
    /// Whom it was for, as the channel writes its recipients.
    public var recipient: String
    /// The chat it was sent into, as the platform names it.
    public var chat: String
    /// What it says.
    public var reply: Reply

    public init(recipient: String, chat: String, reply: Reply) {
        self.recipient = recipient
        self.chat = chat
        self.reply = reply
    }
}
