/// Which of the warnings that are over a list is of.
public enum EndedWarnings: String, Sendable, Hashable, Codable {
    case all
    /// Those that somebody dealt with, or that ended by themselves.
    case resolved
    case dismissed
}
