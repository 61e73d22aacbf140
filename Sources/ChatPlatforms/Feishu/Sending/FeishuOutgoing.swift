public import Earshot
import JSON

/// A message that a Feishu application or custom bot sends.
///
/// Requests hold at most 150 KB with a text, 30 KB with a post or card, 20 KB to a custom bot. Source:
/// open.feishu.cn, 发送消息, 自定义机器人使用指南.
public struct FeishuOutgoing: Sendable, Hashable {
    let type: String
    let content: JSON

    /// Room is left for the request's other fields.
    static let longestText = 150_000 - 1000
    static let longestCard = 30_000 - 1000
    static let longestToBot = 20_000 - 1000

    private init(_ type: String, _ content: JSON) {
        self.type = type
        self.content = content
    }

    public static func text(_ text: String) -> FeishuOutgoing {
        FeishuOutgoing("text", ["text": .string(text)])
    }

    public static func card(_ card: FeishuCard) -> FeishuOutgoing {
        FeishuOutgoing("interactive", card.json)
    }

    /// Something that was uploaded before.
    public static func image(key: String) -> FeishuOutgoing {
        FeishuOutgoing("image", ["image_key": .string(key)])
    }

    /// A text of several lines with links.
    public static func post(title: String?, lines: [[PostElement]]) -> FeishuOutgoing {
        let content = JSON.array(lines.map { .array($0.map(\.json)) })
        return FeishuOutgoing(
            "post", ["zh_cn": .object(["title": title.map { .string($0) }, "content": content])])
    }

    /// A part of a post's line.
    public enum PostElement: Sendable, Hashable {
        case text(String)
        case link(String, opening: String)
        /// An open id, or `all`.
        case mention(String)

        var json: JSON {
            switch self {
            case .text(let text): ["tag": "text", "text": .string(text)]
            case .link(let text, let address): ["tag": "a", "text": .string(text), "href": .string(address)]
            case .mention(let person): ["tag": "at", "user_id": .string(person)]
            }
        }
    }

    /// A mention for a text: an open id, or `all` for everybody.
    public static func mention(_ person: String) -> String { "<at user_id=\"\(person)\"></at>" }

    /// The content as the server API wants it: a JSON text.
    var contentText: String { String(decoding: content.bytes, as: UTF8.self) }

    /// The bytes that the content takes inside a request's JSON.
    var size: Int { JSON.string(contentText).bytes.count }
}

extension FeishuOutgoing {
    /// A reply for an application, best form first: a card, then a post in case the platform does not take the card.
    /// A reply that is too long for either is a text, which ends with `more` when it is too long itself. Nothing when
    /// the reply says nothing.
    ///
    /// - Parameters:
    ///   - chat: The one-to-one chat it goes to; nothing for a group.
    ///   - message: The message that it answers, for cards that change when they are pressed; nothing for a notice.
    public static func forms(
        of reply: Reply, oneToOneChat chat: String? = nil, answering message: String? = nil, texts: ReplyTexts
    ) -> [FeishuOutgoing] {
        guard !reply.blocks.isEmpty else { return [] }
        let whole = Int.max / 2
        let card = card(
            FeishuCard(
                reply, hasButtons: true, oneToOneChat: chat, answering: message, limit: whole, texts: texts))
        let post = post(reply)
        let forms = [card, post].filter { $0.size <= longestCard }
        return forms.isEmpty ? [text(reply, longest: longestText, texts: texts)] : forms
    }

    /// A reply for a custom bot: a card without what may be asked next, which ends with `more` when it is too long.
    /// Nothing when then it says nothing.
    public init?(toCustomBot reply: Reply, texts: ReplyTexts) {
        let said = reply.withoutChoices
        guard !said.blocks.isEmpty else { return nil }
        self = FeishuOutgoing.fitting(FeishuOutgoing.longestToBot) { limit in
            .card(FeishuCard(said, hasButtons: false, limit: limit, texts: texts))
        }
    }

    private static func text(_ reply: Reply, longest: Int, texts: ReplyTexts) -> FeishuOutgoing {
        fitting(longest) { limit in
            .text(PlainDialect().write(reply.blocks, limit: limit, more: texts.more))
        }
    }

    private static func post(_ reply: Reply) -> FeishuOutgoing {
        var blocks = reply.blocks
        var title: String?
        if case .title(let text)? = blocks.first {
            title = Disarmed.text(text, atStartOfLine: false)
            blocks.removeFirst()
        }
        let lines = blocks.flatMap { PlainDialect().write($0).split(separator: "\n") }
        return .post(title: title, lines: lines.map { [.text(String($0))] })
    }

    /// The message with the longest text whose escaped form still fits.
    private static func fitting(_ longest: Int, _ message: (Int) -> FeishuOutgoing) -> FeishuOutgoing {
        var limit = longest
        while true {
            let made = message(limit)
            let excess = made.size - longest
            guard excess > 0, limit > 1000 else { return made }
            limit -= max(excess, 100)
        }
    }
}
