public import Earshot
import Crypto
import JSON

/// A template card of a WeCom application or group webhook.
///
/// Source: developer.work.weixin.qq.com, documents 90236 and 101032.
public struct WeComTemplateCard: Sendable, Hashable {
    let json: JSON

    /// The card of a reply, whose buttons stand for messages; nothing when something of it would not fit or be cut.
    ///
    /// - Parameter task: Names the card, unique for the application; see `task(named:)`.
    public init?(_ reply: Reply, task: String, texts: ReplyTexts) {
        guard let card = WeComCard(reply, task: task, texts: texts) else { return nil }
        json = card.json
    }

    /// A card whose buttons come back as events (`button_interaction`).
    ///
    /// - Parameters:
    ///   - source: A small line above the title.
    ///   - lines: At most six are written.
    ///   - buttons: One to six.
    ///   - task: Names the card, unique for the application; see `task(named:)`.
    public init(
        source: String? = nil, title: String, description: String? = nil, subTitle: String? = nil,
        lines: [Line] = [], buttons: [Button], task: String
    ) {
        json = .object([
            "card_type": "button_interaction",
            "source": source.map { ["desc": .string($0), "desc_color": 0] },
            "main_title": WeComTemplateCard.heading(title, description),
            "sub_title_text": subTitle.map { .string($0) },
            "horizontal_content_list": WeComTemplateCard.list(lines),
            "button_list": .array(buttons.prefix(6).map(\.json)),
            "task_id": .string(task),
        ])
    }

    /// A card that opens an address (`text_notice`), the only kind besides news that a group webhook takes.
    ///
    /// - Parameter emphasis: A large figure and what it counts.
    public init(
        noticeOf title: String, description: String? = nil, emphasis: (figure: String, words: String)? = nil,
        subTitle: String? = nil, lines: [Line] = [], opening address: String
    ) {
        json = .object([
            "card_type": "text_notice",
            "main_title": WeComTemplateCard.heading(title, description),
            "emphasis_content": emphasis.map { WeComTemplateCard.heading($0.figure, $0.words) },
            "sub_title_text": subTitle.map { .string($0) },
            "horizontal_content_list": WeComTemplateCard.list(lines),
            "card_action": ["type": 1, "url": .string(address)],
        ])
    }

    /// A name for a card made from any text: itself where it is of letters, digits, `_-@` and at most 128 bytes, a
    /// fingerprint of it otherwise.
    public static func task(named name: String) -> String {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x40: true
            default: false
            }
        }
        if isPlain, (1...128).contains(name.utf8.count) { return name }
        return Hexadecimal.encode(Digest.sha256(of: Array(name.utf8)))
    }

    /// A name and its value, one below the other.
    public struct Line: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public struct Button: Sendable, Hashable {
        public var text: String
        /// Comes back when it is pressed; at most 1024 bytes.
        public var key: String
        /// 1 blue, 2 grey, 3 red, 4 blue on white.
        public var style: Int64

        public init(_ text: String, key: String, style: Int64 = 1) {
            self.text = text
            self.key = key
            self.style = style
        }

        var json: JSON { ["text": .string(text), "style": .integer(style), "key": .string(key)] }
    }

    private static func heading(_ title: String, _ description: String?) -> JSON {
        .object(["title": .string(title), "desc": description.map { .string($0) }])
    }

    private static func list(_ lines: [Line]) -> JSON? {
        guard !lines.isEmpty else { return nil }
        return .array(lines.prefix(6).map { ["keyname": .string($0.name), "value": .string($0.value)] })
    }
}
