import Crypto
public import Earshot
import JSON

/// A message to a group's webhook of WeCom (群机器人, 消息推送). Nobody can answer it.
///
/// Limits are in bytes of UTF-8; texts are shortened to them at a character's end, because the platform refuses
/// longer Markdown. Source: developer.work.weixin.qq.com, documents 91770 and 99110.
public struct WeComWebhookOutgoing: Sendable, Hashable {
    let type: String
    let content: JSON

    public static let longestText = 2048
    public static let longestMarkdown = 4096
    /// The largest picture before it is written in base64.
    public static let mostImageBytes = 2 << 20

    private init(_ type: String, _ content: JSON) {
        self.type = type
        self.content = content
    }

    /// A reply as Markdown, without what may be asked next; nothing when then it says nothing.
    public init?(_ reply: Reply, texts: ReplyTexts) {
        let said = reply.withoutChoices
        guard !said.blocks.isEmpty else { return nil }
        self = .markdown(
            MarkdownDialect.weCom.write(
                said.blocks, limit: WeComWebhookOutgoing.longestMarkdown, more: texts.more))
    }

    /// - Parameters:
    ///   - members: User ids to mention; `@all` is everybody.
    ///   - phones: Telephone numbers to mention.
    public static func text(
        _ text: String, mentioning members: [String] = [], phones: [String] = []
    ) -> WeComWebhookOutgoing {
        WeComWebhookOutgoing(
            "text",
            .object([
                "content": .string(text.shortened(toBytes: longestText)),
                "mentioned_list": members.isEmpty ? nil : .array(members.map { .string($0) }),
                "mentioned_mobile_list": phones.isEmpty ? nil : .array(phones.map { .string($0) }),
            ]))
    }

    /// Markdown with the platform's colours and with mentions, `<@userid>`.
    public static func markdown(_ text: String) -> WeComWebhookOutgoing {
        WeComWebhookOutgoing("markdown", ["content": .string(text.shortened(toBytes: longestMarkdown))])
    }

    /// Markdown with tables and pictures, without colours and mentions. Clients before 4.1.36 show it as it is.
    public static func tabledMarkdown(_ text: String) -> WeComWebhookOutgoing {
        WeComWebhookOutgoing("markdown_v2", ["content": .string(text.shortened(toBytes: longestMarkdown))])
    }

    /// A picture, JPG or PNG, of at most `mostImageBytes`.
    public static func image(_ bytes: [UInt8]) -> WeComWebhookOutgoing {
        WeComWebhookOutgoing(
            "image",
            [
                "base64": .string(Base64.encode(bytes)),
                "md5": .string(Hexadecimal.encode(Digest.md5(of: bytes))),
            ])
    }

    /// Articles with pictures; at most eight are written.
    public static func news(_ articles: [WeComArticle]) -> WeComWebhookOutgoing {
        WeComWebhookOutgoing("news", ["articles": .array(articles.prefix(WeComArticle.most).map(\.json))])
    }

    /// A file that was uploaded through a webhook of the same company.
    public static func file(id: String) -> WeComWebhookOutgoing {
        WeComWebhookOutgoing("file", ["media_id": .string(id)])
    }

    /// A card that opens an address; cards with buttons are not taken here.
    public static func card(_ card: WeComTemplateCard) -> WeComWebhookOutgoing {
        WeComWebhookOutgoing("template_card", card.json)
    }

    var json: JSON { .object([JSON.Member("msgtype", .string(type)), JSON.Member(type, content)]) }
}
