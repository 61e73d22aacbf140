/// What a genuine event of DingTalk tells.
public enum DingTalkEvent: Sendable, Equatable {
    /// People or groups changed, which somebody may have to act on.
    case change(DingTalkChange)
    /// Nothing to do but acknowledge, the check of the address among it; the platform's name for it, for the log.
    case notice(String)
}

/// A change among a company's people or in a group. It holds how many, and nobody's name.
public struct DingTalkChange: Sendable, Hashable {
    /// The platform's identifier, or a fingerprint of the whole event where it has none. A repeat has the same.
    public let id: String
    public let kind: Kind
    /// How many people it is about; nothing where the event names none.
    public let people: Int?

    public init(id: String, kind: Kind, people: Int? = nil) {
        self.id = id
        self.kind = kind
        self.people = people
    }

    /// What changed, as the platform calls it.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// People joined the company.
        case joined = "user_add_org"
        /// People left the company.
        case left = "user_leave_org"
        /// People came into a group that the application looks after, and read what is sent there.
        case addedToGroup = "chat_add_member"
        /// People were taken out of a group.
        case removedFromGroup = "chat_remove_member"
        /// People left a group of their own accord.
        case leftGroup = "chat_quit"
        /// A group was dissolved: nothing reaches it any more.
        case groupDissolved = "chat_disband"
    }
}
