/// Something that is explained rather than looked up; the text is `explain.<name>` of the prompts.
public enum Explanation: String, Codable, Sendable, Hashable, CaseIterable {
    /// That the bot deletes nothing itself.
    case erasing
    /// Nothing but that a 好的 was heard.
    case acknowledged
    /// What the figures mean, where they come from and when they change.
    case volume, source, updates, rise
    case netPraise = "net-praise"
    /// How far the figures can be relied on.
    case accuracy
    /// That cities and stores are not ranked.
    case ranking
    /// That not all stores may be seen.
    case stores
    /// That the voices of one website alone cannot be chosen.
    case sites
    /// That what belongs to a customer is not shown.
    case personal
    /// That nothing is exported in the chat.
    case export

    /// The text; it may name the place that the person sees, and from which edition of the reading the figures come.
    var prompt: Prompt {
        Prompt("explain.\(rawValue)", ["place": "杭州", "edition": "2", "since": "2026-11-26 14:05"])
    }
}
