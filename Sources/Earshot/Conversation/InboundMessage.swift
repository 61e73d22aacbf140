/// One message of a person to the bot, the same for every chat platform.
public struct InboundMessage: Sendable, Equatable {
    /// The configured channel it came through, for example `dingtalk/sales`.
    public var channel: String
    /// The platform's identifier of the message; together with `channel` it is handled at most once.
    public var id: String
    /// The sender's account as the directory writes it, `dingtalk:manager4220`; nothing for an outsider whom
    /// the platform does not identify.
    public var account: String?
    /// The display name the platform gives, for a polite answer only. Never an authority.
    public var displayName: String?
    /// The chat it was said in; one-to-one chats have one as well.
    public var chat: String
    public var isGroup: Bool
    public var content: Content
    /// Whether pictures came with a text; only the text is understood.
    public var hasPictures: Bool
    /// What can be fetched of what came with it, in the order it stands there.
    public var attachments: [MessageAttachment]
    /// What stands in the message that this one answers (引用), where the platform gives it. Anybody's words, so that it
    /// may say what a question is about and do nothing else.
    public var quote: String?
    /// Whether people may tell the platform what they think of the answer. What was understood is kept with such a reply.
    public var takesFeedback: Bool
    /// Where later answers may be posted, as the message gave it. The platform checks its host.
    public var replyAddress: ReplyAddress?
    /// Whether it is a pressed button of a notice, on a platform that does not tell of what kind the chat of a press is: then it
    /// counts as a group's, though mostly it is the person's own.
    public var isOnNotice: Bool

    public init(
        channel: String, id: String, account: String?, displayName: String? = nil, chat: String,
        isGroup: Bool = false, content: Content, hasPictures: Bool = false, quote: String? = nil,
        takesFeedback: Bool = false, replyAddress: ReplyAddress? = nil,
        attachments: [MessageAttachment] = [], isOnNotice: Bool = false
    ) {
        self.channel = channel
        self.id = id
        self.account = account
        self.displayName = displayName
        self.chat = chat
        self.isGroup = isGroup
        self.content = content
        self.hasPictures = hasPictures
        self.quote = quote
        self.takesFeedback = takesFeedback
        self.replyAddress = replyAddress
        self.attachments = attachments
        self.isOnNotice = isOnNotice
    }

    /// What was sent.
    public enum Content: Sendable, Equatable {
        case text(String)
        /// The person opened the chat (first time that day).
        case opened
        /// A voice message with the text the platform recognised, if any.
        case speech(recognised: String?)
        case picture
        case file
        /// A kind that the bot can do nothing with, by the platform's name for it.
        case other(kind: String)
    }

    /// An address for later answers and until when it works.
    public struct ReplyAddress: Sendable, Equatable, Codable {
        public var url: String
        public var expires: Timestamp?
        /// Until then the platform asks for the answer itself, and nothing is posted.
        public var opens: Timestamp?

        public init(url: String, expires: Timestamp? = nil, opens: Timestamp? = nil) {
            self.url = url
            self.expires = expires
            self.opens = opens
        }
    }
}
