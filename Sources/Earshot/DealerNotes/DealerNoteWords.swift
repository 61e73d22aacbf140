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
    /// Before what stands in the place of what was recorded: 不对，是.
    private let wrong: [String]
    private let right: [String]
    /// In its place what says something else: 不对，是我要撤回.
    private let notRight: [String]
    /// Behind the words that ask for a record what is no customer's: 帮我记个事.
    private let others: [String]
    private let nothing: Set<String>
    /// Whole messages with which nothing is recorded now, and beginnings of questions about the command.
    private let later: Set<String>
    private let howTo: [String]
    /// Beginnings with which nothing is to be recorded, and ends that take a wish back.
    private let denied: [String]
    private let dropped: [String]
    /// Before whom or what a command to record ends: 客户, 有位.
    private let customers: [String]

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
        (wrong, right) = (longestFirst("note_wrong"), longestFirst("note_right"))
        (others, notRight) = (longestFirst("note_other"), longestFirst("note_not_right"))
        nothing = Set(words["note_nothing"] ?? [])
        later = Set(words["note_later"] ?? [])
        howTo = words["note_how"] ?? []
        customers = words["note_customer"] ?? []
        denied = words["note_denied"] ?? []
        dropped = words["note_dropped"] ?? []
    }

    /// Whether a message says that nothing is to be recorded or asked, or asks how it is done: a customer's words begin behind
    /// the command, and end before a pause.
    func denies(_ text: String) -> Bool {
        let text = text.withoutOuterBlanks
        if denied.contains(where: { text.hasPrefix($0) }) { return true }
        if heads.contains(where: { text.hasPrefix($0) && isOther(text.dropFirst($0.count)) }) { return true }
        return dropped.contains { drop in
            text.hasSuffix(drop)
                && text.dropLast(drop.count).last.map { $0.isPunctuation || $0.isWhitespace } == true
        }
    }

    /// Whether what is to be recorded is no customer's: 帮我记个事.
    private func isOther(_ rest: Substring) -> Bool {
        others.contains { other in
            // 登记一下电话没人接 is a customer's.
            rest.hasPrefix(other)
                && rest.dropFirst(other.count).first.map { $0.isPunctuation || $0.isWhitespace } ?? true
        }
    }

    /// What is to be recorded: the message without the words that ask for it; nothing where it says nothing else.
    ///
    /// - Parameter isAnswer: whether it was asked what the customer said: 记录客户… may be words of the customer then.
    func words(of text: String, isAnswer: Bool = false) -> String? {
        var rest = text.withoutOuterBlanks
        if let head = head(of: rest, isAnswer: isAnswer) {
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
        // 客户说销售没有帮我登记 asks for nothing.
        if let tail = tails.first(where: { tail in
            rest.hasSuffix(tail)
                && rest.dropLast(tail.count).last.map { $0.isPunctuation || $0.isWhitespace } == true
        }) {
            rest.removeLast(tail.count)
            while let last = rest.last, last.isPunctuation || last.isWhitespace { rest.removeLast() }
        }
        return says(rest) ? rest : nil
    }

    /// The words with which a text asks for a record. 记录仪死机 and 登记证书不给 begin with none.
    private func head(of text: String, isAnswer: Bool) -> String? {
        heads.first { head in
            guard text.hasPrefix(head) else { return false }
            let rest = text.dropFirst(head.count)
            guard let next = rest.first else { return true }
            guard isAnswer || !isOther(rest) else { return false }
            if next.isWhitespace || next.isPunctuation { return true }
            guard !isAnswer else { return false }
            return ["一下", "一条", "一笔"].contains { head.hasSuffix($0) }
                || customers.contains { rest.hasPrefix($0) }
                || matters.contains { rest.hasPrefix($0) }
        }
    }

    /// Whether a text begins with the words that ask for a record.
    func asksToRecord(_ text: String) -> Bool { head(of: text.withoutOuterBlanks, isAnswer: false) != nil }

    /// Whether a text says anything that could be recorded.
    private func says(_ text: String) -> Bool {
        let bare = text.filter { !$0.isPunctuation && !$0.isWhitespace }
        return SuggestionForm.saysSomething(bare) && !empty.contains(bare) && !nothing.contains(bare)
    }

    /// The things that an answer names, each on a line, behind a number or a semicolon.
    func lines(of text: String) -> [String] {
        let parts = text.split { $0.isNewline || $0 == ";" || $0 == "；" }.flatMap { line in
            DealerNoteWords.numbered(line)
        }
        return parts.compactMap { words(of: $0, isAnswer: true) }
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

    /// Whether whoever is asked what a customer said does not say it now.
    func endsAsking(_ text: String) -> Bool {
        let bare = text.filter { !$0.isPunctuation && !$0.isWhitespace }
        return saysNothing(text) || later.contains(bare) || undo.contains(bare)
    }

    /// - Parameter spoken: the number of the note that was spoken of just before: what names none means that one alone.
    func command(_ text: String, after spoken: String?) -> Request? {
        let text = text.withoutOuterBlanks
        if let head = withdrawals.first(where: { text.hasPrefix($0) }) {
            guard let (named, words) = numbers(text.dropFirst(head.count)) else {
                // 11/20 and 2-5 are no numbers of records: nobody's.
                return request(.noteWithdraw, String(text.dropFirst(head.count)).withoutOuterBlanks, nil)
            }
            let number = named.count > DealerNoteWords.mostAtOnce ? named.joined(separator: "、") : named.first
            guard words.filter({ !"吧了".contains($0) && !$0.isPunctuation }).isEmpty, !text.hasSuffix("？"),
                !text.hasSuffix("?")
            else { return nil }
            return request(.noteWithdraw, number ?? spoken, nil)
        }
        if let head = corrections.first(where: { text.hasPrefix($0) }) {
            let rest = text.dropFirst(head.count)
            let (number, words) = number(rest)
            // 修改记录怎么弄 changes nothing.
            let isSet = number != nil || rest.first.map { $0.isWhitespace || $0.isPunctuation } == true
            guard isSet || rest.isEmpty else { return nil }
            // 修改记录 12 怎么弄 and 修改记录 12 可以吗 are told how it is said.
            guard !words.isEmpty, !asks(words) else { return request(.noteCorrect, number ?? spoken, nil) }
            let joint = instead.first { words.hasPrefix($0) }
            let new = joint.map { DealerNoteWords.bare(String(words.dropFirst($0.count))) } ?? words
            return request(.noteCorrect, number ?? spoken, new.isEmpty ? nil : new)
        }
        guard let spoken else { return nil }
        if let right = corrected(text) {
            var whole = request(.noteCorrect, spoken, right)
            // Whether all that was recorded shall give way to it is asked.
            whole.slots.isConfirmed = false
            return whole
        }
        if undo.contains(text.filter { !$0.isPunctuation && !$0.isWhitespace }) {
            return request(.noteWithdraw, spoken, nil)
        }
        if let head = instead.first(where: { text.hasPrefix($0) }) {
            let words = DealerNoteWords.bare(String(text.dropFirst(head.count)))
            return says(words) && !asks(words) ? request(.noteCorrect, spoken, words) : nil
        }
        return DealerNoteWords.exchange(text) == nil ? nil : request(.noteCorrect, spoken, text)
    }

    /// What stands in the place of what was recorded: 座椅有异味 in 不对，是座椅有异味.
    private func corrected(_ text: String) -> String? {
        guard let head = wrong.first(where: { text.hasPrefix($0) }), !asks(text) else { return nil }
        let behind = text.dropFirst(head.count)
        guard let sign = behind.first, sign.isPunctuation || sign.isWhitespace else { return nil }
        let rest = DealerNoteWords.bare(String(behind))
        guard let joint = right.first(where: { rest.hasPrefix($0) }) else { return nil }
        let words = DealerNoteWords.bare(String(rest.dropFirst(joint.count)))
        guard !notRight.contains(where: { words.contains($0) }) else { return nil }
        return says(words) && !asks(words) ? words : nil
    }

    /// Whether a text begins with the words by which what was recorded is changed, be it a whole command or not.
    func opensCommand(_ text: String) -> Bool {
        (withdrawals + corrections).contains { text.hasPrefix($0) }
    }

    private func asks(_ words: String) -> Bool {
        Normalization(words).isQuestion || howTo.contains { words.hasPrefix($0) }
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

    /// A number with what may stand around it (#12, 12号, 十二号), and the rest. 3 of 3个客户 is none.
    private func number(_ text: Substring) -> (String?, String) {
        let rest = text.drop { $0.isWhitespace || "#＃：:第".contains($0) }
        let written = rest.prefix { $0.wholeNumberValue != nil }
        let behind = rest.dropFirst(written.count)
        let ends =
            behind.first.map { $0.isWhitespace || $0.isPunctuation || "号条".contains($0) } ?? true
            || customers.contains { behind.hasPrefix($0) } || instead.contains { behind.hasPrefix($0) }
        guard ends, let number = DealerNoteWords.value(of: written) else {
            return (nil, DealerNoteWords.bare(String(text)))
        }
        return (String(number), DealerNoteWords.bare(String(behind.drop { "号条".contains($0) })))
    }

    /// The other ones that are taken back together with the first: 撤回记录 2 3.
    func furtherWithdrawals(_ text: String) -> [Request] {
        let text = text.withoutOuterBlanks
        guard let head = withdrawals.first(where: { text.hasPrefix($0) }) else { return [] }
        let named = numbers(text.dropFirst(head.count))?.numbers ?? []
        // Of more than are taken back at once none is.
        guard named.count <= DealerNoteWords.mostAtOnce else { return [] }
        return named.dropFirst().map { request(.noteWithdraw, $0, nil) }
    }

    /// How many are taken back with one message.
    static let mostAtOnce = 9

    /// The numbers one behind the other (2 3, 2、3, 2和3), each once, and what is left; nothing where another sign stands
    /// between two, as in a date (11/20) or from one to another (2-5).
    private func numbers(_ text: Substring) -> (numbers: [String], rest: String)? {
        var found: [String] = []
        var rest = text.replacing(/[和跟与及](?=\s*[#＃第]?[0-9０-９])/, with: "、")[...]
        while true {
            let (number, words) = number(rest)
            guard let number else { return (found, words) }
            if !found.contains(number) { found.append(number) }
            let written: Substring = rest.drop { $0.isWhitespace || "#＃：:第".contains($0) }
            let unit: Substring = written.drop { $0.wholeNumberValue != nil }
            let behind: Substring = unit.drop { "号条".contains($0) }
            let next: Substring = behind.drop {
                $0.isWhitespace || $0.isPunctuation || $0.isSymbol || "和跟与及第".contains($0)
            }
            guard next.first?.wholeNumberValue != nil else {
                return (found, DealerNoteWords.bare(String(behind)))
            }
            let joint = behind[..<next.startIndex]
            guard joint.allSatisfy({ $0.isWhitespace || "、，,和跟与及第#＃".contains($0) }) else { return nil }
            rest = next
        }
    }

    /// 12, １２ and 十二, up to twelve digits and less than a thousand in words; nothing for what is no number (1十).
    private static func value(of text: Substring) -> Int64? {
        guard (1...12).contains(text.count) else { return nil }
        let values = text.compactMap(\.wholeNumberValue)
        if values.allSatisfy({ $0 < 10 }) {
            return values.reduce(Int64(0)) { $0 * 10 + Int64($1) }
        }
        guard text.allSatisfy({ "零〇一二三四五六七八九十百".contains($0) }) else { return nil }
        var (sum, digit) = (0, 0)
        for value in values {
            if value < 10 {
                digit = value
            } else {
                sum += max(digit, 1) * value
                digit = 0
            }
        }
        return Int64(sum + digit)
    }

    private static func bare(_ text: String) -> String {
        String(text.drop { $0.isWhitespace || $0.isPunctuation }).withoutOuterBlanks
    }
}
