public import JSON

/// What a person reads for a moment after pressing a button of a card, in the response to the callback.
///
/// Source: open.feishu.cn, 卡片回传交互回调.
public struct FeishuToast: Sendable, Hashable {
    private let text: String
    private let kind: Kind

    public enum Kind: String, Sendable, Hashable {
        case info, error
    }

    /// It stands on the screen for seconds: nobody reads more.
    private static let longestText = 180

    /// - Parameter text: One line, cut where it is longer than can be read.
    public init(_ text: String, _ kind: Kind = .info) {
        self.text = text.shortened(toBytes: FeishuToast.longestText)
        self.kind = kind
    }

    /// The answer to the press.
    ///
    /// - Parameter card: What the pressed card is from now on, for everybody who sees it; nothing leaves it as it is.
    public func json(changing card: FeishuCard? = nil) -> JSON {
        .object([
            "card": card.map { ["data": $0.json, "type": "raw"] },
            "toast": ["content": .string(text), "type": .string(kind.rawValue)],
        ])
    }
}
