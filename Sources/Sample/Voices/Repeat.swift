/// How people and platforms change a text that they pass on. For tests and benchmarks of what recognises reposts.
public enum Repeat: String, CaseIterable, Sendable {
    case wordForWord, punctuation, emoji, siteEmoji, widthAndCase, forwarded, mention, comment
    /// A tenth, a quarter or two fifths of the end are missing.
    case cutTenth, cutQuarter, cutTwoFifths
    /// A quarter is missing, and the site says so.
    case cutBySite

    /// The text as it comes back.
    public func of(_ text: String, using random: inout some RandomNumberGenerator) -> String {
        switch self {
        case .wordForWord: text
        case .punctuation:
            String(
                text.map { "，。！？,.!?、~ ".contains($0) ? "，。！~ ".randomElement(using: &random) ?? "。" : $0 })
                + "！！"
        case .emoji: Repeat.inserting(Repeat.smileys, into: text, &random)
        case .siteEmoji: Repeat.inserting(["[捂脸]", "[泪奔]", "[赞]", "[灵光一闪]"], into: text, &random)
        case .widthAndCase:
            String(String.UnicodeScalarView(text.uppercased().unicodeScalars.map(Repeat.widened)))
        case .forwarded: Repeat.pick(["转发 ", "转：", "【转】"], &random) + text + "//@路人:转发微博"
        case .mention:
            Bool.random(using: &random)
                ? Repeat.pick(Repeat.names, &random) + text : text + " " + Repeat.pick(Repeat.names, &random)
        case .comment: text + Repeat.pick(["顶", "说得对", "同感", "太真实了"], &random)
        case .cutTenth: Repeat.cut(text, to: 0.9)
        case .cutQuarter: Repeat.cut(text, to: 0.75)
        case .cutTwoFifths: Repeat.cut(text, to: 0.6)
        case .cutBySite: Repeat.cut(text, to: 0.75) + "...全文"
        }
    }

    private static let smileys = ["😂", "🚗", "😭😭", "👍"]
    private static let names = ["@小李说车 ", "@老王：", "@Leo_1990 "]

    private static func pick(_ choice: [String], _ random: inout some RandomNumberGenerator) -> String {
        choice.randomElement(using: &random) ?? ""
    }

    private static func inserting(
        _ choice: [String], into text: String, _ random: inout some RandomNumberGenerator
    ) -> String {
        let place = Int.random(in: 0...text.count, using: &random)
        return text.prefix(place) + pick(choice, &random) + text.dropFirst(place)
    }

    private static func cut(_ text: String, to share: Double) -> String {
        String(text.prefix(Int(Double(text.count) * share)))
    }

    /// Digits in full width.
    private static func widened(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
    }
}
