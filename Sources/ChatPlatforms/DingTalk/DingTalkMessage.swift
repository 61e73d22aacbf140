import Earshot

/// The body of a robot callback. Fields that a message can do without are read leniently.
struct DingTalkMessage: Decodable {
    private let kind: String
    private let id: String
    private let conversation: String
    private let isGroup: Bool
    private let staff: String?
    private let nick: String?
    private let webhook: String?
    private let webhookExpires: Int64?
    private let error: String?
    private let text: String?
    private let content: Content?

    /// Identifiers are kept and indexed; longer ones than this are not the platform's.
    private static let longestIdentifier = 512

    private enum Key: String, CodingKey {
        case msgtype, msgId, conversationId, conversationType, senderStaffId, senderCorpId, chatbotCorpId
        case senderNick, sessionWebhook, sessionWebhookExpiredTime, errorCode, text, content
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        func identifier(_ key: Key) throws -> String {
            let value = try fields.decode(String.self, forKey: key)
            guard (1...DingTalkMessage.longestIdentifier).contains(value.utf8.count) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: fields, debugDescription: "empty or too long")
            }
            return value
        }
        kind = try identifier(.msgtype)
        id = try identifier(.msgId)
        conversation = try identifier(.conversationId)
        isGroup = fields.ifUsable(LenientInteger.self, .conversationType)?.value == 2
        nick = fields.ifUsable(String.self, .senderNick)
        webhook = fields.ifUsable(String.self, .sessionWebhook)
        webhookExpires = fields.ifUsable(LenientInteger.self, .sessionWebhookExpiredTime)?.value
        error =
            fields.ifUsable(String.self, .errorCode)
            ?? fields.ifUsable(Int64.self, .errorCode).map { String($0) }
        text = fields.ifUsable(Text.self, .text)?.content
        content = fields.ifUsable(Content.self, .content)

        // A staff id counts only within the robot's own company; another's could be the same by chance.
        let company = fields.ifUsable(String.self, .senderCorpId)
        let own = fields.ifUsable(String.self, .chatbotCorpId)
        let staff = fields.ifUsable(String.self, .senderStaffId)
        let isColleague = company == nil || company == own
        self.staff = isColleague && staff?.isEmpty == false ? staff : nil
        if let staff = self.staff, staff.utf8.count > DingTalkMessage.longestIdentifier {
            throw DecodingError.dataCorruptedError(
                forKey: .senderStaffId, in: fields, debugDescription: "too long")
        }
    }

    /// The message as the heart understands it.
    func callback(channel: String) -> RobotCallback {
        // 20001: the company's quota is used up, and the message comes without its text.
        if let error { return .notice("error \(error)") }
        guard let said else { return .notice(kind) }
        return .message(
            InboundMessage(
                channel: channel, id: id, account: staff.map { "dingtalk:\($0)" }, displayName: nick,
                chat: chat, isGroup: isGroup, content: said, hasPictures: hasPictures(beside: said),
                replyAddress: webhook.map {
                    InboundMessage.ReplyAddress(
                        url: $0, expires: webhookExpires.map(Timestamp.init(milliseconds:)))
                }, attachments: attachments))
    }

    /// One to one it is the person's, as for a pressed button, which does not name the conversation it stands in.
    private var chat: String {
        guard !isGroup, let staff else { return conversation }
        return "single:\(staff)"
    }

    private func hasPictures(beside said: InboundMessage.Content) -> Bool {
        guard kind == "richText", case .text = said else { return false }
        return content?.richText?.contains { $0.text == nil } ?? false
    }

    /// The most parts of a rich text that are looked at for pictures.
    private static let mostParts = 100

    private var attachments: [MessageAttachment] {
        switch kind {
        case "picture": [MessageAttachment(.picture, at: content?.downloadCode)].compactMap(\.self)
        case "file": [MessageAttachment(.file, at: content?.downloadCode)].compactMap(\.self)
        case "audio": [MessageAttachment(.recording, at: content?.downloadCode)].compactMap(\.self)
        case "richText":
            content?.richText?.prefix(DingTalkMessage.mostParts)
                .compactMap { MessageAttachment(.picture, at: $0.downloadCode) } ?? []
        default: []
        }
    }

    private var said: InboundMessage.Content? {
        switch kind {
        case "text": text.map { .text($0.trimmedOfWhitespace) }
        case "richText":
            content?.richText.map { parts in
                let text = parts.compactMap(\.text).joined().trimmedOfWhitespace
                return text.isEmpty && parts.contains { $0.text == nil } ? .picture : .text(text)
            }
        case "picture": .picture
        case "audio": .speech(recognised: content?.recognition?.trimmedOfWhitespace)
        case "file": .file
        case "video": .other(kind: kind)
        default: nil
        }
    }

    private struct Text: Decodable {
        let content: String
    }

    private struct Content: Decodable {
        let richText: [Part]?
        let recognition: String?
        let downloadCode: String?

        struct Part: Decodable {
            let text: String?
            let downloadCode: String?
        }
    }
}
