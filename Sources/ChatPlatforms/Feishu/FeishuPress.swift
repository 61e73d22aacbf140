import Earshot

/// The event of a pressed button (`card.action.trigger`).
struct FeishuPress: Decodable {
    private let person: FeishuPerson?
    private let tenant: String?
    private let chat: String?
    private let message: String?
    private let choice: FeishuChoice?

    private enum Key: String, CodingKey {
        case context, action, value
        case person = "operator"
        case tenant = "tenant_key"
        case chat = "open_chat_id"
        case message = "open_message_id"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        person = fields.ifUsable(FeishuPerson.self, .person)
        tenant = (try? fields.nestedContainer(keyedBy: Key.self, forKey: .person))?
            .ifUsable(String.self, .tenant)
        let context = try? fields.nestedContainer(keyedBy: Key.self, forKey: .context)
        chat = try? context?.identifier(.chat)
        message = try? context?.identifier(.message)
        choice = (try? fields.nestedContainer(keyedBy: Key.self, forKey: .action))?
            .ifUsable(FeishuChoice.self, .value)
    }

    /// The press as the heart understands it.
    func callback(_ header: FeishuEnvelope.Header, channel: String) -> FeishuCallback {
        guard let choice, let chat else { return .notice(header.kind) }
        let isColleague = tenant == nil || tenant == header.tenant
        // A card that was forwarded out of a one-to-one chat is nothing to write anew elsewhere.
        let isAtHome = choice.chat == nil || choice.chat == chat
        return .pressed(
            InboundMessage(
                channel: channel, id: header.id, account: person?.account(isColleague: isColleague),
                chat: chat,
                isGroup: choice.chat != chat, content: .text(choice.text), isOnNotice: choice.isNotice),
            of: FeishuPressedCard(
                answered: isAtHome ? choice.answered : nil, message: message,
                userID: isColleague ? person?.userID : nil, openID: person?.openID))
    }
}
