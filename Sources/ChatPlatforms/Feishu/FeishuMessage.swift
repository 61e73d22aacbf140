import Earshot

/// The event of a message (`im.message.receive_v1`). Fields that a message can do without are read leniently.
struct FeishuMessage: Decodable {
    private let sender: Sender
    private let message: Message

    private struct Sender: Decodable {
        let person: FeishuPerson?
        let kind: String?
        let tenant: String?

        private enum Key: String, CodingKey {
            case person = "sender_id"
            case kind = "sender_type"
            case tenant = "tenant_key"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            person = fields.ifUsable(FeishuPerson.self, .person)
            kind = fields.ifUsable(String.self, .kind)
            tenant = fields.ifUsable(String.self, .tenant)
        }
    }

    private struct Message: Decodable {
        let id: String
        let chat: String
        let isGroup: Bool
        let kind: String
        /// JSON again, as a text.
        let content: [UInt8]
        let mentions: [FeishuMention]

        private enum Key: String, CodingKey {
            case content, mentions
            case id = "message_id"
            case chat = "chat_id"
            case chatType = "chat_type"
            case kind = "message_type"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            id = try fields.identifier(.id)
            chat = try fields.identifier(.chat)
            kind = try fields.identifier(.kind)
            isGroup = fields.ifUsable(String.self, .chatType) != "p2p"
            content = Array((fields.ifUsable(String.self, .content) ?? "").utf8)
            mentions = fields.ifUsable([FeishuMention].self, .mentions) ?? []
        }
    }

    /// The message as the heart understands it.
    ///
    /// - Parameter botOpenID: The bot's own identifier, if it is known: then what a group says to others is left alone.
    func callback(
        _ header: FeishuEnvelope.Header, channel: String, botOpenID: String?
    ) -> FeishuCallback {
        // Bots do not talk to bots.
        if let kind = sender.kind, kind != "user" {
            return .notice("message of \(kind.beginning(bytes: 32))")
        }
        let mentions = FeishuMentions(message.mentions, botOpenID: botOpenID)
        guard let content = content(mentions) else { return .notice(message.kind.beginning(bytes: 64)) }
        if message.isGroup, !mentions.isToBot(content.raw) { return .notice("said to others") }
        let isColleague = sender.tenant == nil || sender.tenant == header.tenant
        return .message(
            InboundMessage(
                channel: channel, id: message.id, account: sender.person?.account(isColleague: isColleague),
                chat: message.chat, isGroup: message.isGroup, content: content.content,
                hasPictures: content.hasPictures, attachments: content.attachments))
    }

    /// What came in a message.
    private struct Content {
        let content: InboundMessage.Content
        /// Its text before the mentions were replaced.
        var raw = ""
        var hasPictures = false
        var attachments: [MessageAttachment] = []
    }

    /// Nothing when the content is not as its kind is.
    private func content(_ mentions: FeishuMentions) -> Content? {
        switch message.kind {
        case "text":
            guard let text = CallbackJSON.decode(Text.self, from: message.content)?.text else { return nil }
            return Content(content: .text(said(text, mentions)), raw: text)
        case "post":
            guard let post = CallbackJSON.decode(FeishuPost.self, from: message.content) else { return nil }
            let text = said(post.text, mentions)
            let isPicture = text.isEmpty && post.hasPicture
            return Content(
                content: isPicture ? .picture : .text(text), raw: post.text,
                hasPictures: post.hasPicture && !isPicture, attachments: post.pictures)
        case "image": return attached(.picture, as: .picture)
        case "file": return attached(.file, as: .file)
        case "audio": return attached(.speech(recognised: nil), as: .recording)
        default: return Content(content: .other(kind: message.kind.beginning(bytes: 64)))
        }
    }

    private func attached(_ content: InboundMessage.Content, as kind: MessageAttachment.Kind) -> Content {
        let keys = CallbackJSON.decode(Keys.self, from: message.content)
        let key = kind == .picture ? keys?.picture : keys?.file
        return Content(
            content: content, attachments: MessageAttachment(kind, at: key).map { [$0] } ?? [])
    }

    private struct Keys: Decodable {
        let picture: String?
        let file: String?

        private enum CodingKeys: String, CodingKey {
            case picture = "image_key"
            case file = "file_key"
        }
    }

    private func said(_ text: String, _ mentions: FeishuMentions) -> String {
        mentions.replaced(in: text, isGroup: message.isGroup).trimmedOfWhitespace
    }

    private struct Text: Decodable {
        let text: String
    }
}
