/// The sentences of the platforms' own.
public struct ReplyTexts: Sendable {
    /// Ends a reply that was too long for one message.
    public var more: String
    /// Shown while the answer is not ready.
    public var waiting: String
    /// Shown when there will be no answer.
    public var apology: String
    /// Said to somebody whose account in the company the platform does not tell.
    public var unidentified: String
    /// Above what may be said where a card has no button left for it.
    public var further: String
    /// Said at once to somebody who pressed a button: what it stands for, and that it is under way.
    public var underWay: @Sendable (String) throws -> String
    /// Stands on a card in the place of its buttons when one was pressed: what is on it.
    public var chosen: @Sendable (String) throws -> String

    public init(
        more: String, waiting: String, apology: String, unidentified: String,
        further: String,
        underWay: @escaping @Sendable (String) throws -> String,
        chosen: @escaping @Sendable (String) throws -> String
    ) {
        self.more = more
        self.waiting = waiting
        self.apology = apology
        self.unidentified = unidentified
        self.further = further
        self.underWay = underWay
        self.chosen = chosen
    }
}
