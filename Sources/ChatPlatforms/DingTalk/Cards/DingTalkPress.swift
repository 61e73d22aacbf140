import Crypto
import Earshot

/// The body of a card's callback. Fields that a press can do without are read leniently.
struct DingTalkPress: Decodable {
    private let kind: String
    private let company: String?
    private let user: String?
    private let words: String?

    private enum Key: String, CodingKey {
        case type, corpId, userId, userIdType, content
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        kind = try fields.identifier(.type)
        company = fields.ifUsable(String.self, .corpId)
        // 1 is the company's own identifier, the usual one; others are no accounts.
        // A kind that cannot be read is none of our own.
        let isUserID =
            (try? fields.decodeIfPresent(LenientInteger.self, forKey: .userIdType)).map { $0?.value ?? 1 }
            == 1
        user = isUserID ? try? fields.identifier(.userId) : nil
        // JSON again, as a text.
        words =
            fields.ifUsable(String.self, .content)
            .flatMap { CallbackJSON.decode(Content.self, from: Array($0.utf8)) }?.words
    }

    /// The press as the heart understands it.
    ///
    /// - Parameter company: The company of its own people.
    func callback(id: String, company: String, channel: String) -> DingTalkCardCallback {
        guard kind == "actionCallback" else { return .notice(String(kind.prefix(64))) }
        guard let words else { return .notice("a button that stands for no message") }
        guard let user, self.company == company else { return .pressedByOutsider }
        return .pressed(
            InboundMessage(
                channel: channel, id: id, account: "dingtalk:\(user)", chat: "single:\(user)",
                content: .text(words)))
    }

    /// A press has no identifier of its own: its time and the whole of it stand for it.
    static func id(of body: [UInt8], at timestamp: String) -> String {
        "press-" + Hexadecimal.encode(Digest.sha256(of: Array("\(timestamp)\n".utf8) + body))
    }

    /// What a button carries: a parameter `say` is the message that it stands for.
    private struct Content: Decodable {
        let words: String?

        private enum Key: String, CodingKey {
            case cardPrivateData, params, say
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
                .nestedContainer(keyedBy: Key.self, forKey: .cardPrivateData)
                .nestedContainer(keyedBy: Key.self, forKey: .params)
            let said = fields.ifUsable(String.self, .say)?.trimmedOfWhitespace
            words = said?.isEmpty == false ? said : nil
        }
    }
}
