public import Earshot

/// A reply in the form that DingTalk takes: in the HTTP response of a callback and at its sessionWebhook.
public enum DingTalkReply {
    /// The longest text in bytes. The platform documents 15,000 for one way of sending and none for others.
    public static let longestText = 15_000
    /// The most buttons of a card that still look like one.
    public static let mostButtons = 5

    /// The answer that says nothing.
    public static let nothing = Array(#"{"msgtype":"empty"}"#.utf8)

    /// The JSON of a reply: a card with buttons where choices fit on them, otherwise Markdown.
    ///
    /// - Parameter isGroup: Buttons send their text as the person would. In a group the robot hears only
    ///   what mentions it, so there the choices are a list to be answered by number.
    public static func encode(
        _ reply: Reply, isGroup: Bool, texts: ReplyTexts
    ) throws -> [UInt8] {
        guard !reply.blocks.isEmpty else { return nothing }
        if !isGroup, let card = Card(reply, texts: texts) {
            return try CallbackJSON.encode(CardMessage(actionCard: card))
        }
        let text = MarkdownDialect.dingTalk.write(reply.blocks, limit: longestText, more: texts.more)
        return try CallbackJSON.encode(
            MarkdownMessage(markdown: Markdown(title: title(of: reply), text: text)))
    }

    /// The JSON of a reply without markup, for ways of sending that know none.
    public static func encodePlain(_ reply: Reply, texts: ReplyTexts) throws -> [UInt8] {
        guard !reply.blocks.isEmpty else { return nothing }
        let text = PlainDialect().write(reply.blocks, limit: longestText, more: texts.more)
        return try CallbackJSON.encode(TextMessage(text: TextMessage.Text(content: text)))
    }

    /// What the list of chats shows.
    private static func title(of reply: Reply) -> String {
        let first = reply.blocks.lazy.compactMap { block -> String? in
            switch block {
            case .title(let text), .text(let text), .item(let text), .quote(let text, _): text
            case .figure(let label, let value): "\(label) \(value)"
            case .choices(let prompt, _): prompt
            }
        }.first
        return Disarmed.text(String((first ?? "").prefix(60)), atStartOfLine: false)
    }

    private struct Card: Encodable {
        let title: String
        let text: String
        /// One above the other.
        let btnOrientation = "0"
        let btns: [Button]

        struct Button: Encodable {
            let title: String
            let actionURL: String
        }

        init?(_ reply: Reply, texts: ReplyTexts) {
            guard case .choices(let prompt, let choices)? = reply.blocks.last,
                (1...mostButtons).contains(choices.count), reply.blocks.count > 1
            else { return nil }
            var blocks = reply.blocks.dropLast()
            if !prompt.isEmpty { blocks.append(.text(prompt)) }
            title = DingTalkReply.title(of: reply)
            text = MarkdownDialect.dingTalk.write(Array(blocks), limit: longestText, more: texts.more)
            btns = choices.map { choice in
                Button(
                    title: Disarmed.text("\(choice.number) \(choice.label)", atStartOfLine: false),
                    actionURL: "dtmd://dingtalkclient/sendMessage?content="
                        + PercentEncoding.encode(choice.text))
            }
        }
    }

    private struct CardMessage: Encodable {
        let msgtype = "actionCard"
        let actionCard: Card
    }

    private struct Markdown: Encodable {
        let title: String
        let text: String
    }

    private struct MarkdownMessage: Encodable {
        let msgtype = "markdown"
        let markdown: Markdown
    }

    private struct TextMessage: Encodable {
        let msgtype = "text"
        let text: Text

        struct Text: Encodable {
            let content: String
        }
    }
}
