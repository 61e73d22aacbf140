public import Earshot

/// What a genuine callback asks for.
public enum RobotCallback: Sendable, Equatable {
    /// Something a person said.
    case message(InboundMessage)
    /// Nothing to do but acknowledge; the platform's name for it, for the log.
    case notice(String)
}
