public import Earshot

/// A reply in the forms that a WeCom bot may answer with, before encryption.
///
/// Source: developer.work.weixin.qq.com, documents 101031 and 101138.
public enum WeComBotReply {
    /// The longest Markdown of a stream or an active answer, in bytes.
    public static let longestMarkdown = 20_480
    /// The longest plain text, in bytes: the limit that the platform names for texts elsewhere.
    public static let longestText = 2048

    /// A part of a streamed answer; it replaces what was shown before.
    public static func stream(
        id: String, _ reply: Reply, isFinished: Bool, texts: ReplyTexts
    ) throws -> [UInt8] {
        let text = MarkdownDialect.weCom.write(reply.blocks, limit: longestMarkdown, more: texts.more)
        return try CallbackJSON.encode(
            StreamMessage(stream: StreamMessage.Stream(id: id, finish: isFinished, content: text)))
    }

    /// The answer to an opened chat: a card with buttons when the reply fits on one, otherwise text.
    ///
    /// - Parameter task: A name for the card, unique for the bot: letters, digits, `_-@`, up to 128 bytes.
    public static func greeting(
        _ reply: Reply, task: String, texts: ReplyTexts
    ) throws -> [UInt8] {
        if let card = WeComCard(reply, task: task) {
            return try CallbackJSON.encode(CardMessage(templateCard: card))
        }
        let text = PlainDialect().write(reply.blocks, limit: longestText, more: texts.more)
        return try CallbackJSON.encode(TextMessage(text: TextMessage.Text(content: text)))
    }

    /// What is posted to a message's `response_url`, which takes it unencrypted, once, within an hour.
    public static func active(_ reply: Reply, texts: ReplyTexts) throws -> [UInt8] {
        let text = MarkdownDialect.weCom.write(reply.blocks, limit: longestMarkdown, more: texts.more)
        return try CallbackJSON.encode(MarkdownMessage(markdown: MarkdownMessage.Markdown(content: text)))
    }

    private struct StreamMessage: Encodable {
        let msgtype = "stream"
        let stream: Stream

        struct Stream: Encodable {
            let id: String
            let finish: Bool
            let content: String
        }
    }

    private struct CardMessage: Encodable {
        let msgtype = "template_card"
        let templateCard: WeComCard

        enum CodingKeys: String, CodingKey {
            case msgtype
            case templateCard = "template_card"
        }
    }

    private struct TextMessage: Encodable {
        let msgtype = "text"
        let text: Text

        struct Text: Encodable {
            let content: String
        }
    }

    private struct MarkdownMessage: Encodable {
        let msgtype = "markdown"
        let markdown: Markdown

        struct Markdown: Encodable {
            let content: String
        }
    }
}
