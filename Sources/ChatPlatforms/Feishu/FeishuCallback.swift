public import Earshot

/// What a genuine callback of a Feishu application asks for.
public enum FeishuCallback: Sendable, Equatable {
    /// The platform checks the address; answered with this text.
    case challenge(String)
    /// Something a person said. The response takes no answer, so it is a message of its own.
    case message(InboundMessage)
    /// The person opened the one-to-one chat, which happens many times a day.
    case opened(InboundMessage)
    /// The person pressed a button of one of our cards, which stands for a message.
    case pressed(InboundMessage, of: FeishuPressedCard)
    /// Nothing to do but acknowledge; the platform's name for it, for the log.
    case notice(String)
}
