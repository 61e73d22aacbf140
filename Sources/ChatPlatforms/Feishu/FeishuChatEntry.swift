import Earshot

/// The event of an opened one-to-one chat (`im.chat.access_event.bot_p2p_chat_entered_v1`).
struct FeishuChatEntry: Decodable {
    private let chat: String
    private let person: FeishuPerson?

    private enum Key: String, CodingKey {
        case chat = "chat_id"
        case person = "operator_id"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        chat = try fields.identifier(.chat)
        person = fields.ifUsable(FeishuPerson.self, .person)
    }

    /// The entry as the heart understands it. It names no company; user ids are given under a permission that covers the
    /// own company's members.
    func callback(_ header: FeishuEnvelope.Header, channel: String) -> FeishuCallback {
        .opened(
            InboundMessage(
                channel: channel, id: header.id, account: person?.account(isColleague: true), chat: chat,
                content: .opened))
    }
}
