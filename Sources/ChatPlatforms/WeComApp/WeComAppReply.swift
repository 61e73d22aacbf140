public import Earshot
import XML

/// A reply in the forms that a WeCom application may answer a callback with, before encryption.
///
/// Source: developer.work.weixin.qq.com, document 90241.
public enum WeComAppReply {
    /// The longest text in bytes; the platform cuts what is longer.
    public static let longestText = 2048

    /// The reply as text.
    ///
    /// - Parameter message: What is answered.
    public static func text(
        _ reply: Reply, answering message: InboundMessage, of app: WeComApp, now: Timestamp, texts: ReplyTexts
    ) -> [UInt8] {
        let text = PlainDialect().write(reply.blocks, limit: longestText, more: texts.more)
        return document("text", [XMLElement("Content", text: text)], to: message, of: app, now: now)
    }

    /// Articles that open a page each, as a member sees them in a list; at most eight, and what is too long of their words
    /// is cut as in messages that are sent. Nothing without an article.
    public static func news(
        _ articles: [WeComArticle], answering message: InboundMessage, of app: WeComApp, now: Timestamp
    ) -> [UInt8]? {
        guard !articles.isEmpty else { return nil }
        let items = articles.prefix(WeComArticle.most).map { XMLElement("item", $0.elements) }
        let count = XMLElement("ArticleCount", text: String(items.count))
        return document(
            "news", [count, XMLElement("Articles", items)], to: message, of: app, now: now)
    }

    /// Instead of the pressed card's buttons one that cannot be pressed, and says how the matter stands, or else what was
    /// pressed.
    public static func pressed(
        _ message: InboundMessage, standing: String? = nil, of app: WeComApp, now: Timestamp
    ) -> [UInt8] {
        var label = standing.map(WeComCard.brief) ?? ""
        if standing == nil, case .text(let text) = message.content { label = WeComCard.label(text) }
        let button = XMLElement("Button", [XMLElement("ReplaceName", text: label)])
        return document("update_button", [button], to: message, of: app, now: now)
    }

    private static func document(
        _ kind: String, _ content: [XMLElement], to message: InboundMessage, of app: WeComApp, now: Timestamp
    ) -> [UInt8] {
        let member = message.account.map { String($0.dropFirst("wecom:".count)) } ?? ""
        return XMLElement(
            "xml",
            [
                XMLElement("ToUserName", text: member), XMLElement("FromUserName", text: app.corpID),
                XMLElement("CreateTime", text: String(now.milliseconds / 1000)),
                XMLElement("MsgType", text: kind),
            ] + content
        ).bytes
    }
}
