public import Earshot

/// What a genuine callback of a WeCom application asks for.
public enum WeComAppCallback: Sendable, Equatable {
    /// Something a person said, or chose from the menu; answered in the response.
    case message(InboundMessage)
    /// The person opened the application, which happens many times a day, or came into its visible range.
    case opened(InboundMessage)
    /// The person pressed a button of one of our cards, which stands for a message. The response can only change the
    /// card, so the answer is a message of its own.
    case pressed(InboundMessage)
    /// The platform warns that it will switch the application off, or did, because it is not used.
    case alert(String)
    /// Nothing to do but acknowledge; the platform's name for it, for the log.
    case notice(String)
}
