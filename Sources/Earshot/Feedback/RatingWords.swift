/// The words of `commands.json5` with which somebody says what the answer before is worth: 没用, 答得不对，我问的是空调.
///
/// A message is one only where it begins with such words and a sign, a blank or nothing follows: 没用过, 有用户说… are none.
struct RatingWords: Sendable {
    /// The longest first.
    private let words: [Word]
    /// What may stand before them (这个回答), and behind them (了).
    private let heads: [[UInt32]]
    private let tails: [[UInt32]]
    private let wishes: [[UInt32]]
    private let dangers: [[UInt32]]

    private struct Word: Sendable {
        var letters: [UInt32]
        var verdict: Feedback.Verdict
        var reason: Feedback.Reason?
    }

    init(_ words: [String: [String]]) {
        func letters(_ name: String) -> [[UInt32]] {
            (words[name] ?? []).map { RatingWords.letters(of: RatingWords.scalars(of: $0)) }
                .filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        }
        let lists: [(String, Feedback.Verdict, Feedback.Reason?)] = [
            ("rating_good", .positive, nil), ("rating_bad", .negative, nil),
            ("rating_wrong", .negative, .wrong), ("rating_irrelevant", .negative, .irrelevant),
            ("rating_incomplete", .negative, .incomplete),
        ]
        self.words = lists.flatMap { name, verdict, reason in
            letters(name).map { Word(letters: $0, verdict: verdict, reason: reason) }
        }.sorted { $0.letters.count > $1.letters.count }
        (heads, tails) = (letters("rating_head"), letters("rating_tail"))
        (wishes, dangers) = (letters("rating_wish"), letters("rating_danger"))
    }

    /// What a message says of an answer.
    struct Rating: Sendable, Equatable {
        var verdict: Feedback.Verdict
        /// What is wrong, as far as the words say it.
        var reason: Feedback.Reason?
        /// What the person says beside it.
        var comment: String?
    }

    /// Whether what is said beside a rating begins as a wish does (给我华东的油耗), or speaks of a danger that must not be passed over.
    func wish(_ comment: String) -> Bool {
        let letters = RatingWords.letters(of: RatingWords.scalars(of: comment))
        return wishes.contains { letters.starts(with: $0) } || dangers.stand(in: letters)
    }

    /// What a text says of the answer before it; nothing where it is not one of the words, alone or with something behind a sign.
    func rating(in text: String) -> Rating? {
        let original = RatingWords.scalars(of: text.withoutOuterBlanks)
        let letters = RatingWords.letters(of: original)
        let starts = [0] + heads.filter { letters.starts(with: $0) }.map(\.count)
        for start in starts {
            for word in words where letters[start...].starts(with: word.letters) {
                var end = start + word.letters.count
                // 👍👍, 有用的.
                while let next = ([word.letters] + tails).first(where: { letters[end...].starts(with: $0) }) {
                    end += next.count
                }
                guard end == letters.count || RatingWords.divides(letters[end - 1], original[end]) else {
                    continue
                }
                // Signs and emoji that stand alone say nothing.
                let rest = original[end...].drop { !RatingWords.isSpoken($0) }
                var comment = String.UnicodeScalarView()
                comment.append(contentsOf: rest)
                let said = String(comment).withoutOuterBlanks
                return Rating(
                    verdict: word.verdict, reason: word.reason, comment: said.isEmpty ? nil : said)
            }
        }
        return nil
    }

    /// The characters without what only colours an emoji.
    private static func scalars(of text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !($0.properties.isEmojiModifier || $0.value == 0xFE0F) }
    }

    /// Half-width, in small letters, simplified; as many as there were.
    private static func letters(of scalars: [Unicode.Scalar]) -> [UInt32] {
        scalars.map { Simplified.scalar(Normalization.folded($0.value)) }
    }

    /// Whether a word ends between two characters: at no blank between words in Latin letters (useful links).
    private static func divides(_ before: UInt32, _ next: Unicode.Scalar) -> Bool {
        !isSpoken(next) && !(next == " " && (0x61...0x7A).contains(before))
    }

    private static func isSpoken(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
