/// The words of `commands.json5` with which somebody else is to be reminded of what is to be done: 麻烦提醒王磊处理A1.
struct RemindingWords: Sendable {
    private let words: [[UInt32]]
    private let heads: [[UInt32]]
    private let oneself: [[UInt32]]
    /// Between a name and what somebody is to do: 去.
    private let tails: [[UInt32]]
    private let handing: String?

    init(_ words: ReplyWords) {
        (self.words, heads) = (words.words("reminding"), words.words("reminding_head"))
        oneself = words.words("reminding_oneself")
        tails = words.words("reminding_tail")
        handing = words.written("reminding_handing").first
    }

    /// Where a message begins, behind the number of a warning, words for one and such that only lead on: behind 把A6 and 预警A6.
    func start(of message: MessageFeatures, _ phrasebook: Phrasebook) -> Int {
        let scalars = message.text.scalars
        var start = 0
        while start < scalars.count {
            if let token = message.tokens.first(where: { $0.range.lowerBound == start }),
                token.features.contains(Feature.alert)
                    || !token.features.isDisjoint(with: phrasebook.warnings.alert)
            {
                start = token.range.upperBound
            } else if scalars[start] == Normalization.separator {
                start += 1
            } else if let head = heads.first(where: { scalars[start...].starts(with: $0) }) {
                start += head.count
            } else {
                break
            }
        }
        return start
    }

    /// Where it stands who is reminded, behind a word of reminding; nothing behind another one, or where it is oneself: 让我.
    func whom(in message: MessageFeatures, from start: Int) -> Int? {
        let rest = message.text.scalars[start...]
        guard let word = words.first(where: { rest.starts(with: $0) }) else { return nil }
        let whom = start + word.count
        return word.count == 1 && speaksOfOneself(rest[whom...]) ? nil : whom
    }

    /// Whether words begin with 我.
    func speaksOfOneself(_ text: ArraySlice<UInt32>) -> Bool { oneself.contains { text.starts(with: $0) } }

    /// Where a name ends, before what only leads on to what somebody is to do.
    func endOfName(_ range: Range<Int>, in message: MessageFeatures) -> Int {
        var end = range.upperBound
        while let tail = tails.first(where: {
            $0.count < end - range.lowerBound
                && message.text.scalars[range.lowerBound..<end].suffix($0.count).elementsEqual($0)
        }) {
            end -= tail.count
        }
        return end
    }

    /// What says that something is handed over to somebody.
    func handing(_ name: String) -> String? { handing.map { "\($0) \(name)" } }

    /// As many characters as a person's name has.
    static let nameLengths = 2...3
}

/// The words of `commands.json5` that deny what they are added to: 还没.
struct RemarkDenials: Sendable {
    private let words: [[UInt32]]
    /// Before what has not been done: 没有.
    private let undone: [[UInt32]]

    init(_ words: ReplyWords) {
        (self.words, undone) = (words.words("remark_denies"), words.words("remark_undone"))
    }

    /// Whether nothing else is said.
    func fill(_ text: Normalization) -> Bool {
        words.contains(text.scalars.filter { $0 != Normalization.separator })
    }

    /// Whether a clause begins with what says of an act behind it that it has not been done.
    func undo(_ act: Range<Int>, in clause: MessageFeatures) -> Bool {
        undone.contains { $0.count <= act.lowerBound && clause.text.scalars.starts(with: $0) }
    }

    /// Whether a clause begins with one of them and says nothing else but what says nothing: 没有呢.
    func open(_ clause: MessageFeatures, _ phrasebook: Phrasebook) -> Bool {
        words.contains { clause.text.scalars.starts(with: $0) } && clause.unexplained == 0
            && clause.tokens.allSatisfy { token in
                token.features.isSubset(of: phrasebook.filler)
                    || words.contains { clause.text.scalars[token.range].elementsEqual($0) }
            }
    }
}
