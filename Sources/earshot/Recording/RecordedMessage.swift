import Earshot

/// A message and its answer, as a line of a recording.
struct RecordedMessage: Codable, Sendable {
    /// When it was answered, in milliseconds since 1970: what "now" was for everything about it.
    var at: Int64
    var channel: String
    var id: String
    var account: String?
    var displayName: String?
    var chat: String
    var isGroup: Bool
    var kind: Kind
    /// What was written or recognised, or the platform's name of the kind.
    var text: String?
    var hasPictures: Bool
    var quote: String?
    var takesFeedback: Bool
    /// Nothing for no.
    var isOnNotice: Bool?
    /// How many attachments came with it, which are not recorded.
    var attachments: Int
    var reply: Reply

    enum Kind: String, Codable, Sendable {
        case text, opened, speech, picture, file, other
    }

    init(_ message: InboundMessage, at moment: Timestamp, reply: Reply) {
        at = moment.milliseconds
        (channel, id, account) = (message.channel, message.id, message.account)
        (displayName, chat, isGroup) = (message.displayName, message.chat, message.isGroup)
        (hasPictures, quote, takesFeedback) = (message.hasPictures, message.quote, message.takesFeedback)
        isOnNotice = message.isOnNotice ? true : nil
        attachments = message.attachments.count
        self.reply = reply
        switch message.content {
        case .text(let text): (kind, self.text) = (.text, text)
        case .opened: kind = .opened
        case .speech(let recognised): (kind, text) = (.speech, recognised)
        case .picture: kind = .picture
        case .file: kind = .file
        case .other(let name): (kind, text) = (.other, name)
        }
    }

    /// The message as it came, without what nobody can fetch any more.
    var message: InboundMessage {
        let content: InboundMessage.Content =
            switch kind {
            case .text: .text(text ?? "")
            case .opened: .opened
            case .speech: .speech(recognised: text)
            case .picture: .picture
            case .file: .file
            case .other: .other(kind: text ?? "")
            }
        return InboundMessage(
            channel: channel, id: id, account: account, displayName: displayName, chat: chat,
            isGroup: isGroup, content: content, hasPictures: hasPictures, quote: quote,
            takesFeedback: takesFeedback, isOnNotice: isOnNotice ?? false)
    }
}
