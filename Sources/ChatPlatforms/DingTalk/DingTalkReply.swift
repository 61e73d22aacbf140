public import Earshot
import JSON

/// A reply in the form that DingTalk takes: in the HTTP response of a callback and at its sessionWebhook.
public enum DingTalkReply {
    /// The longest text in bytes. The platform documents 15,000 for one way of sending and none for others.
    public static let longestText = 15_000
    /// The answer that says nothing.
    public static let nothing = Array(#"{"msgtype":"empty"}"#.utf8)

    /// The JSON of a reply: a card with buttons where choices fit on them, otherwise Markdown.
    ///
    /// - Parameter isGroup: Buttons send their text as the person would. In a group the robot hears only
    ///   what mentions it, so there the choices are a list to be answered by number.
    public static func encode(_ reply: Reply, isGroup: Bool, texts: ReplyTexts) -> [UInt8] {
        guard !reply.blocks.isEmpty else { return nothing }
        if !isGroup, let card = card(reply, texts: texts) {
            return (["actionCard": card, "msgtype": "actionCard"] as JSON).bytes
        }
        let text = MarkdownDialect.dingTalk.write(reply.blocks, limit: longestText, more: texts.more)
        let markdown: JSON = ["text": .string(text), "title": .string(reply.headline)]
        return (["markdown": markdown, "msgtype": "markdown"] as JSON).bytes
    }

    /// The JSON of a reply without markup, for ways of sending that know none.
    public static func encodePlain(_ reply: Reply, texts: ReplyTexts) -> [UInt8] {
        guard !reply.blocks.isEmpty else { return nothing }
        let text = PlainDialect().write(reply.blocks, limit: longestText, more: texts.more)
        return (["msgtype": "text", "text": ["content": .string(text)]] as JSON).bytes
    }

    private static func card(_ reply: Reply, texts: ReplyTexts) -> JSON? {
        guard let card = DingTalkCard(reply, limit: longestText, texts: texts) else { return nil }
        let buttons = card.buttons.map { button -> JSON in
            ["actionURL": .string(button.address), "title": .string(button.title)]
        }
        return [
            // One above the other.
            "btnOrientation": "0", "btns": .array(buttons),
            "text": .string(card.text), "title": .string(card.title),
        ]
    }
}
