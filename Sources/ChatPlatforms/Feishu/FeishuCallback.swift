public import Earshot

/// What a genuine callback of a Feishu application asks for.
public enum FeishuCallback: Sendable, Equatable {
    /// The platform checks the address; answered with this text.
    case challenge(String)
    /// Something a person said. The response takes no answer, so it is a message of its own.
    case message(InboundMessage)
    /// The person opened the one-to-one chat, which happens many times a day.
    case opened(InboundMessage)
    /// The person pressed a button of one of our cards, which stands for a message. The second is the message that the
    /// card answers, where it may be shown again in the chat of the press.
    case pressed(InboundMessage, ofAnswerTo: String?)
    /// Nothing to do but acknowledge; the platform's name for it, for the log.
    case notice(String)
}
