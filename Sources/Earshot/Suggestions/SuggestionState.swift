/// Where a suggestion stands. The numbers are stored.
public enum SuggestionState: Int, Sendable, Hashable, CaseIterable {
    /// Nobody has decided about it.
    case open = 0
    case accepted = 1
    case declined = 2
    /// Somebody works on it.
    case inProgress = 3
    /// Customers have it.
    case shipped = 4
    /// Whoever filed it took it back while nobody had decided: the end. It stands in lists no more.
    case withdrawn = 5

    /// Where it may go from here.
    public var next: Set<SuggestionState> {
        switch self {
        case .open: [.accepted, .declined, .inProgress, .withdrawn]
        case .accepted: [.declined, .inProgress, .shipped]
        // What speaks for it may have grown since.
        case .declined: [.accepted]
        // Work that was begun is put off, or given up.
        case .inProgress: [.accepted, .declined, .shipped]
        // What was shipped may have to be taken back and done again.
        case .shipped: [.inProgress]
        case .withdrawn: []
        }
    }

    /// Whether headquarters still has something to do about it.
    public var isPending: Bool { self != .declined && self != .shipped && self != .withdrawn }

    /// As the slot `status` names it.
    public var name: String {
        switch self {
        case .open: "open"
        case .accepted: "accepted"
        case .declined: "declined"
        case .inProgress: "in_progress"
        case .shipped: "shipped"
        case .withdrawn: "withdrawn"
        }
    }

    public init?(named name: String) {
        guard let state = SuggestionState.allCases.first(where: { $0.name == name }) else { return nil }
        self = state
    }
}
