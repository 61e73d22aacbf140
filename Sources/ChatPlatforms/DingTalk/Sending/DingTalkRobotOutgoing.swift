public import Earshot
import JSON

/// A message that a company robot sends of its own accord, to people or to a group.
///
/// It is a template (`msgKey`) with parameters, all of them texts, in a JSON text of at most 15,000 bytes. Source:
/// open.dingtalk.com, 消息发送与接收类型.
public struct DingTalkRobotOutgoing: Sendable, Hashable {
    let key: String
    /// The JSON text of the parameters.
    let parameters: String

    public static let longestParameters = 15_000

    private init(_ key: String, _ parameters: KeyValuePairs<String, String>) {
        self.key = key
        let json = JSON.object(parameters.map { JSON.Member($0, .string($1)) })
        self.parameters = String(decoding: json.bytes, as: UTF8.self)
    }

    /// A reply in its best form: one-to-one a card whose buttons say the choices, otherwise Markdown. Nothing when
    /// the reply says nothing.
    ///
    /// - Parameter isGroup: In a group the robot hears only what mentions it, so there the choices are numbered.
    public init?(_ reply: Reply, isGroup: Bool, texts: ReplyTexts) {
        guard !reply.blocks.isEmpty else { return nil }
        // What JSON escapes makes the parameters longer than the text.
        var limit = DingTalkRobotOutgoing.longestParameters - 500
        while true {
            let message = DingTalkRobotOutgoing(reply, isGroup: isGroup, limit: limit, texts: texts)
            let excess = message.parameters.utf8.count - DingTalkRobotOutgoing.longestParameters
            guard excess > 0, limit > 1000 else {
                self = message
                return
            }
            limit -= max(excess, 100)
        }
    }

    private init(_ reply: Reply, isGroup: Bool, limit: Int, texts: ReplyTexts) {
        if !isGroup, let card = DingTalkCard(reply, limit: limit - 3000, texts: texts) {
            self = .card(title: card.title, text: card.text, buttons: card.buttons)
        } else {
            self = .markdown(
                title: reply.headline,
                MarkdownDialect.dingTalk.write(reply.blocks, limit: limit, more: texts.more))
        }
    }

    public static func text(_ text: String) -> DingTalkRobotOutgoing {
        DingTalkRobotOutgoing("sampleText", ["content": text])
    }

    /// - Parameter title: What the list of chats shows.
    public static func markdown(title: String, _ text: String) -> DingTalkRobotOutgoing {
        DingTalkRobotOutgoing("sampleMarkdown", ["title": title, "text": text])
    }

    /// - Parameter picture: An address, or the identifier of an upload.
    public static func image(_ picture: String) -> DingTalkRobotOutgoing {
        DingTalkRobotOutgoing("sampleImageMsg", ["photoURL": picture])
    }

    public static func link(
        title: String, text: String, opening address: String, picture: String = ""
    ) -> DingTalkRobotOutgoing {
        DingTalkRobotOutgoing(
            "sampleLink", ["text": text, "title": title, "picUrl": picture, "messageUrl": address])
    }

    /// A card with one to five buttons, one above the other; further ones are left out. Without any it is Markdown.
    public static func card(
        title: String, text: String, buttons: [DingTalkButton]
    ) -> DingTalkRobotOutgoing {
        let buttons = buttons.prefix(DingTalkCard.mostButtons)
        guard let first = buttons.first else { return .markdown(title: title, text) }
        var members = [JSON.Member("title", .string(title)), JSON.Member("text", .string(text))]
        if buttons.count == 1 {
            members.append(JSON.Member("singleTitle", .string(first.title)))
            members.append(JSON.Member("singleURL", .string(first.address)))
            return DingTalkRobotOutgoing(key: "sampleActionCard", members)
        }
        for (number, button) in zip(1..., buttons) {
            members.append(JSON.Member("actionTitle\(number)", .string(button.title)))
            members.append(JSON.Member("actionURL\(number)", .string(button.address)))
        }
        return DingTalkRobotOutgoing(key: "sampleActionCard\(buttons.count)", members)
    }

    /// A file that was uploaded before.
    ///
    /// - Parameter type: xlsx, pdf, zip, rar, doc or docx.
    public static func file(id: String, name: String, type: String) -> DingTalkRobotOutgoing {
        DingTalkRobotOutgoing("sampleFile", ["mediaId": id, "fileName": name, "fileType": type])
    }

    private init(key: String, _ members: [JSON.Member]) {
        self.key = key
        parameters = String(decoding: JSON.object(members).bytes, as: UTF8.self)
    }
}
