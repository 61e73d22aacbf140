/// Something that happened to a suggestion: a line of its history, which is kept.
public struct SuggestionStep: Sendable, Hashable {
    public var suggestion: Int64
    public var at: Timestamp
    /// By the directory's identifier.
    public var actor: String
    public var kind: Kind
    /// A reason, a department, a day, or the number of another suggestion.
    public var note: String?

    public init(_ suggestion: Int64, at: Timestamp, by actor: String, _ kind: Kind, note: String? = nil) {
        self.suggestion = suggestion
        self.at = at
        self.actor = actor
        self.kind = kind
        self.note = note
    }

    /// Who does what nobody of the directory did.
    public static let program = "earshot"

    /// The names are stored.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case filed, supported, unsupported
        case accepted, declined, started, shipped, withdrawn
        case assigned, scheduled
        /// It became a part of another one, and is so no more.
        case merged, split
        /// Another one became a part of it, and is so no more.
        case absorbed, released
        /// It was looked whether customers speak differently since it was shipped.
        case measured

        init?(_ state: SuggestionState) {
            switch state {
            case .open: return nil
            case .accepted: self = .accepted
            case .declined: self = .declined
            case .inProgress: self = .started
            case .shipped: self = .shipped
            case .withdrawn: self = .withdrawn
            }
        }

        /// Whether those who want it are told.
        public var isTold: Bool {
            switch self {
            case .accepted, .declined, .started, .shipped, .withdrawn, .assigned, .scheduled, .merged, .split,
                .measured:
                true
            case .filed, .supported, .unsupported, .absorbed, .released: false
            }
        }
    }
}
