/// Several suggestions for which one message wants the same: 采纳3、4, 支持1和3.
extension Router {
    /// 采纳 3，4: both, where nothing follows the numbers or a reason that is marked as one. 采纳 3，100 台先试点 is of the first; 采纳3、4
    /// and 3，4 采纳 are of both, whatever follows.
    func takeNumbers(into understood: inout Understood, _ text: String, _ message: MessageFeatures) {
        guard understood.alike.isEmpty,
            let first = message.tokens.firstIndex(where: { $0.suggestionNumber != nil })
        else { return }
        let scalars = Array(text.unicodeScalars)
        // 3、4 and 3和4 are a row by themselves.
        var isRow = true
        var numbers: [Int] = []
        var end = first
        var isMarked = true
        var index = first
        while index < message.tokens.count {
            let token = message.tokens[index]
            if index > first, !adjoins(message, index),
                !joins(message.tokens[index - 1], token, in: message, scalars)
            {
                break
            }
            if let number = token.suggestionNumber {
                if index > first { isRow = isRow && joins(message.tokens[end], token, in: message, scalars) }
                numbers.append(number)
                end = index
                if case .hash? = token.senses.first(where: \.isNumbered) {} else { isMarked = false }
            } else if !token.features.isSubset(of: phrasebook.filler) && !isJoint(token, message)
                || index > end + 1
            {
                break
            }
            index += 1
        }
        numbers = distinct(numbers)
        guard numbers.count > 1, understood.request.slots.suggestion == String(numbers[0]) else { return }
        let verdict = verdict(behind: end, in: message)
        let from = Int(message.text.origins[message.tokens[verdict ?? end].range.upperBound - 1]) + 1
        let rest = String(String.UnicodeScalarView(scalars[from...]))
        let behind = message.tokens[(end + 1)...]
        let isCommand =
            behind.allSatisfy {
                !$0.features.isDisjoint(with: phrasebook.decisionWords.union(phrasebook.filler))
                    || $0.features.contains(Feature.status)
            }
            && message.gaps[message.tokens[end].range.upperBound...].indices.allSatisfy {
                !message.gaps[$0] || message.text.divides(at: $0)
            }
        guard isMarked || isRow || verdict != nil || isCommand || phrasebook.triageWords.beginsReason(rest)
        else { return }
        if understood.request.intent == .suggestionDecide {
            understood.request.slots.words = isCommand ? nil : phrasebook.triageWords.reason(rest[...])
        }
        understood.alike += numbers.dropFirst().prefix(Router.mostAlike).map {
            var request = understood.request
            request.slots.suggestion = String($0)
            return request
        }
    }

    /// Where the words end that say what is decided of the numbers before them; nothing where they say nothing of that.
    private func verdict(behind end: Int, in message: MessageFeatures) -> Int? {
        var last: Int?
        for index in message.tokens.indices.dropFirst(end + 1) {
            let token = message.tokens[index]
            guard adjoins(message, index),
                !token.features.isDisjoint(with: phrasebook.decisionWords)
                    || token.features.contains(Feature.status)
                    || token.features.isSubset(of: phrasebook.filler)
            else { break }
            if token.features.contains(Feature.status) { last = index }
            // What stands behind a sign is why.
            if last != nil, index + 1 < message.tokens.count,
                message.tokens[index + 1].range.lowerBound > token.range.upperBound
            {
                break
            }
        }
        return last
    }

    /// Whether a piece is 和 or its like alone.
    private func isJoint(_ token: Token, _ message: MessageFeatures) -> Bool {
        token.range.count == 1 && Router.joints.contains(message.text.scalars[token.range.lowerBound])
    }

    private static let joints = Set("和与跟及".unicodeScalars.map(\.value))

    /// Whether nothing but one 、 or 和 stands between two numbers, in the text as it was written.
    private func joins(
        _ one: Token, _ other: Token, in message: MessageFeatures, _ scalars: [Unicode.Scalar]
    ) -> Bool {
        let start = Int(message.text.origins[one.range.upperBound - 1]) + 1
        let end = Int(message.text.origins[other.range.lowerBound])
        guard start < end else { return false }
        let between = scalars[start..<end].filter { !$0.properties.isWhitespace && $0 != "#" }
        return between.count == 1 && "、和与跟及".unicodeScalars.contains(between[0])
    }

    /// Whether nothing but signs stands between a piece and the one before it.
    private func adjoins(_ message: MessageFeatures, _ index: Int) -> Bool {
        let gap = message.tokens[index - 1].range.upperBound..<message.tokens[index].range.lowerBound
        return message.text.scalars[gap].allSatisfy { $0 == Normalization.separator }
    }
}

extension Token {
    /// The number that it may give to a suggestion.
    fileprivate var suggestionNumber: Int? {
        for sense in senses {
            switch sense {
            case .hash(let number), .ordinal(let number), .number(let number): return number
            default: break
            }
        }
        return nil
    }
}
