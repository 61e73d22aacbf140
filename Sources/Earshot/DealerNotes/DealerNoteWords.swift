/// The words of `commands.json5` around what somebody records of a customer, and with which it is changed or taken back.
struct DealerNoteWords: Sendable {
    private let heads: [String]
    private let matters: [String]
    private let tails: [String]
    /// What says nothing by itself: 客户说.
    private let empty: Set<String>
    private let withdrawals: [String]
    private let corrections: [String]
    /// Whole messages that take back what was just recorded, and beginnings of those that change it.
    private let undo: Set<String>
    private let instead: [String]
    private let nothing: Set<String>

    init(_ words: [String: [String]]) {
        func longestFirst(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        heads = longestFirst("note_head")
        matters = longestFirst("note_matter")
        tails = longestFirst("note_tail")
        empty = Set(words["note_empty"] ?? [])
        withdrawals = longestFirst("note_withdraw")
        corrections = longestFirst("note_correct")
        undo = Set(words["note_undo"] ?? [])
        instead = longestFirst("note_instead")
        nothing = Set(words["note_nothing"] ?? [])
    }

    /// What is to be recorded: the message without the words that ask for it; nothing where it says nothing else.
    func words(of text: String) -> String? {
        var rest = text.withoutOuterBlanks
        if let head = heads.first(where: { rest.hasPrefix($0) }) {
            rest = DealerNoteWords.bare(String(rest.dropFirst(head.count)))
            // 记录客户反馈：… names what follows, 记录客户反馈空调有异味 tells it.
            if let matter = matters.first(where: { rest.hasPrefix($0) }) {
                let behind = rest.dropFirst(matter.count)
                if behind.isEmpty || behind.first?.isPunctuation == true || behind.first?.isWhitespace == true
                {
                    rest = DealerNoteWords.bare(String(behind))
                }
            }
        }
        if let tail = tails.first(where: { rest.hasSuffix($0) && rest.count > $0.count }) {
            rest.removeLast(tail.count)
            while let last = rest.last, last.isPunctuation || last.isWhitespace { rest.removeLast() }
        }
        return says(rest) ? rest : nil
    }

    /// Whether a text says anything that could be recorded.
    private func says(_ text: String) -> Bool {
        let bare = text.filter { !$0.isPunctuation && !$0.isWhitespace }
        return SuggestionForm.saysSomething(bare) && !empty.contains(bare)
    }

    /// The things that an answer names, each on a line, behind a number or a semicolon.
    func lines(of text: String) -> [String] {
        let parts = text.split { $0.isNewline || $0 == ";" || $0 == "；" }.flatMap { line in
            DealerNoteWords.numbered(line)
        }
        return parts.compactMap { words(of: $0) }
    }

    /// 1. 空调有异味 2. 等太久: the parts behind the numbers 1, 2, 3 in their order.
    private static func numbered(_ line: Substring) -> [String] {
        // A line of its own goes on with the number it begins with.
        let first = line.first { !$0.isWhitespace }?.wholeNumberValue ?? 1
        var (parts, current, next) = ([String](), "", first)
        var index = line.startIndex
        while index < line.endIndex {
            let behind = line.index(after: index)
            let mark = behind < line.endIndex ? line[behind] : " "
            let isFirst = index == line.startIndex || line[line.index(before: index)].isNumber == false
            if isFirst, line[index].wholeNumberValue == next, next <= 9, "..、)）．:：".contains(mark) {
                parts.append(current)
                (current, next) = ("", next + 1)
                index = line.index(after: behind)
            } else {
                current.append(line[index])
                index = behind
            }
        }
        parts.append(current)
        return parts.map { bare($0) }.filter { !$0.isEmpty }
    }

    /// Whether whoever is asked says that there was nothing.
    func saysNothing(_ text: String) -> Bool {
        nothing.contains(text.filter { !$0.isPunctuation && !$0.isWhitespace })
    }

    /// - Parameter isAfterOne: whether a note was spoken of just before.
    func command(_ text: String, isAfterOne: Bool) -> Request? {
        let text = text.withoutOuterBlanks
        if let head = withdrawals.first(where: { text.hasPrefix($0) }) {
            let (number, words) = DealerNoteWords.number(text.dropFirst(head.count))
            guard words.filter({ !"吧了".contains($0) && !$0.isPunctuation }).isEmpty, !text.hasSuffix("？"),
                !text.hasSuffix("?")
            else { return nil }
            return request(.noteWithdraw, number, nil)
        }
        if let head = corrections.first(where: { text.hasPrefix($0) }) {
            let rest = text.dropFirst(head.count)
            let (number, words) = DealerNoteWords.number(rest)
            // 修改记录怎么弄 changes nothing.
            let isSet = number != nil || rest.first.map { $0.isWhitespace || $0.isPunctuation } == true
            guard isSet || rest.isEmpty, number != nil || !Normalization(words).isQuestion else { return nil }
            return request(.noteCorrect, number, words.isEmpty ? nil : words)
        }
        guard isAfterOne else { return nil }
        if undo.contains(text.filter { !$0.isPunctuation && !$0.isWhitespace }) {
            return request(.noteWithdraw, nil, nil)
        }
        if let head = instead.first(where: { text.hasPrefix($0) }) {
            let words = DealerNoteWords.bare(String(text.dropFirst(head.count)))
            return says(words) && !Normalization(words).isQuestion ? request(.noteCorrect, nil, words) : nil
        }
        return DealerNoteWords.exchange(text) == nil ? nil : request(.noteCorrect, nil, text)
    }

    /// 不是空调，是车机: what stands for what.
    static func exchange(_ text: String) -> (wrong: String, right: String)? {
        guard text.hasPrefix("不是"), let joint = text.dropFirst(2).firstRange(of: "是") else { return nil }
        let wrong = bare(String(text.dropFirst(2)[..<joint.lowerBound]))
            .filter { !"，,而 ".contains($0) }
        let right = bare(String(text[joint.upperBound...]))
            .filter { !$0.isPunctuation }
        guard (1...10).contains(wrong.count), (1...20).contains(right.count),
            !Normalization(text).isQuestion
        else { return nil }
        return (wrong, right)
    }

    private func request(_ intent: Intent, _ number: String?, _ words: String?) -> Request {
        var request = Request(intent)
        (request.slots.entry, request.slots.words) = (number, words)
        return request
    }

    /// A number with what may stand around it (#12, 12号), and the rest.
    private static func number(_ text: Substring) -> (String?, String) {
        let rest = text.drop { $0.isWhitespace || "#＃：:第".contains($0) }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...12).contains(digits.count), let number = Int64(digits) else {
            return (nil, bare(String(text)))
        }
        return (String(number), bare(String(rest.dropFirst(digits.count).drop { "号条".contains($0) })))
    }

    private static func bare(_ text: String) -> String {
        String(text.drop { $0.isWhitespace || $0.isPunctuation }).withoutOuterBlanks
    }
}
