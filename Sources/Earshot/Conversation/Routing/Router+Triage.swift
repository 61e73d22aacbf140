extension Router {
    /// What is done with suggestions beside a decision: 合并 57 到 31, 拆开 57, 57 交给产品部, 57 月底前; nothing where the whole
    /// message is not one of these.
    func triage(_ text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, message.mentions.alerts.isEmpty, !message.text.isQuestion,
            !message.says(phrasebook.warnings.alert), text.count <= Router.longestTriage
        else { return nil }
        let words = phrasebook.triageWords
        let spoken = context.previous?.intent.isAboutSuggestions == true ? context.previous : nil
        if let decided = decidedUnnamed(text, message, spoken) ?? decidedTogether(text, context) {
            return decided
        }
        guard let numbered = NumberedText(text) else { return nil }
        if let rest = TriageWords.removing(words.split, from: numbered.words), words.isFiller(rest) {
            guard numbered.numbers.count <= Router.mostGiven, !numbered.numbers.isEmpty || spoken != nil
            else {
                return nil
            }
            var split = triage(.suggestionSplit, numbered.numbers.first, spoken)
            split?.alike = numbered.numbers.dropFirst().compactMap {
                triage(.suggestionSplit, $0, spoken)?.request
            }
            return split
        }
        if let rest = TriageWords.removing(words.merge, from: numbered.words), words.isFiller(rest) {
            return merged(text, numbered.numbers, spoken)
        }
        return scheduled(text, numbered, spoken, context) ?? givenUntil(text, spoken, context)
            ?? given(text, message, spoken, context) ?? givenBetween(text, spoken, context)
    }

    private static let longestTriage = 60

    /// 采纳它, 不采纳: of the suggestion that was spoken of; behind a list it is asked which.
    private func decidedUnnamed(_ text: String, _ message: MessageFeatures, _ spoken: Request?) -> Understood?
    {
        let words = phrasebook.triageWords
        let bare = text.filter { !$0.isWhitespace && !$0.isPunctuation }
        guard let spoken, message.mentions.numbers.isEmpty, message.mentions.hashes.isEmpty,
            let status = message.mentions.statuses.first,
            let word = words.decisions.filter({ bare.hasPrefix($0) }).max(by: { $0.count < $1.count }),
            words.isFiller(String(bare.dropFirst(word.count)))
        else { return nil }
        var slots = Slots()
        (slots.suggestion, slots.status) = (spoken.slots.suggestion, status)
        return Understood(request: Request(.suggestionDecide, slots), said: slots)
    }

    /// The same decision on each of a row (3和4都采纳, 建议3和建议4都不采纳，成本太高): it is one in other words.
    func decidedTogether(_ text: String, _ context: DialogueContext) -> Understood? {
        let row =
            /(?:建议\s*)?#?([0-9]{1,9})((?:[\s和与跟及、,，]+(?:建议\s*)?#?[0-9]{1,9}(?![0-9]))+)\s*(?:都|全部|全都|全|均|一起)+\s*(.+)/
        guard context.previous?.intent.isAboutAlerts != true, text.count <= Router.longestTriage,
            let match = text.withoutOuterBlanks.wholeMatch(of: row), !match.3.contains(where: \.isNumber)
        else { return nil }
        let others = match.2.matches(of: /[0-9]+/).map { "#\($0.0)" }
        let plain = (["#\(match.1)"] + others).joined(separator: "、") + " " + match.3
        let understood = understand(plain, in: context)
        return understood.request.intent == .suggestionDecide ? understood : nil
    }

    /// 建议:…: whatever stands behind the colon is what is suggested, but for the number of one (建议:#57).
    func filing(_ text: String, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil else { return nil }
        let start = text.drop(while: \.isWhitespace)
        guard let head = phrasebook.triageWords.filing.first(where: { start.hasPrefix($0) }) else {
            return nil
        }
        let rest = start.dropFirst(head.count).drop(while: \.isWhitespace)
        // 我要提建议，遮阳帘容易卡住 is one as well.
        let isWish = phrasebook.triageWords.filingWishes.contains(head)
        guard rest.first == ":" || rest.first == "：" || isWish && (rest.first == "，" || rest.first == ",")
        else {
            return nil
        }
        let words = String(rest.dropFirst()).withoutOuterBlanks
        guard !isWish || !Normalization(words).isQuestion else { return nil }
        guard words.unicodeScalars.count(where: \.properties.isAlphabetic) >= 4 else { return nil }
        var understood = Understood(request: Request(.suggestionFile))
        understood.freeText = words
        return understood
    }

    /// 57 月底前, 57 的截止日期 12月15日.
    func scheduled(
        _ text: String, _ numbered: NumberedText, _ spoken: Request?, _ context: DialogueContext
    ) -> Understood? {
        let words = phrasebook.triageWords
        var number: Int64?
        var rest = text.withoutOuterBlanks.filter { !$0.isWhitespace }
        if let first = numbered.leading ?? named(in: rest) {
            number = first.number
            rest = first.rest
        } else if spoken == nil {
            return nil
        }
        // 3 周五前处理 behind a list of warnings is of one of those.
        guard numbered.isMarked || context.previous?.intent.isAboutAlerts != true,
            let unmarked = TriageWords.removing(words.deadline, from: rest)
        else { return nil }
        var date = unmarked
        while let word = words.filler.first(where: { date.hasPrefix($0) }) { date.removeFirst(word.count) }
        while let word = words.filler.first(where: { date.hasSuffix($0) }) { date.removeLast(word.count) }
        guard let day = words.due.comingDay(date, today: context.today) else { return nil }
        return triage(.suggestionSchedule, number, spoken) { $0.period = .days(day...day) }
    }

    /// The number behind 建议, or before a word for a deadline, with what follows: 把建议4的截止日期改到12月20日, 4截止12月20日. In 建议4月底前 it is a
    /// month's.
    private func named(in text: String) -> (number: Int64, rest: String)? {
        let words = phrasebook.triageWords
        var rest = Substring(text)
        while let word = words.filler.first(where: { rest.hasPrefix($0) }) {
            rest = rest.dropFirst(word.count)
        }
        let isNamed = words.filing.contains {
            text.firstRange(of: $0).map { $0.upperBound <= rest.startIndex } ?? false
        }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        // 建议2周内完成 is itself a suggestion.
        guard digits.count <= 9, let number = Int64(digits), rest.first.map(Router.units.contains) != true,
            isNamed || words.deadline.contains(where: { $0.count > 1 && rest.hasPrefix($0) })
        else { return nil }
        return (number, String(rest))
    }

    private static let units: Set<Character> = [
        "月", "周", "年", "天", "日", "号", "个", "点", "时", "小", "季", "半", "分", "星", "/", "-", ".", "．",
    ]

    /// 57 交给产品部; without a number the suggestion that was spoken of.
    func given(
        _ text: String, _ message: MessageFeatures, _ spoken: Request?, _ context: DialogueContext
    ) -> Understood? {
        guard let assignee = Assignee(text, message, phrasebook), let rest = NumberedText(assignee.rest),
            rest.numbers.count <= Router.mostGiven, !rest.numbers.isEmpty || spoken != nil,
            rest.numbers.count < 2 || isRow(assignee.rest),
            // A bare number may be a warning's where those are spoken of.
            spoken != nil || rest.isMarked || context.previous?.intent.isAboutAlerts != true,
            let left = TriageWords.removing(phrasebook.triageWords.assign, from: rest.words),
            phrasebook.triageWords.saysNothingBesideGiving(left)
        else { return nil }
        var given = triage(.suggestionAssign, rest.numbers.first, spoken) { $0.person = assignee.name }
        // 21、23交给产品部
        given?.alike = rest.numbers.dropFirst().compactMap { number in
            triage(.suggestionAssign, number, spoken) { $0.person = assignee.name }?.request
        }
        return given
    }

    private static let mostGiven = 6

    /// Whether all numbers of a text stand in one row. 12号 beside another one is a day.
    private func isRow(_ text: String) -> Bool {
        guard let first = text.firstIndex(where: \.isNumber), let last = text.lastIndex(where: \.isNumber)
        else { return false }
        return text[first...last].allSatisfy {
            $0.isNumber || $0.isWhitespace || "、,，和与跟及#＃建议".contains($0)
        } && text[last...].dropFirst().first != "号"
    }

    func triage(
        _ intent: Intent, _ number: Int64?, _ spoken: Request?, _ fill: (inout Slots) -> Void = { _ in }
    ) -> Understood? {
        var slots = Slots()
        slots.suggestion = number.map { String($0) } ?? spoken?.slots.suggestion
        guard slots.suggestion != nil else { return nil }
        fill(&slots)
        return Understood(request: Request(intent, slots), said: slots)
    }

    /// A decision whose reason stands behind 因为: nothing in the reason is a command (不采纳 57 因为 A12 已处理).
    func decision(_ text: String, in context: DialogueContext) -> Understood? {
        let words = phrasebook.triageWords
        guard context.openForm == nil, words.opensDecision(text),
            let start = words.causes.compactMap({ text.firstRange(of: $0)?.lowerBound }).min()
        else { return nil }
        let head = String(text[..<start])
        let message = features(of: head, context)
        let row = String(
            head[
                ..<(head.lastIndex { $0.isLetter || $0.isNumber }.map(head.index(after:)) ?? head.startIndex)]
        )
        var understood = decidedTogether(row, context) ?? understand(head, message, context)
        guard understood.request.intent == .suggestionDecide, understood.said.suggestion != nil else {
            return nil
        }
        understood.request.slots.words = nil
        settleNumbers(of: &understood, head, message)
        let reason = words.reason(text[start...])
        understood.request.slots.words = reason
        for index in understood.alike.indices { understood.alike[index].slots.words = reason }
        return understood
    }

    /// Whether words say nothing but that something is not wanted after all: 取消 in 57 采纳 取消.
    func takesBack(_ words: String, _ context: DialogueContext) -> Bool {
        let message = features(of: words, context)
        return message.says(phrasebook.takenBack)
            && message.text.scalars.indices.allSatisfy { position in
                message.text.divides(at: position)
                    || message.tokens.contains { token in
                        token.range.contains(position)
                            && (!token.features.isDisjoint(with: phrasebook.takenBack)
                                || token.features.isSubset(of: phrasebook.filler))
                    }
            }
    }

    /// The words behind a decision: 成本太高 in 不采纳 57 因为成本太高.
    func reason(_ text: String, _ message: MessageFeatures, _ understood: Understood) -> String? {
        var command = phrasebook.decisionWords
        for feature in [Feature.suggestion, Feature.number, Feature.status] { command.insert(feature) }
        var (sawNumber, sawStatus) = (understood.said.suggestion == nil, false)
        var end = 0
        for token in message.tokens {
            guard !token.features.isDisjoint(with: command) || token.features.isSubset(of: phrasebook.filler)
            else { break }
            sawNumber =
                sawNumber || token.features.contains(Feature.number)
                || token.features.contains(Feature.suggestion)
            sawStatus = sawStatus || token.features.contains(Feature.status)
            end = token.range.upperBound
            if sawNumber, sawStatus { break }
        }
        // 6这条我看可以，采纳吧，但是先试点
        if !sawStatus, sawNumber,
            let status = message.tokens.first(where: { $0.features.contains(Feature.status) })
        {
            (sawStatus, end) = (true, status.range.upperBound)
        }
        guard sawNumber, sawStatus, end > 0 else { return nil }
        let scalars = Array(text.unicodeScalars)
        let from = Int(message.text.origins[end - 1]) + 1
        guard from < scalars.count else { return nil }
        return phrasebook.triageWords.reason(Substring(String(String.UnicodeScalarView(scalars[from...]))))
    }
}

/// A text with the numbers that stand in it taken out.
struct NumberedText {
    /// In their order.
    private(set) var numbers: [Int64] = []
    /// What is left, without blanks and signs.
    private(set) var words = ""
    /// Whether a number is written as suggestions are.
    private(set) var isMarked = false
    /// The number with which it begins, and all that follows, without blanks.
    private(set) var leading: (number: Int64, rest: String)?

    /// Nothing where a number is a part of a Latin word (A12), or too long to be one.
    init?(_ text: String) {
        var rest = Substring(text)
        while let first = rest.first {
            let digits = rest.prefix {
                $0.wholeNumberValue != nil && $0.isNumber
                    && $0.unicodeScalars.first?.properties.numericType == .decimal
            }
            guard digits.isEmpty else {
                let value = digits.compactMap(\.wholeNumberValue).map { String($0) }.joined()
                guard digits.count <= 9, let number = Int64(value),
                    words.last.map({ !($0.isASCII && $0.isLetter) }) ?? true
                else { return nil }
                let before = text[..<digits.startIndex].last { !$0.isWhitespace }
                let hasSign = before == "#" || before == "＃"
                rest = rest.dropFirst(digits.count)
                var ends = hasSign || rest.first?.isWhitespace == true || rest.isEmpty || number > 12
                if rest.first == "号" {
                    rest = rest.dropFirst()
                    ends = true
                }
                if numbers.isEmpty, words.isEmpty, ends {
                    leading = (number, rest.filter { !$0.isWhitespace })
                }
                isMarked = isMarked || hasSign
                numbers.append(number)
                continue
            }
            if !first.isWhitespace, !first.isPunctuation, !first.isSymbol { words.append(first) }
            rest = rest.dropFirst()
        }
    }
}
