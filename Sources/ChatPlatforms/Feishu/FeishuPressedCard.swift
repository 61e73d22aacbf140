public import Earshot

/// The card that a person pressed a button of, as far as the platform and the button say which it is.
public struct FeishuPressedCard: Sendable, Equatable {
    /// The message that the card answers, where it may be shown again in the chat of the press.
    public let answered: String?
    /// The message that the card is; nothing where the platform does not say.
    public let message: String?
    /// Whoever pressed, as deliveries to them are addressed, by each identifier that counts.
    private let recipients: Set<String>

    /// - Parameters:
    ///   - userID: of who pressed, where that is a colleague.
    ///   - openID: of who pressed.
    init(answered: String? = nil, message: String? = nil, userID: String? = nil, openID: String? = nil) {
        self.answered = answered
        self.message = message
        recipients = Set(
            [
                // What begins so is taken for an open id when it is sent to, whoever chose it as a user id.
                userID.flatMap { $0.hasPrefix(FeishuPressedCard.openIDPrefix) ? nil : $0 },
                openID.flatMap { $0.hasPrefix(FeishuPressedCard.openIDPrefix) ? $0 : nil },
            ].compactMap { $0.map(FeishuPressedCard.recipient) })
    }

    /// How open ids begin, and nothing else does that is sent to.
    public static let openIDPrefix = "ou_"

    /// How deliveries write a person as their recipient.
    public static func recipient(_ id: String) -> String { "person:\(id)" }

    /// Whether a message that was sent is this card, pressed where it was sent to and by the one it was for: then nobody else
    /// reads what is said there.
    ///
    /// A card that was forwarded is another message in another chat. Nothing of it rests on what the button says.
    ///
    /// - Parameter chat: of the press.
    public func isAtHome(_ sent: SentMessage, pressedIn chat: String) -> Bool {
        sent.chat == chat && recipients.contains(sent.recipient)
    }
}
