/// What a message decides of a suggestion, where it decides anything.
extension Router {
    /// One that asks about a decision or a support (采纳 18 的原因是什么, 支持 24 有什么用) is about the suggestion and changes nothing; the
    /// number that stands there counts however large it is, and what is no whole number is none.
    func settleDecision(
        of understood: Understood, _ text: String, _ message: MessageFeatures, _ context: DialogueContext
    ) -> Understood {
        let words = phrasebook.triageWords
        let intent = understood.request.intent
        // 采纳 8？ is no command, and asks about #8 all the same.
        // 部采纳2 is 不采纳2, or of a department: the opposite must not be done.
        if intent == .suggestionDecide, words.opensWithSlip(text) { return unknown(message, in: context) }
        let mayAsk = intent == .unknown && context.openForm == nil && words.opensDecision(text)
        guard intent == .suggestionDecide || intent == .suggestionSupport || mayAsk,
            let opening = words.opening(of: text)
        else { return understood }
        if mayAsk, !opening.isWhole || !words.asks(behind: opening.rest) { return understood }
        guard opening.isWhole else { return unknown(message, in: context) }
        if words.asks(behind: opening.rest) {
            var slots = Slots()
            slots.suggestion = opening.number
            return Understood(request: Request(.suggestionShow, slots), said: slots)
        }
        guard opening.number.count >= Router.longNumber else { return understood }
        var understood = understood
        (understood.request.slots.suggestion, understood.said.suggestion) = (opening.number, opening.number)
        if understood.request.intent == .suggestionDecide {
            understood.request.slots.words = words.reason(opening.rest)
        }
        understood.alike = []
        return understood
    }

    /// From so many digits on a number is not read as one elsewhere.
    private static let longNumber = 7
}

extension TriageWords {
    /// The number behind a decision, or with which a text begins.
    struct Opening {
        /// Its digits.
        var number: String
        /// Whether it is a whole number above zero: 1.5 and -1 are none.
        var isWhole: Bool
        var rest: Substring
    }

    /// The opening of 不采纳 22 …, 采纳建议 #22 … and 22 …; nothing where no number stands there.
    func opening(of text: String) -> Opening? {
        var rest = text.drop(while: \.isWhitespace)
        if let word = decisions.first(where: { rest.hasPrefix($0) }) {
            rest = rest.dropFirst(word.count).drop { $0.isWhitespace }
            if let suggestion = filing.first(where: { rest.hasPrefix($0) }) {
                rest = rest.dropFirst(suggestion.count).drop { $0.isWhitespace }
            }
        }
        let isNegative = rest.first.map { "-－−".contains($0) } ?? false
        rest = rest.drop { "-－−#＃".contains($0) }
        let digits = rest.prefix { $0.isWholeNumber }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        let isDecimal =
            rest.first.map { ".．".contains($0) } == true && rest.dropFirst().first?.isNumber == true
        return Opening(
            number: digits.compactMap(\.wholeNumberValue).map { String($0) }.joined(),
            isWhole: !isNegative && !isDecimal, rest: rest)
    }

    /// Whether what stands behind a number asks or tells something of the suggestion (的人数, 上线时间, 还没定) instead of saying why. A
    /// reason behind 因为 or a colon may ask (因为不知道怎么做), unless it says nothing else: 因为什么.
    func asks(behind rest: Substring) -> Bool {
        let bare = rest.drop { $0.isWhitespace || $0.isPunctuation && !":：".contains($0) }
        let said = bare.hasPrefix("的") ? bare.dropFirst() : bare
        if beginsReason(String(said)), let reason = reason(said) { return saysNothingButAsking(reason) }
        let text = Normalization(String(rest))
        if text.isQuestion || asks(text) { return true }
        let words = String(bare).withoutOuterBlanks
        return decisionHeads.contains { words.hasPrefix($0) }
            || words.count <= TriageWords.longestTopic && decisionTopics.contains { words.hasSuffix($0) }
            || undecided.contains { words.contains($0) }
    }

    private static let longestTopic = 8

    private func saysNothingButAsking(_ words: String) -> Bool {
        let scalars = Normalization(words).scalars
        var position = 0
        while position < scalars.count {
            if let word = asking.first(where: { scalars[position...].starts(with: $0) }) {
                position += word.count
            } else if scalars[position] == Normalization.separator
                || TriageWords.particles.contains(scalars[position])
            {
                position += 1
            } else {
                return false
            }
        }
        return true
    }

    /// 呢, 啊, 呀, 是, 为
    private static let particles: Set<UInt32> = [0x5462, 0x554A, 0x5440, 0x662F, 0x4E3A]
}
