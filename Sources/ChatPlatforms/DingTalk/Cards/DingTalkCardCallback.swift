public import Earshot

/// What a genuine callback of an interactive card asks for.
public enum DingTalkCardCallback: Sendable, Equatable {
    /// A member of the company pressed a button that stands for a message. The response can only change the card, so the
    /// answer is a message of its own, to the person alone: the callback does not say in which chat the card is.
    case pressed(InboundMessage)
    /// Somebody pressed whom the company does not know: there is nobody to answer.
    case pressedByOutsider
    /// Nothing to do but acknowledge; what it is, for the log.
    case notice(String)
}
