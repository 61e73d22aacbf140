public import Earshot
import JSON

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
    public static func encode(_ reply: Reply, isGroup: Bool, texts: ReplyTexts) -> [UInt8] {
        guard !reply.blocks.isEmpty else { return nothing }
        if !isGroup, let card = card(reply, texts: texts) {
            return (["actionCard": card, "msgtype": "actionCard"] as JSON).bytes
        }
        let text = MarkdownDialect.dingTalk.write(reply.blocks, limit: longestText, more: texts.more)
        let markdown: JSON = ["text": .string(text), "title": .string(title(of: reply))]
        return (["markdown": markdown, "msgtype": "markdown"] as JSON).bytes
    }

    /// The JSON of a reply without markup, for ways of sending that know none.
    public static func encodePlain(_ reply: Reply, texts: ReplyTexts) -> [UInt8] {
        guard !reply.blocks.isEmpty else { return nothing }
        let text = PlainDialect().write(reply.blocks, limit: longestText, more: texts.more)
        return (["msgtype": "text", "text": ["content": .string(text)]] as JSON).bytes
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

    /// The card of a reply whose choices fit on its buttons; nothing for any other.
    private static func card(_ reply: Reply, texts: ReplyTexts) -> JSON? {
        guard case .choices(let prompt, let choices)? = reply.blocks.last,
            (1...mostButtons).contains(choices.count), reply.blocks.count > 1
        else { return nil }
        var blocks = reply.blocks.dropLast()
        if !prompt.isEmpty { blocks.append(.text(prompt)) }
        let text = MarkdownDialect.dingTalk.write(Array(blocks), limit: longestText, more: texts.more)
        let buttons = choices.map { choice -> JSON in
            let label = Disarmed.text("\(choice.number) \(choice.label)", atStartOfLine: false)
            let address =
                "dtmd://dingtalkclient/sendMessage?content=" + PercentEncoding.encode(choice.text)
            return ["actionURL": .string(address), "title": .string(label)]
        }
        return [
            // One above the other.
            "btnOrientation": "0", "btns": .array(buttons),
            "text": .string(text), "title": .string(title(of: reply)),
        ]
    }
}
