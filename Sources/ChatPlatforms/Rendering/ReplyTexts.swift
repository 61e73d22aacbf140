/// The sentences of the platforms' own.
public struct ReplyTexts: Sendable, Hashable {
    /// Ends a reply that was too long for one message.
    public var more: String
    /// Shown while the answer is not ready.
    public var waiting: String
    /// Shown when there will be no answer.
    public var apology: String

    public init(more: String, waiting: String, apology: String) {
        self.more = more
        self.waiting = waiting
        self.apology = apology
    }
}
