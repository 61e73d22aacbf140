/// One message as it was understood: what is wanted and about what.
public struct Request: Sendable, Hashable, Codable {
    public var intent: Intent
    /// What was said in this message together with what a follow-up carries over.
    public var slots: Slots

    public init(_ intent: Intent, _ slots: Slots = Slots()) {
        self.intent = intent
        self.slots = slots
    }
}
