public import Earshot
import JSON

/// A reply in the forms that a WeCom bot may answer with, before encryption.
///
/// Source: developer.work.weixin.qq.com, documents 101031 and 101138.
public enum WeComBotReply {
    /// The longest Markdown of a stream or an active answer, in bytes.
    public static let longestMarkdown = 20_480
    /// The longest plain text, in bytes: the limit that the platform names for texts elsewhere.
    public static let longestText = 2048

    /// A part of a streamed answer; it replaces what was shown before.
    ///
    /// - Parameter feedback: What comes back with what people think of the answer; only in its first part.
    public static func stream(
        id: String, _ reply: Reply, isFinished: Bool, feedback: String? = nil, texts: ReplyTexts
    ) -> [UInt8] {
        let text = MarkdownDialect.weCom.write(reply.blocks, limit: longestMarkdown, more: texts.more)
        let stream = JSON.object([
            "content": .string(text), "feedback": feedback.map { ["id": .string($0)] },
            "finish": .bool(isFinished), "id": .string(id),
        ])
        return (["msgtype": "stream", "stream": stream] as JSON).bytes
    }

    /// The answer to an opened chat: a card with buttons when the reply fits on one, otherwise text.
    ///
    /// - Parameter task: A name for the card, unique for the bot: letters, digits, `_-@`, up to 128 bytes.
    public static func greeting(
        _ reply: Reply, task: String, texts: ReplyTexts
    ) -> [UInt8] {
        if let card = WeComCard(reply, task: task) {
            return (["msgtype": "template_card", "template_card": card.json] as JSON).bytes
        }
        let text = PlainDialect().write(reply.blocks, limit: longestText, more: texts.more)
        return (["msgtype": "text", "text": ["content": .string(text)]] as JSON).bytes
    }

    /// What is posted to a message's `response_url`, which takes it unencrypted, once, within an hour.
    ///
    /// - Parameter feedback: What comes back with what people think of the answer.
    public static func active(_ reply: Reply, feedback: String? = nil, texts: ReplyTexts) -> [UInt8] {
        let text = MarkdownDialect.weCom.write(reply.blocks, limit: longestMarkdown, more: texts.more)
        let markdown = JSON.object([
            "content": .string(text), "feedback": feedback.map { ["id": .string($0)] },
        ])
        return (["markdown": markdown, "msgtype": "markdown"] as JSON).bytes
    }
}
