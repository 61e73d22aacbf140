/// Something that is explained rather than looked up; the text is `explain.<name>` of the prompts.
public enum Explanation: String, Codable, Sendable, Hashable, CaseIterable {
    /// That the bot deletes nothing itself.
    case erasing
    /// Nothing but that a 好的 was heard.
    case acknowledged

    /// The text, the same whoever asks.
    var prompt: Prompt { Prompt("explain.\(rawValue)") }
}
