/// The words of `commands.json5` behind lists: for a place in one (第2条), and for the most of something else than was listed.
struct ListWords: Sendable {
    private let item: [String]
    private let other: [[UInt32]]
    /// Of warnings those that one has taken on: 我认领的.
    private let own: [[UInt32]]
    /// Of suggestions those that came in a time (新增的), and what says besides that they wait: 未处理.
    private let new: [[UInt32]]
    private let waiting: [[UInt32]]

    init(_ words: ReplyWords) {
        (item, other) = (words.written("list_item"), words.words("ranks_other"))
        own = words.words("own_warnings")
        (new, waiting) = (words.words("list_new"), words.words("list_waiting"))
    }

    /// Whether a message names the warnings that its sender has taken on.
    func nameOwn(_ text: Normalization) -> Bool { own.stand(in: text.scalars) }

    /// Whether a message names what came new, whatever has become of it.
    func nameNew(_ text: Normalization) -> Bool {
        new.stand(in: text.scalars) && !waiting.stand(in: text.scalars)
    }

    /// Whether a text ends like the place of something in a list: 第2条.
    func namesItem(_ text: String) -> Bool { item.contains { text.withoutOuterBlanks.hasSuffix($0) } }

    /// Whether the most of something else is asked for: 好评最多的车型.
    func ranksOther(_ message: MessageFeatures) -> Bool {
        other.contains { message.text.scalars.firstRange(of: $0) != nil }
    }
}
