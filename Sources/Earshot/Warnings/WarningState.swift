/// Where a warning stands. The numbers are stored.
public enum WarningState: Int, Sendable, Hashable, CaseIterable {
    /// Nobody has taken it on.
    case open = 0
    /// Somebody has.
    case claimed = 1
    /// The dealers concerned were told what to say.
    case notified = 2
    /// The last days were ordinary; it ends by itself when enough of them follow each other.
    case watching = 3
    /// It is over. Opens again where it becomes worse than it ever was, or where whoever said so takes it back.
    case resolved = 4
    /// It never was one: of the episode only what is graver is spoken of, as a new warning. Whoever erred takes it back.
    case dismissed = 5

    /// Whether it still wants something of somebody.
    public var isActive: Bool { self != .resolved && self != .dismissed }

    /// Where it may go from here.
    public var next: Set<WarningState> {
        switch self {
        case .open: [.claimed, .notified, .watching, .resolved, .dismissed]
        // It is open again where it has spread beyond the one who has it.
        case .claimed: [.open, .notified, .watching, .resolved, .dismissed]
        case .notified: [.open, .watching, .resolved, .dismissed]
        case .watching: [.open, .claimed, .notified, .resolved, .dismissed]
        case .resolved: [.open, .claimed, .notified, .watching]
        case .dismissed: [.open, .claimed, .notified, .watching]
        }
    }
}
