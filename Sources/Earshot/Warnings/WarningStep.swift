/// Something that happened to a warning: a line of its history, which is kept.
public struct WarningStep: Sendable, Hashable {
    public var warning: Int64
    public var at: Timestamp
    /// The person, by the directory's identifier; nothing for the program.
    public var actor: String?
    public var kind: Kind
    /// A person's words, whom it was given to, or a figure.
    public var note: String?
    /// Until when a silence was to last; nothing of silences from before it was kept.
    public var until: Timestamp?
    /// By how much the word that it is over raised the share of the alarm budget, 1 at its bound; nothing where it raised none.
    public var gain: Double?

    public init(_ warning: Int64, at: Timestamp, by actor: String?, _ kind: Kind, note: String? = nil) {
        self.warning = warning
        self.at = at
        self.actor = actor
        self.kind = kind
        self.note = note
    }

    /// The names are stored.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case opened, grew, spread, ordinary, recurred, reopened, merged
        case claimed, assigned, silenced, told, resolved, dismissed
        /// A silence was ended; that it was a false alarm was taken back; so many dealers were not sent the line to take that
        /// waited for the morning.
        case unsilenced, restored, recalled
        /// It ended by itself.
        case ended
    }
}
