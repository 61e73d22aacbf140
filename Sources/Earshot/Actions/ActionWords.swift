/// The words of `commands.json5` with which actions are agreed on, finished, cancelled and put off.
public struct ActionWords: Sendable {
    private let recording: [String]
    private let listing: [String]
    private let owning: [String]
    private let later: [String]
    private let earlier: [String]
    private let unfinished: [String]
    private let finishing: [String]
    private let cancelling: [String]
    let moving: [String]
    private let changing: [String]
    let showing: [String]
    private let filler: [String]
    let deadline: [String]
    let passing: [String]
    let owner: [String]
    let passingEnd: [String]
    let asked: [String]
    let progress: [String]
    let asksHow: [String]
    let letting: [String]
    let due: DueDayReader

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] {
            (words[name] ?? []).sorted { ($0.count, $0) > ($1.count, $1) }
        }
        (recording, listing, finishing) = (list("action_record"), list("action_list"), list("action_finish"))
        (cancelling, moving, showing) = (list("action_cancel"), list("action_move"), list("action_show"))
        (filler, deadline) = (list("action_filler"), list("action_deadline"))
        (owning, unfinished) = (list("action_mine"), list("action_unfinished"))
        (passing, owner, passingEnd) = (list("action_pass"), list("action_owner"), list("action_pass_end"))
        (asked, progress) = (list("action_asked"), list("action_progress"))
        (asksHow, changing) = (list("action_how"), list("action_change"))
        letting = list("action_let")
        (later, earlier) = (list("action_later"), list("action_earlier"))
        due = DueDayReader(words)
    }

    /// What is done with an action that is named (完成 R3, 取消行动 R3, R3 改到12月20日), or one that is agreed on (行动 林枫 12月15日前 …);
    /// nothing for another message.
    ///
    /// - Parameter spoken: whether actions were spoken of just before: then R3 alone is one.
    func command(_ text: String, today: Day, afterActions spoken: Bool) -> Request? {
        let text = text.withoutOuterBlanks
        return named(text, today: today, spoken) ?? askedHow(text) ?? recorded(text, today: today)
    }

    /// What stands before a word for the list (杭州 of 杭州的行动列表), and whether the list is of the own ones; nothing where no
    /// such word ends the text.
    func list(_ text: String) -> (before: String, isMine: Bool)? {
        let bare = ActionWords.bare(text)
        let own = owning.first { bare.hasSuffix($0) }
        guard let word = own ?? listing.first(where: { bare.hasSuffix($0) }) else { return nil }
        var rest = String(bare.dropLast(word.count))
        while let word = (showing + filler).first(where: { rest.hasSuffix($0) }) {
            rest.removeLast(word.count)
        }
        while let word = showing.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(word.count) }
        return (rest, own != nil)
    }

    // MARK: One that is named

    private func named(_ text: String, today: Day, _ spoken: Bool) -> Request? {
        guard let (range, number) = ActionWords.number(in: text) else { return nil }
        let (head, saysSo) = trimmed(String(text[..<range.lowerBound]))
        let rest = String(text[range.upperBound...])
        // R7 is a car as well: without the word nothing is certain but an end and a day.
        let isCertain = spoken || saysSo
        guard head.count <= ActionWords.longestHead else { return nil }
        if head.isEmpty || showing.contains(head), asksOfState(rest, isCertain) {
            return request(.actionShow, number, nil)
        }
        guard !Normalization(text).isQuestion else { return nil }
        // 完成 R1、R2.
        let other = ActionWords.number(in: rest).flatMap { found in
            rest[..<found.0.lowerBound].allSatisfy { ActionWords.divides($0) || "和与跟及".contains($0) }
                ? found : nil
        }
        let behind = ActionWords.unmarked(other.map { String(rest[$0.0.upperBound...]) } ?? rest)
        let request: Request?
        if head.isEmpty {
            // 提前完成了 brings nothing forward.
            let ended = earlier.first { behind.hasPrefix($0) }.map { String(behind.dropFirst($0.count)) }
            if let remark = remark(ended ?? behind, after: finishing) {
                request = finish(number, remark)
            } else if let passed = passed(behind, today) {
                request = self.request(.actionMove, number, nil) { slots in
                    slots.person = passed.name
                    if passed.isCertain { slots.status = ActionService.passedOn }
                }
            } else if let moved = move(number, behind, today, isCertain)
                ?? dueAlone(number, behind, today, isCertain)
            {
                request = moved
            } else if let remark = remark(behind, after: cancelling) {
                request = self.request(.actionCancel, number, remark)
            } else {
                request = spoken && behind.isEmpty ? self.request(.actionShow, number, nil) : nil
            }
        } else if finishing.contains(head) {
            request = finish(number, ActionWords.words(behind))
        } else if cancelling.contains(head) {
            request = self.request(.actionCancel, number, ActionWords.words(behind))
        } else if showing.contains(head) {
            request = isCertain && behind.isEmpty ? self.request(.actionShow, number, nil) : nil
        } else if (moving + later + earlier + changing).contains(head) {
            request =
                move(number, behind, today, isCertain) ?? move(number, head + behind, today, isCertain)
                ?? (changing.contains(head) ? dueAlone(number, behind, today, isCertain) : nil)
                ?? (isCertain ? self.request(.actionMove, number, nil) : nil)
        } else {
            request = nil
        }
        guard var request else { return nil }
        request.slots.other = other?.1
        return request
    }

    private func finish(_ number: String, _ remark: String?) -> Request {
        request(.actionFinish, number, remark) { slots in
            guard let remark, unfinished.contains(where: { remark.contains($0) }) else { return }
            slots.status = ActionService.unfinished
        }
    }

    /// 改到12月20日 gives it a day, 延期一周 so many days more than it has; nothing where no word for either begins the text, and
    /// where it says no day though it is not certain that an action is meant.
    private func move(_ number: String, _ text: String, _ today: Day, _ isCertain: Bool) -> Request? {
        for (words, sign) in [(later, 1), (earlier, -1)] {
            guard let word = words.first(where: { text.hasPrefix($0) }),
                let days = due.span(ActionWords.bare(String(text.dropFirst(word.count))))
            else { continue }
            return request(.actionMove, number, nil) { $0.duration = "\(sign * days)d" }
        }
        guard
            let word = (moving + later + earlier).filter({ text.hasPrefix($0) }).max(by: {
                $0.count < $1.count
            })
        else { return nil }
        let said = String(text.dropFirst(word.count))
        let day = day(said, today)
        // A day that is over is said to be one.
        guard isCertain || day != nil || due.day(ActionWords.bare(said), today: today) != nil else {
            return nil
        }
        return request(.actionMove, number, nil) { $0.period = day.map { .days($0...$0) } }
    }

    /// R5 12月20日前 says when it is due; without 前 only where an action is certainly meant.
    private func dueAlone(_ number: String, _ text: String, _ today: Day, _ isCertain: Bool) -> Request? {
        let bare = ActionWords.bare(text)
        guard isCertain || deadline.contains(where: { bare.hasSuffix($0) }), due.span(bare) == nil,
            let day = day(text, today)
        else { return nil }
        return request(.actionMove, number, nil) { $0.period = .days(day...day) }
    }

    private static let longestHead = 8

    /// R3, R 3 or ｒ３ that is no part of a Latin word.
    private static func number(in text: String) -> (Range<String.Index>, String)? {
        for index in text.indices where "RrＲｒ".contains(text[index]) {
            if index > text.startIndex, let before = text[..<index].last, before.isASCII,
                before.isLetter || before.isNumber
            {
                continue
            }
            var end = text.index(after: index)
            while end < text.endIndex, text[end].isWhitespace { end = text.index(after: end) }
            let digits = text[end...].prefix { $0.wholeNumberValue.map { $0 < 10 } ?? false }
            guard (1...9).contains(digits.count) else { continue }
            let behind = text[digits.endIndex...].first
            guard behind.map({ !($0.isASCII && $0.isLetter) && $0 != "." }) ?? true else { continue }
            let value = digits.compactMap(\.wholeNumberValue).reduce(0) { $0 * 10 + $1 }
            return (index..<digits.endIndex, String(value))
        }
        return nil
    }

    /// What stands behind one of some words with which a text begins; 完成了一半 says that it is not done.
    private func remark(_ text: String, after words: [String]) -> String?? {
        guard let word = words.first(where: { text.hasPrefix($0) }) else { return nil }
        let rest = text.dropFirst(word.count)
        guard rest.first.map({ $0.isWhitespace || $0.isPunctuation }) ?? true else { return nil }
        return .some(ActionWords.words(String(rest)))
    }

    private func request(
        _ intent: Intent, _ number: String, _ words: String?, _ fill: (inout Slots) -> Void = { _ in }
    ) -> Request {
        var request = Request(intent)
        (request.slots.action, request.slots.words) = (number, words)
        fill(&request.slots)
        return request
    }

    // MARK: One that is agreed on

    private func recorded(_ text: String, today: Day) -> Request? {
        guard let head = recording.first(where: { text.hasPrefix($0) }) else { return nil }
        let behind = text.dropFirst(head.count)
        guard let first = behind.first, first.isWhitespace || first.isPunctuation, !"?？".contains(first)
        else {
            return nil
        }
        let agreed = ActionWords.unmarked(String(behind))
        guard !agreed.isEmpty else { return nil }
        var request = Request(.actionRecord)
        let dates = dates(in: agreed, today)
        guard !dates.isEmpty else {
            // 行动 怎么用 agrees on nothing.
            guard !Normalization(text).isQuestion else { return nil }
            request.slots.words = agreed
            return request
        }
        // Which of two days is the deadline nobody knows, and a question agrees on nothing.
        let range = dates[0].range
        guard dates.count == 1, !Normalization(text).isQuestion,
            !namesDeadline(agreed[..<range.lowerBound], today),
            !namesDeadline(agreed[range.upperBound...], today)
        else { return request }
        request.slots.period = .days(dates[0].day...dates[0].day)
        // 行动 林枫 复查排队 12月15日前 as well as 行动 林枫 12月15日前 复查排队.
        let before = ActionWords.parts(String(agreed[..<dates[0].range.lowerBound]))
        let after = ActionWords.parts(String(agreed[dates[0].range.upperBound...]))
        request.slots.person = before.first ?? after.first
        let rest = (before + after).dropFirst()
        request.slots.words = rest.isEmpty ? nil : rest.joined(separator: " ")
        return request
    }

    /// The days in a text that may be a deadline: those that stand by themselves, and one right behind the name of whoever does it
    /// (林枫12月15日前复查, 林枫 12月15日复查); of 林枫 复查12月1日前的投诉 none.
    private func dates(in text: String, _ today: Day) -> [(range: Range<String.Index>, day: Day)] {
        var found: [(range: Range<String.Index>, day: Day)] = []
        var start = text.startIndex
        while start < text.endIndex {
            if let date = date(in: text, at: start, today) {
                found.append(date)
                start = date.range.upperBound
            } else {
                start = text.index(after: start)
            }
        }
        return found
    }

    private func date(
        in text: String, at start: String.Index, _ today: Day
    ) -> (range: Range<String.Index>, day: Day)? {
        let before = text[..<start]
        // In the midst of a number no day begins.
        guard !text[start].isWhitespace, !(before.last?.isNumber ?? false) else { return nil }
        let isFree = before.last.map { ActionWords.divides($0) } ?? true
        let isBehindName = ActionWords.parts(String(before)).count == 1
        guard isFree || isBehindName else { return nil }
        let end =
            text.index(start, offsetBy: ActionWords.longestDay, limitedBy: text.endIndex) ?? text.endIndex
        var part = text[start..<end].prefix { !ActionWords.divides($0) }
        while !part.isEmpty {
            let behind = text[part.endIndex...].first
            let isWhole = isFree && (behind.map { ActionWords.divides($0) } ?? true)
            let word = deadline.first { part.hasSuffix($0) && part.count > $0.count }
            // 3号展厅 is a room, 12月15日复查 is none; 12月1日前的 says more of what follows.
            let isDeadline =
                isBehindName && behind != "的"
                && (word != nil || part.contains("月") && "日号".contains(part.last ?? " "))
            if isWhole || isDeadline,
                let day = due.comingDay(String(part.dropLast(word?.count ?? 0)), today: today)
            {
                return (part.startIndex..<part.endIndex, day)
            }
            part.removeLast()
        }
        return nil
    }

    static let longestDay = 16

    /// The day that a text says as a whole, with a word for a deadline or without.
    func day(_ text: String, _ today: Day) -> Day? {
        let bare = ActionWords.bare(text)
        let date = deadline.first { bare.hasSuffix($0) }.map { String(bare.dropLast($0.count)) }
        return due.comingDay(bare, today: today) ?? date.flatMap { due.comingDay($0, today: today) }
    }

    // MARK: Words

    /// A text without what says nothing before it, and whether it says that an action is meant.
    private func trimmed(_ text: String) -> (rest: String, saysSo: Bool) {
        let bare = ActionWords.bare(text)
        var rest = bare
        while let word = filler.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(word.count) }
        let subject = filler.first { recording.contains($0) && bare.hasSuffix($0) }
        if let subject, rest.hasSuffix(subject) { rest.removeLast(subject.count) }
        return (rest, subject != nil)
    }

    static func divides(_ character: Character) -> Bool {
        character.isWhitespace || "，,；;、：:。".contains(character)
    }

    private static func parts(_ text: String) -> [String] {
        text.split(whereSeparator: divides).map { String($0) }
    }

    static func bare(_ text: String) -> String {
        text.filter { !$0.isWhitespace && (!$0.isPunctuation || "/-.".contains($0)) }
    }

    /// A text without blanks and signs before it.
    static func unmarked(_ text: String) -> String {
        String(text.drop { $0.isWhitespace || $0.isPunctuation }).withoutOuterBlanks
    }

    private static func words(_ text: String) -> String? {
        let words = unmarked(text)
        return words.contains { $0.isLetter || $0.isNumber } ? words : nil
    }
}
