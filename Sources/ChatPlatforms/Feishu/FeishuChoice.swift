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

    public init(_ text: String, inOneToOneChat chat: String?, answering message: String? = nil) {
        self.text = text
        self.chat = chat
        answered = message
    }

    /// The button's `value`.
    public var json: JSON {
        .object([
            "answers": answered.map { .string($0) }, "chat": chat.map { .string($0) }, "say": .string(text),
        ])
    }
}

extension FeishuChoice: Decodable {
    private enum Key: String, CodingKey {
        case say, chat, answers
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        text = try fields.decode(String.self, forKey: .say).trimmedOfWhitespace
        chat = fields.ifUsable(String.self, .chat)
        answered = fields.ifUsable(String.self, .answers)
        guard !text.isEmpty else {
            throw DecodingError.dataCorruptedError(forKey: .say, in: fields, debugDescription: "says nothing")
        }
    }
}
