/// What came of handing a consignment to its platform, in words that hold for every platform.
public enum SendOutcome: Sendable, Hashable {
    /// The platform took it. Its name for the message, for recalls and updates, where it gives one.
    case sent(receipt: String?)
    /// It was not taken, and may be later; after the given time where the platform names one.
    case postponed(after: Duration?, reason: String)
    /// The platform takes nothing from this channel for a while, because too much was sent.
    case channelBusy(for: Duration, reason: String)
    /// It will never be taken: this recipient or this text.
    case refused(reason: String)
    /// Nothing goes through this channel until somebody has put it right: a wrong secret, an app switched off.
    case channelStopped(reason: String)
    /// No answer came: it may have arrived.
    case unclear(reason: String)
}
