/// The sentences of the platforms' own, which the prompts may replace.
public struct ReplyTexts: Sendable, Hashable {
    /// Ends a reply that was too long for one message.
    public var more: String
    /// Shown while the answer is not ready.
    public var waiting: String
    /// Shown when there will be no answer.
    public var apology: String

    public init(
        more: String = "内容较长，回复「更多」继续看", waiting: String = "正在整理，请稍候…",
        apology: String = "抱歉，这次没能答上来，请稍后再问一次"
    ) {
        self.more = more
        self.waiting = waiting
        self.apology = apology
    }
}
