/// The words of `commands.json5` by which a report that shall come once differs from one that comes from a day on.
struct OnceWords: Sendable {
    private let beginning: [[UInt32]]
    private let before: [[UInt32]]
    private let once: [[UInt32]]
    private let now: [[UInt32]]
    private let moved: [[UInt32]]
    private let subscribing: [[UInt32]]

    init(_ words: ReplyWords) {
        (beginning, before) = (words.words("beginning"), words.words("beginning_before"))
        (now, moved) = (words.words("report_now"), words.words("beginning_moved"))
        (once, subscribing) = (words.words("only_once"), words.words("subscribing"))
    }

    /// Whether a message says so by itself: 一次性给我发个周报.
    func sayOnce(_ text: Normalization) -> Bool { holds(text, once) }

    /// Whether it asks for one now: 再来一份日报.
    func askNow(_ text: Normalization) -> Bool { holds(text, now) }

    /// Whether it says that something shall come at another time: 日报改到.
    func move(_ text: Normalization) -> Bool { holds(text, moved) }

    /// Where that is said.
    func moveRange(_ text: Normalization) -> Range<Int>? {
        moved.lazy.compactMap { text.scalars.firstRange(of: $0) }.first
    }

    /// Whether it says that something is subscribed to.
    func subscribe(_ text: Normalization) -> Bool { holds(text, subscribing) }

    /// Whether a day is that from which on something comes: 明天起, 从12月1日.
    func begin(at range: Range<Int>, of text: Normalization) -> Bool {
        let rest = text.scalars[range.upperBound...]
        let head = text.scalars[..<range.lowerBound]
        // 周报从周一改到周三 begins nothing.
        guard !moved.contains(where: { rest.starts(with: $0) }) else { return false }
        // 从12月1日到12月5日 says until when as well.
        return beginning.contains { rest.starts(with: $0) }
            || !text.scalars[range].contains(where: OnceWords.until.contains)
                && before.contains { head.reversed().starts(with: $0.reversed()) }
    }

    private static let until = Set("到至-~".unicodeScalars.map(\.value))

    private func holds(_ text: Normalization, _ words: [[UInt32]]) -> Bool {
        words.contains { text.scalars.firstRange(of: $0) != nil }
    }
}
