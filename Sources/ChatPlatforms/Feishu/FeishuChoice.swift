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

    public init(_ text: String, inOneToOneChat chat: String?) {
        self.text = text
        self.chat = chat
    }

    /// The button's `value`.
    public var json: JSON {
        .object(["chat": chat.map { .string($0) }, "say": .string(text)])
    }
}

extension FeishuChoice: Decodable {
    private enum Key: String, CodingKey {
        case say, chat
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        text = try fields.decode(String.self, forKey: .say).trimmedOfWhitespace
        chat = fields.ifUsable(String.self, .chat)
        guard !text.isEmpty else {
            throw DecodingError.dataCorruptedError(forKey: .say, in: fields, debugDescription: "says nothing")
        }
    }
}
