/// Somebody's account on a chat platform, as the directory writes it: `dingtalk:manager4220`, `wecom:ZhangSan`.
public enum Account {
    /// The platforms an account may belong to: what stands before its colon.
    static let platforms = ["dingtalk", "wecom", "feishu", "console"]
    private static let longest = 256

    /// The form in which accounts are compared and kept.
    ///
    /// WeCom takes the capitals and small letters of a userid, which consists of ASCII, for the same
    /// (developer.work.weixin.qq.com, document 90195, 创建成员). Of DingTalk nothing of the kind is known.
    public static func canonical(_ account: String) -> String {
        guard account.hasPrefix("wecom:") else { return account }
        return String(
            decoding: account.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// What to do about a text that is no account; nothing for an account.
    public static func objection(to text: String) -> String? {
        let usual = "dingtalk:ID, wecom:ID or feishu:ID, several with a bar between them"
        if !text.contains(":"), text.contains("：") {
            return "the colon is a full-width one; write a plain one: \(usual)"
        }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty, text.utf8.count <= longest,
            platforms.contains(String(parts[0]))
        else { return usual }
        guard let odd = parts[1].unicodeScalars.first(where: isOdd) else { return nil }
        let isVisible = !odd.properties.isWhitespace && !isControl(odd)
        return "an id has no \(isVisible ? "\"\(odd)\"" : "blanks") in it; \(usual)"
    }

    /// Whether no platform has the character in its ids: blanks, and what people separate several with.
    private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || isControl(scalar) || ";；,，、|:：".unicodeScalars.contains(scalar)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        [.control, .format].contains(scalar.properties.generalCategory)
    }
}
