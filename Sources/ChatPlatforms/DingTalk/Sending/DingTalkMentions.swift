import JSON

/// Who is notified of a message to a group, by the `at` of its body; at most fifty. Source: open.dingtalk.com,
/// 自定义机器人发送群消息.
public struct DingTalkMentions: Sendable, Hashable {
    /// Telephone numbers; nothing leaves the field out.
    public var phones: [String]?
    /// User ids; nothing leaves the field out.
    public var people: [String]?
    public var everybody: Bool

    public init(phones: [String]? = nil, people: [String]? = nil, everybody: Bool = false) {
        self.phones = phones
        self.people = people
        self.everybody = everybody
    }

    private static let most = 50

    /// The text with an `@` for everyone who does not stand in it yet: without it nobody is notified.
    func written(into text: String) -> String {
        let names = ((phones ?? []).prefix(DingTalkMentions.most) + (people ?? [])).prefix(
            DingTalkMentions.most)
        let missing = names.map { "@\($0)" }.filter { !text.contains($0) }
        return ([text] + missing).joined(separator: " ")
    }

    var json: JSON {
        let phones = self.phones?.prefix(DingTalkMentions.most)
        let people = self.people?.prefix(DingTalkMentions.most - (phones?.count ?? 0))
        return .object([
            "atMobiles": phones.map { .array($0.map { .string($0) }) },
            "atUserIds": people.map { .array($0.map { .string($0) }) },
            "isAtAll": .bool(everybody),
        ])
    }
}
