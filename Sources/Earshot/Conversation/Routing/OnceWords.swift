/// The words of `commands.json5` by which a report that shall come once differs from one that comes from a day on.
struct OnceWords: Sendable {
    private let beginning: [[UInt32]]
    private let before: [[UInt32]]
    private let once: [[UInt32]]
    private let subscribing: [[UInt32]]

    init(_ words: ReplyWords) {
        (beginning, before) = (words.words("beginning"), words.words("beginning_before"))
        (once, subscribing) = (words.words("only_once"), words.words("subscribing"))
    }

    /// Whether a message says so by itself: 一次性给我发个周报.
    func sayOnce(_ text: Normalization) -> Bool { holds(text, once) }

    /// Whether it says that something is subscribed to.
    func subscribe(_ text: Normalization) -> Bool { holds(text, subscribing) }

    /// Whether a day is that from which on something comes: 明天起, 从12月1日.
    func begin(at range: Range<Int>, of text: Normalization) -> Bool {
        let rest = text.scalars[range.upperBound...]
        let head = text.scalars[..<range.lowerBound]
        return beginning.contains { rest.starts(with: $0) }
            || before.contains { head.reversed().starts(with: $0.reversed()) }
    }

    private func holds(_ text: Normalization, _ words: [[UInt32]]) -> Bool {
        words.contains { text.scalars.firstRange(of: $0) != nil }
    }
}
