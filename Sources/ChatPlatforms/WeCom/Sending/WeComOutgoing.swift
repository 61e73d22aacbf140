public import Earshot
import JSON

/// A message that a WeCom application sends of its own accord.
///
/// Limits are in bytes of UTF-8; texts are shortened to them at a character's end. Source:
/// developer.work.weixin.qq.com, document 90236.
public struct WeComOutgoing: Sendable, Hashable {
    let type: String
    let content: JSON

    /// The longest text and Markdown.
    public static let longestText = 2048
    static let longestTitle = 128
    static let longestDescription = 512

    private init(_ type: String, _ content: JSON) {
        self.type = type
        self.content = content
    }

    /// A reply in its best form: a card with buttons when all of it fits on one, otherwise Markdown that ends with
    /// `more` when it is too long. Nothing when the reply says nothing.
    ///
    /// - Parameter task: Names the card, unique for the application; see `WeComTemplateCard.task(named:)`.
    public init?(_ reply: Reply, task: String, texts: ReplyTexts) {
        guard !reply.blocks.isEmpty else { return nil }
        if let card = WeComTemplateCard(reply, task: task, texts: texts) {
            self = .card(card)
        } else {
            self = .markdown(
                MarkdownDialect.weCom.write(reply.blocks, limit: WeComOutgoing.longestText, more: texts.more))
        }
    }

    /// The messages that an answer is sent in, each a reply of its own: where its choices do something about a matter and
    /// not all of it fits on a card, the answer without them, and a card for them.
    public static func parts(of reply: Reply, texts: ReplyTexts) -> [Reply] {
        guard reply.actions != nil, WeComCard(reply, task: "", texts: texts) == nil,
            let buttons = reply.buttons, WeComCard(buttons, task: "", texts: texts) != nil
        else { return [reply] }
        return [reply.withoutChoices, buttons]
    }

    /// Whether the choices of an answer do something about a matter and stand on a card, its own or one beside it.
    public static func hasButtons(_ reply: Reply, texts: ReplyTexts) -> Bool {
        guard reply.actions != nil, let last = parts(of: reply, texts: texts).last else { return false }
        return WeComCard(last, task: "", texts: texts) != nil
    }

    public static func text(_ text: String) -> WeComOutgoing {
        WeComOutgoing("text", ["content": .string(text.shortened(toBytes: longestText))])
    }

    /// Markdown; not shown to those who read in WeChat.
    public static func markdown(_ text: String) -> WeComOutgoing {
        WeComOutgoing("markdown", ["content": .string(text.shortened(toBytes: longestText))])
    }

    /// A card that opens an address.
    ///
    /// - Parameters:
    ///   - description: May hold `<div class="gray">`, `highlight` and `normal`; too long for its limit, it is cut.
    ///   - button: At most four characters are shown.
    public static func textCard(
        title: String, description: String, opening address: String, button: String? = nil
    ) -> WeComOutgoing {
        WeComOutgoing(
            "textcard",
            .object([
                "title": .string(title.shortened(toBytes: longestTitle)),
                "description": .string(description.shortened(toBytes: longestDescription)),
                "url": .string(address), "btntxt": button.map { .string(String($0.prefix(4))) },
            ]))
    }

    /// Articles with pictures; at most eight are written.
    public static func news(_ articles: [WeComArticle]) -> WeComOutgoing {
        WeComOutgoing("news", ["articles": .array(articles.prefix(WeComArticle.most).map(\.json))])
    }

    /// Something that was uploaded before.
    public static func media(_ kind: WeComMediaKind, id: String) -> WeComOutgoing {
        WeComOutgoing(kind.rawValue, ["media_id": .string(id)])
    }

    public static func card(_ card: WeComTemplateCard) -> WeComOutgoing {
        WeComOutgoing("template_card", card.json)
    }

    /// Whether it is a card with a name of its own, so that it is never the same as another message.
    public var isNamed: Bool {
        guard case .object(let members) = content else { return false }
        return members.contains { $0.name == "task_id" }
    }

    /// The body's members that say what is sent.
    var members: [JSON.Member] {
        [JSON.Member("msgtype", .string(type)), JSON.Member(type, content)]
    }
}

/// What can be uploaded. Images stay under 2 MB: the documents name 2 and 10. Source: document 90253.
public enum WeComMediaKind: String, Sendable, Hashable {
    case image, voice, video, file

    /// The largest upload in bytes; the smallest is five.
    public var mostBytes: Int {
        switch self {
        case .image, .voice: 2 << 20
        case .video: 10 << 20
        case .file: 20 << 20
        }
    }
}
