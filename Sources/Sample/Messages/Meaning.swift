public import Earshot

/// What a message must be taken for.
public struct Meaning: Sendable, Hashable {
    /// Nothing where it is enough that the message changes nothing.
    public var intent: Intent?
    /// The slots by their names in the vocabulary.
    public var slots: [String: String]
    /// What else was wished in the same message.
    public var further: [Intent] = []

    init(intent: Intent?, slots: [String: String] = [:], further: [Intent] = []) {
        self.intent = intent
        self.slots = slots
        self.further = further
    }
}
