/// One message as it was understood: what is wanted and about what.
public struct Request: Sendable, Hashable, Codable {
    public var intent: Intent
    /// What was said in this message together with what a follow-up carries over.
    public var slots: Slots
    /// The directory's identifier of the store it is about, where it is about one. No slot of the vocabulary: which
    /// store is meant depends on who asks.
    public var store: String?

    public init(_ intent: Intent, _ slots: Slots = Slots(), store: String? = nil) {
        self.intent = intent
        self.slots = slots
        self.store = store
    }
}
