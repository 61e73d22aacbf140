public import Earshot
public import JSON

/// An interactive card (schema 2.0) of Feishu: a heading, Markdown, and buttons.
///
/// Source: open.feishu.cn, 发送消息, 卡片 JSON 2.0.
public struct FeishuCard: Sendable, Hashable {
    public let json: JSON

    /// The card of a reply: its title as the heading, its choices as buttons that come back as
    /// `card.action.trigger` with a `FeishuChoice`.
    ///
    /// - Parameters:
    ///   - hasButtons: Buttons of a custom bot could only open addresses, so there none are written.
    ///   - chat: the one-to-one chat it goes to; nothing for a group.
    ///   - message: the message that it answers; nothing for a notice.
    init(
        _ reply: Reply, hasButtons: Bool, oneToOneChat chat: String? = nil, answering message: String? = nil,
        limit: Int, texts: ReplyTexts
    ) {
        var title: String?
        var blocks: [Reply.Block] = []
        var buttons: [Button] = []
        for (index, block) in reply.blocks.enumerated() {
            switch block {
            case .title(let text) where index == 0 && text.utf8.count <= FeishuCard.longestTitle:
                title = Disarmed.text(text, atStartOfLine: false)
            case .choices(let prompt, let choices):
                let (shown, left) = choices.buttons(atMost: FeishuCard.mostButtons)
                if hasButtons, index == reply.blocks.count - 1,
                    left.isEmpty || shown.contains(where: \.isFurther)
                {
                    if !left.isEmpty { blocks.append(.choices(prompt: texts.further, left)) }
                    if !prompt.isEmpty { blocks.append(.text(prompt)) }
                    buttons = shown.map { Button($0, oneToOneChat: chat, answering: message) }
                } else {
                    blocks.append(block)
                }
            default: blocks.append(block)
            }
        }
        let text = MarkdownDialect.feishu.write(blocks, limit: limit, more: texts.more)
        self.init(title: title, markdown: text, buttons: buttons)
    }

    /// The card of a reply after a button of it was pressed, with what was chosen in the place of the buttons; nothing where
    /// no button of it stands for the message, or where it was no card.
    ///
    /// - Parameter standing: How the matter stands after that, instead of what was chosen.
    /// - Throws: what the words do.
    public init?(
        _ reply: Reply, afterChoosing message: String, standing: String? = nil, texts: ReplyTexts
    ) throws {
        guard let chosen = try reply.choosing(message, standing: standing, texts: texts) else { return nil }
        self.init(chosen.withoutChoices, hasButtons: false, limit: FeishuOutgoing.longestCard, texts: texts)
        guard FeishuOutgoing.card(self).size <= FeishuOutgoing.longestCard else { return nil }
    }

    /// - Parameters:
    ///   - template: The heading's colour: blue, red, orange, green, grey, …
    ///   - markdown: Nothing is disarmed in it.
    public init(title: String?, template: String = "blue", markdown: String, buttons: [Button] = []) {
        let header = title.map { title -> JSON in
            [
                "title": ["tag": "plain_text", "content": .string(title)],
                "template": .string(template),
            ]
        }
        var elements: [JSON] = []
        if !markdown.isEmpty { elements.append(["tag": "markdown", "content": .string(markdown)]) }
        elements += buttons.map(\.json)
        json = .object([
            "schema": "2.0", "header": header, "body": ["elements": .array(elements)],
        ])
    }

    static let mostButtons = 10
    /// In bytes; a longer title stands in the text, where it can be cut.
    static let longestTitle = 300

    /// A button that comes back with a value.
    public struct Button: Sendable, Hashable {
        public var text: String
        public var value: JSON

        public init(_ text: String, value: JSON) {
            self.text = text
            self.value = value
        }

        init(_ choice: Reply.Choice, oneToOneChat chat: String?, answering message: String?) {
            self.init(
                Disarmed.text(choice.label, atStartOfLine: false),
                value: FeishuChoice(
                    choice.text, inOneToOneChat: chat, answering: message, isNotice: message == nil
                ).json)
        }

        var json: JSON {
            [
                "tag": "button", "text": ["tag": "plain_text", "content": .string(text)],
                "behaviors": [["type": "callback", "value": value]],
            ]
        }
    }
}
