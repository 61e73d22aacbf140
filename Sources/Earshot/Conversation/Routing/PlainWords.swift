/// The words of `commands.json5` that may stand beside what ends a warning and leave no doubt that it is over: 已, 经核实, 我.
///
/// What else is said there (快, 大部分, 王磊反馈, 怎么处理) makes of it a guess, a report, a wish or a question. Nobody can list all of
/// that, so that what leaves no doubt is listed.
struct PlainWords: Sendable {
    private let words: [[UInt32]]
    /// Beside what is done already, when that was (上午), and before what a person adds, what leads to it: 原因.
    private let done: [[UInt32]]
    private let markers: [[UInt32]]
    /// Before a claim (我来) and behind one (一下), and around a silence: 先, 到.
    private let claim: [[UInt32]]
    private let claimed: [[UInt32]]
    private let silence: [[UInt32]]
    /// Of another warning the same: 也是.
    private let also: [[UInt32]]
    /// Between two numbers (和), and of those between the ends of a row: -, 到.
    private let joints: [[UInt32]]
    private let rows: [[UInt32]]

    init(_ words: ReplyWords) {
        (self.words, also) = (words.words("plain"), words.words("also"))
        (done, markers) = (words.words("plain_done"), words.words("plain_markers"))
        (claim, claimed) = (words.words("plain_claim"), words.words("plain_claimed"))
        silence = words.words("plain_silence")
        (joints, rows) = (words.words("plain_joints"), words.words("plain_rows"))
    }

    /// Whether a sign of a row stands before a position.
    func isRow(before position: Int, in scalars: [UInt32]) -> Bool {
        let before = scalars[..<position].reversed().drop { $0 == Normalization.separator }
        return before.first.map(PlainWords.dashes.contains) ?? false
            || rows.contains { before.starts(with: $0.reversed()) }
    }

    /// - and ~, as signs of their kind are written in a message that is looked up.
    private static let dashes: Set<UInt32> = [0x2D, 0x7E]

    /// What else than the words of the list may stand in a clause.
    struct Allowance: OptionSet {
        let rawValue: Int
        /// The words for another warning.
        static let also = Allowance(rawValue: 1)
        /// When something was, where it is done already.
        static let done = Allowance(rawValue: 2)
        /// What leads to a person's words.
        static let markers = Allowance(rawValue: 4)
        /// What stands before a claim.
        static let claim = Allowance(rawValue: 8)
        /// What stands behind it.
        static let claimed = Allowance(rawValue: 16)
        /// What stands around a silence.
        static let silence = Allowance(rawValue: 32)
    }

    /// Whether a stretch of a clause says nothing but these words, signs and what it may say besides.
    func fill(
        _ range: Range<Int>, of clause: MessageFeatures, _ allowance: Allowance, besides: (Token) -> Bool
    ) -> Bool {
        let scalars = clause.text.scalars
        var words = words + joints + rows
        if allowance.contains(.also) { words += also }
        if allowance.contains(.done) { words += done }
        if allowance.contains(.markers) { words += markers }
        if allowance.contains(.claim) { words += claim }
        if allowance.contains(.claimed) { words += claimed }
        if allowance.contains(.silence) { words += silence }
        // Two words may begin alike (肯定, 肯定是), of which only one leaves what follows whole.
        var reached = Set([range.lowerBound])
        for position in range where reached.contains(position) {
            if scalars[position] == Normalization.separator || PlainWords.dashes.contains(scalars[position]) {
                reached.insert(position + 1)
            }
            if let token = clause.tokens.first(where: { $0.range.lowerBound == position }), besides(token) {
                reached.insert(token.range.upperBound)
            }
            let rest = scalars[position..<range.upperBound]
            for word in words where rest.starts(with: word) { reached.insert(position + word.count) }
        }
        return reached.contains(range.upperBound)
    }
}

extension Router {
    /// Whether a clause says nothing but which warnings it is about and what is done, with words that leave no doubt.
    ///
    /// - Parameters:
    ///   - isDescribed: whether a place or an aspect says which one.
    ///   - also: whether it may say that it is of another one as well.
    ///   - leadsOn: whether what a person adds follows.
    func isPlain(
        _ clause: MessageFeatures, _ intent: Intent, isDescribed: Bool = false, also: Bool = false,
        leadsOn: Bool = false
    ) -> Bool {
        var allowance: PlainWords.Allowance = also ? [.also] : []
        if leadsOn { allowance.insert(.markers) }
        return isPlain(
            0..<clause.text.scalars.count, of: clause, intent, isDescribed: isDescribed, allowance)
    }

    /// The same with what else may stand in the clause.
    func isPlain(
        _ clause: MessageFeatures, _ intent: Intent, isDescribed: Bool, _ allowance: PlainWords.Allowance
    )
        -> Bool
    {
        isPlain(
            0..<clause.text.scalars.count, of: clause, intent, isDescribed: isDescribed, allowance)
    }

    func isPlain(
        _ range: Range<Int>, of clause: MessageFeatures, _ intent: Intent, isDescribed: Bool = false,
        _ allowance: PlainWords.Allowance = []
    ) -> Bool {
        let listed = listed(in: clause, intent)
        let isDone =
            verb(of: intent, in: clause).map { phrasebook.aheadWords.isDone($0, in: clause) } ?? false
        return phrasebook.plainWords.fill(range, of: clause, isDone ? allowance.union(.done) : allowance) {
            token in
            // 第2条 of a warning is one of its voices.
            guard clause.text.scalars[token.range].first != Router.place else { return false }
            return token.features.contains(Feature.alert)
                || !token.features.isDisjoint(with: phrasebook.warnings.alert)
                || isAct(token, of: intent) || listed.contains(token.range)
                || names(token, in: clause, intent)
                || isDescribed && !token.features.isDisjoint(with: Router.describing)
                || (isDone || allowance.contains(.silence)) && token.isTime
        }
    }

    /// Whether a number stands for a warning beside a word for one (预警31), or as 26号, where that is no day on which one was solved.
    private func names(_ token: Token, in clause: MessageFeatures, _ intent: Intent) -> Bool {
        guard clause.mentions.alerts.isEmpty else { return false }
        let isOrdinal = token.senses.contains { if case .ordinal = $0 { true } else { false } }
        let isNumber = token.senses.contains { if case .number = $0 { true } else { false } }
        guard isOrdinal || isNumber else { return false }
        return isOrdinal && intent != .alertResolve
            || clause.tokens.contains { other in
                let start = min(other.range.upperBound, token.range.upperBound)
                let end = max(other.range.lowerBound, token.range.lowerBound)
                return !other.features.isDisjoint(with: phrasebook.warnings.alert) && start <= end
                    && clause.text.scalars[start..<end].allSatisfy { $0 == Normalization.separator }
            }
    }

    private func isAct(_ token: Token, of intent: Intent) -> Bool {
        !token.features.isDisjoint(with: phrasebook.warnings.acts)
            && !token.features.isDisjoint(with: phrasebook.features(of: intent))
    }

    /// Where bare numbers stand behind that of a warning and before what is done: 92 and 93 of A91、92、93误报. 80 of A12 解决了80% is
    /// none of them.
    private func listed(in clause: MessageFeatures, _ intent: Intent) -> Set<Range<Int>> {
        var ranges: Set<Range<Int>> = []
        var isOpen = false
        for token in clause.tokens {
            if token.features.contains(Feature.alert) {
                isOpen = true
            } else if token.features.contains(Feature.number), isOpen {
                ranges.insert(token.range)
            } else if isAct(token, of: intent) {
                isOpen = false
            }
        }
        return ranges
    }

    /// The warnings that are named by a bare number behind that of another one: A91、92、93误报. None where anything else is said there.
    func listedNumbers(in clause: MessageFeatures, _ intent: Intent) -> [Int] {
        let ranges = listed(in: clause, intent)
        guard !ranges.isEmpty, isPlain(clause, intent, also: true) else { return [] }
        let scalars = clause.text.scalars
        return clause.tokens.compactMap { token in
            guard ranges.contains(token.range),
                // The end of a row is read as one.
                !phrasebook.plainWords.isRow(before: token.range.lowerBound, in: scalars)
            else { return nil }
            for case .number(let number) in token.senses { return number }
            return nil
        }
    }

    static let describing: FeatureSet = {
        var set = FeatureSet()
        for feature in [Feature.city, Feature.region, Feature.aspect, Feature.product] { set.insert(feature) }
        return set
    }()
}

extension Token {
    /// Whether it says when something was or how long it took.
    fileprivate var isTime: Bool {
        senses.contains { sense in
            switch sense {
            case .period, .noPeriod, .weekday, .clock, .duration: true
            default: false
            }
        }
    }
}
