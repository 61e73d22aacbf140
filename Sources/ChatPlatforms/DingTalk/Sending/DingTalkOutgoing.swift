public import Earshot
import JSON

/// A message to a custom robot's webhook or to a message's sessionWebhook.
///
/// Source: open.dingtalk.com, 消息发送与接收类型, 自定义机器人发送群消息. A largest size is not documented; 20,000 bytes are
/// said to be taken.
public struct DingTalkOutgoing: Sendable, Hashable {
    private let members: [JSON.Member]

    private init(_ type: String, _ content: JSON, mentions: DingTalkMentions? = nil) {
        var members = [JSON.Member("msgtype", .string(type)), JSON.Member(type, content)]
        if let mentions { members.append(JSON.Member("at", mentions.json)) }
        self.members = members
    }

    /// A reply for a group in which the robot hears nobody: Markdown without what may be asked next. Nothing when
    /// then it says nothing.
    public init?(_ reply: Reply, texts: ReplyTexts, mentions: DingTalkMentions? = nil) {
        let said = reply.withoutChoices
        guard !said.blocks.isEmpty else { return nil }
        let text = MarkdownDialect.dingTalk.write(
            said.blocks, limit: DingTalkReply.longestText, more: texts.more)
        self = .markdown(title: said.headline, text, mentions: mentions)
    }

    public static func text(_ text: String, mentions: DingTalkMentions? = nil) -> DingTalkOutgoing {
        DingTalkOutgoing(
            "text", ["content": .string(mentions?.written(into: text) ?? text)], mentions: mentions)
    }

    /// - Parameter title: What the list of chats shows.
    public static func markdown(
        title: String, _ text: String, mentions: DingTalkMentions? = nil
    ) -> DingTalkOutgoing {
        DingTalkOutgoing(
            "markdown",
            ["title": .string(title), "text": .string(mentions?.written(into: text) ?? text)],
            mentions: mentions)
    }

    /// - Parameter picture: The address of a picture; empty for none.
    public static func link(
        title: String, text: String, opening address: String, picture: String = ""
    ) -> DingTalkOutgoing {
        DingTalkOutgoing(
            "link",
            [
                "title": .string(title), "text": .string(text), "messageUrl": .string(address),
                "picUrl": .string(picture),
            ])
    }

    /// A card with one button under it, or several.
    ///
    /// - Parameter sideBySide: Whether several buttons stand beside one another.
    public static func card(
        title: String, text: String, buttons: [DingTalkButton], sideBySide: Bool = false
    ) -> DingTalkOutgoing {
        var content = [JSON.Member("title", .string(title)), JSON.Member("text", .string(text))]
        if buttons.count == 1 {
            content.append(JSON.Member("singleTitle", .string(buttons[0].title)))
            content.append(JSON.Member("singleURL", .string(buttons[0].address)))
        } else {
            content.append(JSON.Member("btnOrientation", sideBySide ? "1" : "0"))
            content.append(
                JSON.Member(
                    "btns",
                    .array(
                        buttons.map {
                            ["title": .string($0.title), "actionURL": .string($0.address)]
                        })))
        }
        return DingTalkOutgoing("actionCard", .object(content))
    }

    /// Links with pictures, one below the other.
    public static func feed(_ links: [(title: String, address: String, picture: String)]) -> DingTalkOutgoing
    {
        let links = links.map { link -> JSON in
            [
                "title": .string(link.title), "messageURL": .string(link.address),
                "picURL": .string(link.picture),
            ]
        }
        return DingTalkOutgoing("feedCard", ["links": .array(links)])
    }

    /// - Parameter uuid: By which the platform recognises a repeat (`msgUuid`); a custom robot alone knows it.
    func json(uuid: String? = nil) -> JSON {
        guard let uuid else { return .object(members) }
        return .object(members + [JSON.Member("msgUuid", .string(uuid))])
    }
}

/// A button that opens an address.
public struct DingTalkButton: Sendable, Hashable {
    public var title: String
    public var address: String

    public init(_ title: String, opening address: String) {
        self.title = title
        self.address = address
    }
}
