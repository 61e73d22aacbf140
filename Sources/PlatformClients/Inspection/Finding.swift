/// One thing that was found out by asking a platform.
public struct Finding: Sendable, Hashable {
    /// How much it matters.
    public enum Weight: Sendable, Hashable {
        /// As it should be.
        case fine
        /// Probably not meant so; nothing is kept from working.
        case warning
        /// Something does not work until somebody acts.
        case fault
    }

    public var weight: Weight
    /// What it is about: `wecom/dealers`.
    public var channel: String
    public var explanation: Advice

    public init(_ weight: Weight, _ channel: String, _ explanation: Advice) {
        self.weight = weight
        self.channel = channel
        self.explanation = explanation
    }
}

/// What is so and what to do about it, for whoever runs the program, in both languages.
public struct Advice: Sendable, Hashable {
    public var english: String
    public var chinese: String

    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }
}
