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

    private static let taskPrefix = "hello-"
    /// In bytes; of letters, digits, `_-@`.
    private static let longestTask = 128

    /// A name for the card of an answer, unique for the bot, by which the answer is found again: that of a stream. Nothing
    /// where it is longer than the platform takes.
    public static func task(of answer: WeComStream, to bot: WeComBot) throws -> String? {
        let task = taskPrefix + (try answer.id(of: bot))
        return task.utf8.count <= longestTask ? task : nil
    }

    /// The answer whose card has a name that this bot gave; nothing for any other name.
    public static func answer(ofTask task: String, to bot: WeComBot) -> WeComStream? {
        guard task.hasPrefix(taskPrefix), task.utf8.count <= longestTask else { return nil }
        return WeComStream(id: String(task.dropFirst(taskPrefix.count)), of: bot)
    }

    /// The answer to an opened chat: a card with buttons when the reply fits on one, otherwise text.
    ///
    /// - Parameter task: A name for the card; see `task(of:)`.
    public static func greeting(
        _ reply: Reply, task: String, texts: ReplyTexts
    ) -> [UInt8] {
        if let card = WeComCard(reply, task: task) {
            return (["msgtype": "template_card", "template_card": card.json] as JSON).bytes
        }
        let text = PlainDialect().write(reply.blocks, limit: longestText, more: texts.more)
        return (["msgtype": "text", "text": ["content": .string(text)]] as JSON).bytes
    }

    /// The answer to a press on a greeting's card: the same card, with what was chosen in the place of its buttons, for the
    /// person who pressed. Nothing where no button of it stands for the message, or where it was no card.
    ///
    /// - Parameter task: The card's name, as the press gave it.
    /// - Throws: what the words do.
    public static func pressed(
        _ reply: Reply, choosing message: String, task: String, texts: ReplyTexts
    ) throws -> [UInt8]? {
        guard let choice = reply.choice(saying: message), let card = WeComCard(reply, task: task) else {
            return nil
        }
        let changed = card.pressed(try texts.chosen(choice.label))
        return (["response_type": "update_template_card", "template_card": changed.json] as JSON).bytes
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
