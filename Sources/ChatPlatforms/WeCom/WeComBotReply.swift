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
        let stream = streamed(id: id, reply, isFinished: isFinished, feedback: feedback, texts: texts)
        return (["msgtype": "stream", "stream": stream] as JSON).bytes
    }

    private static func streamed(
        id: String, _ reply: Reply, isFinished: Bool, feedback: String?, texts: ReplyTexts
    ) -> JSON {
        let text = MarkdownDialect.weCom.write(reply.blocks, limit: longestMarkdown, more: texts.more)
        return .object([
            "content": .string(text), "feedback": feedback.map { ["id": .string($0)] },
            "finish": .bool(isFinished), "id": .string(id),
        ])
    }

    /// A whole streamed answer whose choices do something about a matter, with a card for them beside it; nothing for any
    /// other, and where they fit on no card.
    ///
    /// - Parameter task: A name for the card; see `task(of:)`.
    public static func stream(
        id: String, _ reply: Reply, buttonsNamed task: String, feedback: String? = nil, texts: ReplyTexts
    ) -> [UInt8]? {
        guard reply.actions != nil, let buttons = reply.buttons,
            let card = WeComCard(buttons, task: besidePrefix + task, texts: texts)
        else { return nil }
        let stream = streamed(
            id: id, reply.withoutChoices, isFinished: true, feedback: feedback, texts: texts)
        let answer: JSON = [
            "msgtype": "stream_with_template_card", "stream": stream, "template_card": card.json,
        ]
        return answer.bytes
    }

    private static let taskPrefix = "hello-"
    /// Marks the names of cards that have the choices alone, beside an answer.
    private static let besidePrefix = "do-"
    /// In bytes; of letters, digits, `_-@`.
    private static let longestTask = 128

    /// A name for the card of an answer, unique for the bot, by which the answer is found again: that of a stream. Nothing
    /// where it is longer than the platform takes.
    public static func task(of answer: WeComStream, to bot: WeComBot) throws -> String? {
        let task = taskPrefix + (try answer.id(of: bot))
        return besidePrefix.utf8.count + task.utf8.count <= longestTask ? task : nil
    }

    /// The answer whose card has a name that this bot gave; nothing for any other name.
    public static func answer(ofTask task: String, to bot: WeComBot) -> WeComStream? {
        let name = task.dropFirst(task.hasPrefix(besidePrefix) ? besidePrefix.count : 0)
        guard name.hasPrefix(taskPrefix), task.utf8.count <= longestTask else { return nil }
        return WeComStream(id: String(name.dropFirst(taskPrefix.count)), of: bot)
    }

    /// The answer to an opened chat: a card with buttons when the reply fits on one, otherwise text.
    ///
    /// - Parameter task: A name for the card; see `task(of:)`.
    public static func greeting(
        _ reply: Reply, task: String, texts: ReplyTexts
    ) -> [UInt8] {
        if let card = WeComCard(reply, task: task, texts: texts) {
            return (["msgtype": "template_card", "template_card": card.json] as JSON).bytes
        }
        let text = PlainDialect().write(reply.blocks, limit: longestText, more: texts.more)
        return (["msgtype": "text", "text": ["content": .string(text)]] as JSON).bytes
    }

    /// The answer to a press on a card: the same card for the person who pressed, with how the matter stands, or else what was
    /// chosen, in the place of its buttons; where nothing was done about the matter the other buttons stay. Nothing where no
    /// button of it stands for the message, or where it was no card.
    ///
    /// - Parameters:
    ///   - reply: What the card is of.
    ///   - standing: How the matter stands now; nothing where nothing was done.
    ///   - task: The card's name, as the press gave it.
    /// - Throws: what the words do.
    public static func pressed(
        _ reply: Reply, choosing message: String, standing: String? = nil, task: String, texts: ReplyTexts
    ) throws -> [UInt8]? {
        guard let choice = reply.choice(saying: message),
            let shown = task.hasPrefix(besidePrefix) ? reply.buttons : reply,
            let card = WeComCard(shown, task: task, texts: texts)
        else { return nil }
        let chosen = try texts.chosen(choice.label)
        let changed =
            if let standing {
                card.settled(standing)
            } else if reply.actions != nil {
                card.pressed(choice, chosen)
            } else {
                card.pressed(chosen)
            }
        return (["response_type": "update_template_card", "template_card": changed.json] as JSON).bytes
    }

    /// What is posted to a message's `response_url`, which takes it unencrypted, once, within an hour.
    ///
    /// - Parameters:
    ///   - feedback: What comes back with what people think of the answer.
    ///   - task: A name for the card of an answer whose choices do something about a matter, where all of it fits on one;
    ///     nothing where a group reads it, as only one-to-one chats take cards there.
    public static func active(
        _ reply: Reply, feedback: String? = nil, task: String? = nil, texts: ReplyTexts
    ) -> [UInt8] {
        if let task, reply.actions != nil, let card = WeComCard(reply, task: task, texts: texts) {
            return (["msgtype": "template_card", "template_card": card.json] as JSON).bytes
        }
        let text = MarkdownDialect.weCom.write(reply.blocks, limit: longestMarkdown, more: texts.more)
        let markdown = JSON.object([
            "content": .string(text), "feedback": feedback.map { ["id": .string($0)] },
        ])
        return (["markdown": markdown, "msgtype": "markdown"] as JSON).bytes
    }
}
