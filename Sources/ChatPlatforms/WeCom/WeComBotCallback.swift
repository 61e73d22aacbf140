public import Earshot

/// What a genuine callback of a WeCom bot asks for.
public enum WeComBotCallback: Sendable, Equatable {
    /// Something a person said; answered with a stream.
    case message(InboundMessage)
    /// The person opened the chat for the first time that day; answered with a card or a text.
    case opened(InboundMessage)
    /// The person pressed a button of one of our cards, which stands for a message. The answer goes to the
    /// message's reply address: the callback itself takes only an update of the card, which is named by its task.
    case pressed(InboundMessage, task: String?)
    /// What a person thinks of one of our answers; only nothing may be answered.
    case feedback(Feedback)
    /// The platform asks how far the answer with this stream id is.
    case poll(stream: String)
    /// Nothing to do but acknowledge; the platform's name for it, for the log.
    case notice(String)
}
