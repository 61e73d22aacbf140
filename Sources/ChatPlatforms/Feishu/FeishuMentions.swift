/// Who is mentioned by a placeholder in a text.
struct FeishuMention: Decodable {
    /// `@_user_1`.
    let key: String
    let openID: String?
    let name: String
    /// `user` or `bot`; older events do not say.
    let kind: String?

    private enum Key: String, CodingKey {
        case key, id, name
        case kind = "mentioned_type"
    }

    /// In bytes. Names stand in the text as often as somebody is mentioned.
    private static let longestName = 128

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        key = try fields.identifier(.key)
        openID = fields.ifUsable(FeishuPerson.self, .id)?.openID
        name = (fields.ifUsable(String.self, .name) ?? "").shortened(toBytes: FeishuMention.longestName)
        kind = fields.ifUsable(String.self, .kind)
    }
}

/// The mentions of one message: whether it is said to the bot, and the text without placeholders.
///
/// Source: open.feishu.cn, 接收消息.
struct FeishuMentions {
    private let names: [String: String]
    /// The placeholders of the bot.
    private let own: Set<String>
    private let knowsBot: Bool

    static let everybody = "@_all"
    /// In bytes, as the longest text that the platform takes.
    private static let longestText = 150_000
    private static let somebody = "@_user_"

    init(_ mentions: [FeishuMention], botOpenID: String?) {
        names = Dictionary(mentions.map { ($0.key, $0.name) }) { first, _ in first }
        own = Set(
            mentions.filter { botOpenID == nil ? $0.kind == "bot" : $0.openID == botOpenID }.map(\.key))
        knowsBot = botOpenID != nil
    }

    /// Whether a group's message is for the bot. Where its own identifier is not known every message is taken to be:
    /// the platform hands over those that mention it, unless the application may read all.
    func isToBot(_ text: String) -> Bool {
        !knowsBot || !own.isEmpty || text.contains(FeishuMentions.everybody)
    }

    /// The text with names for placeholders, without the mention of the bot and of everybody, which the bot is part of.
    ///
    /// - Parameter isGroup: There the mention at the beginning is the bot's, where nothing says which is.
    func replaced(in text: String, isGroup: Bool) -> String {
        var own = own
        if own.isEmpty, !knowsBot, isGroup,
            let first = FeishuMentions.placeholder(in: text.trimmedOfWhitespace[...])
        {
            own.insert(String(first))
        }
        var replaced = ""
        var rest = text[...]
        while replaced.utf8.count <= FeishuMentions.longestText, let sign = rest.firstIndex(of: "@") {
            replaced += rest[..<sign]
            rest = rest[sign...]
            let found = FeishuMentions.placeholder(in: rest) ?? rest.prefix(1)
            rest = rest[found.endIndex...]
            let key = String(found)
            if key == FeishuMentions.everybody || own.contains(key) { continue }
            replaced += names[key].map { "@\($0)" } ?? key
        }
        return (replaced + rest).shortened(toBytes: FeishuMentions.longestText)
    }

    /// The placeholder that a text begins with.
    private static func placeholder(in text: Substring) -> Substring? {
        if text.hasPrefix(everybody) { return text.prefix(everybody.count) }
        guard text.hasPrefix(somebody) else { return nil }
        let number = text.dropFirst(somebody.count).prefix { $0.isASCII && $0.isNumber }
        return number.isEmpty ? nil : text[..<number.endIndex]
    }
}
