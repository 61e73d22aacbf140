public import JSON

/// What a button of one of our cards carries in its `value`: the message it stands for, and where it was put.
public struct FeishuChoice: Sendable, Hashable {
    /// What pressing it says.
    public var text: String
    /// The one-to-one chat the card was sent to; nothing for a group.
    ///
    /// A press does not say of what kind its chat is, and cards can be forwarded: only where the chat is still this one
    /// may the answer be what nobody else shall read.
    public var chat: String?
    /// The message that the card answers, by which it is found when it is to be changed; nothing for a card that answers
    /// none.
    public var answered: String?
    /// Whether the card is a notice, which goes to a person whose chat is not known when it is written.
    ///
    /// It allows nothing: what is not answered in groups is not answered to such a press either, but asked for.
    public var isNotice: Bool

    public init(
        _ text: String, inOneToOneChat chat: String?, answering message: String? = nil, isNotice: Bool = false
    ) {
        self.text = text
        self.chat = chat
        answered = message
        self.isNotice = isNotice
    }

    /// The button's `value`.
    public var json: JSON {
        .object([
            "answers": answered.map { .string($0) }, "chat": chat.map { .string($0) },
            "notice": isNotice ? .bool(true) : nil, "say": .string(text),
        ])
    }
}

extension FeishuChoice: Decodable {
    private enum Key: String, CodingKey {
        case say, chat, answers, notice
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        text = try fields.decode(String.self, forKey: .say).trimmedOfWhitespace
        chat = fields.ifUsable(String.self, .chat)
        answered = fields.ifUsable(String.self, .answers)
        isNotice = fields.ifUsable(Bool.self, .notice) ?? false
        guard !text.isEmpty else {
            throw DecodingError.dataCorruptedError(forKey: .say, in: fields, debugDescription: "says nothing")
        }
    }
}
