/// The words of `commands.json5` with which actions are agreed on, finished, cancelled and put off.
public struct ActionWords: Sendable {
    private let recording: [String]
    private let listing: [String]
    private let finishing: [String]
    private let cancelling: [String]
    private let moving: [String]
    private let showing: [String]
    private let filler: [String]
    private let deadline: [String]
    private let due: DueDayReader

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] {
            (words[name] ?? []).sorted { ($0.count, $0) > ($1.count, $1) }
        }
        (recording, listing, finishing) = (list("action_record"), list("action_list"), list("action_finish"))
        (cancelling, moving, showing) = (list("action_cancel"), list("action_move"), list("action_show"))
        (filler, deadline) = (list("action_filler"), list("action_deadline"))
        due = DueDayReader(words)
    }

    /// What is done with an action that is named (完成 R3, 取消行动 R3, R3 改到12月20日), or one that is agreed on (行动 林枫 12月15日前 …);
    /// nothing for another message.
    ///
    /// - Parameter spoken: whether actions were spoken of just before: then R3 alone is one.
    func command(_ text: String, today: Day, afterActions spoken: Bool) -> Request? {
        let text = text.withoutOuterBlanks
        return named(text, today: today, spoken) ?? recorded(text, today: today)
    }

    /// What stands before a word for the list (杭州 of 杭州的行动列表); nothing where no such word ends the text.
    func list(_ text: String) -> String? {
        let bare = ActionWords.bare(text)
        guard let word = listing.first(where: { bare.hasSuffix($0) }) else { return nil }
        var rest = String(bare.dropLast(word.count))
        while let word = (showing + filler).first(where: { rest.hasSuffix($0) }) {
            rest.removeLast(word.count)
        }
        while let word = showing.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(word.count) }
        return rest
    }

    // MARK: One that is named

    private func named(_ text: String, today: Day, _ spoken: Bool) -> Request? {
        guard let (range, number) = ActionWords.number(in: text) else { return nil }
        let head = trimmed(String(text[..<range.lowerBound]))
        let rest = String(text[range.upperBound...])
        guard head.count <= ActionWords.longestHead, !Normalization(text).isQuestion else { return nil }
        if head.isEmpty {
            let behind = ActionWords.unmarked(rest)
            if let day = day(afterMovingIn: behind, today) {
                return request(.actionMove, number, nil) { $0.period = day.map { .days($0...$0) } }
            }
            if let remark = remark(behind, after: finishing) {
                return request(.actionFinish, number, remark)
            }
            if let remark = remark(behind, after: cancelling) {
                return request(.actionCancel, number, remark)
            }
            return spoken && behind.isEmpty ? request(.actionShow, number, nil) : nil
        }
        if finishing.contains(head) { return request(.actionFinish, number, ActionWords.words(rest)) }
        if cancelling.contains(head) { return request(.actionCancel, number, ActionWords.words(rest)) }
        let behind = ActionWords.unmarked(rest)
        if showing.contains(head), behind.isEmpty { return request(.actionShow, number, nil) }
        guard moving.contains(head) else { return nil }
        let date = moving.first { behind.hasPrefix($0) }.map { String(behind.dropFirst($0.count)) } ?? behind
        return request(.actionMove, number, nil) { slots in
            slots.period = day(date, today).map { .days($0...$0) }
        }
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

    /// Nothing where no word for putting off begins the text, and no day where what follows is none.
    private func day(afterMovingIn text: String, _ today: Day) -> Day?? {
        guard let word = moving.first(where: { text.hasPrefix($0) }) else { return nil }
        return .some(day(String(text.dropFirst(word.count)), today))
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
        guard let (before, day, after) = dated(agreed, today) else {
            // 行动 怎么用 agrees on nothing.
            guard !Normalization(text).isQuestion else { return nil }
            request.slots.words = agreed
            return request
        }
        request.slots.period = .days(day...day)
        // 行动 林枫 复查排队 12月15日前 as well as 行动 林枫 12月15日前 复查排队.
        let parts = ActionWords.parts(before)
        request.slots.person = parts.first ?? ActionWords.parts(after).first
        let rest =
            parts.isEmpty
            ? ActionWords.parts(after).dropFirst() : parts.dropFirst() + ActionWords.parts(after)
        request.slots.words = rest.isEmpty ? nil : rest.joined(separator: " ")
        return request
    }

    /// The first day in a text that stands by itself, or before a word for a deadline, with what is before and behind it.
    private func dated(_ text: String, _ today: Day) -> (before: String, day: Day, after: String)? {
        let characters = Array(text)
        for start in characters.indices {
            let isFree = start == 0 || ActionWords.divides(characters[start - 1])
            let longest = min(characters.count - start, ActionWords.longestDay)
            for length in stride(from: longest, to: 1, by: -1) {
                let end = start + length
                let part = String(characters[start..<end])
                guard !part.contains(where: ActionWords.divides) else { continue }
                let bare = deadline.first { part.hasSuffix($0) && part.count > $0.count }
                    .map { String(part.dropLast($0.count)) }
                let isWhole =
                    isFree
                    && (end == characters.count || ActionWords.divides(characters[end])
                        // 12月15日复查排队.
                        || "日号".contains(characters[end - 1]))
                // A name may stand right before a day with 前 behind it: 林枫12月15日前.
                guard bare != nil || isWhole, let day = due.day(bare ?? part, today: today) else { continue }
                return (String(characters[..<start]), day, String(characters[end...]))
            }
        }
        return nil
    }

    private static let longestDay = 16

    /// The day that a text says as a whole, with a word for a deadline or without.
    private func day(_ text: String, _ today: Day) -> Day? {
        let bare = ActionWords.bare(text)
        let date = deadline.first { bare.hasSuffix($0) }.map { String(bare.dropLast($0.count)) }
        return due.day(bare, today: today) ?? date.flatMap { due.day($0, today: today) }
    }

    // MARK: Words

    private func trimmed(_ text: String) -> String {
        var rest = ActionWords.bare(text)
        while let word = filler.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(word.count) }
        return rest
    }

    private static func divides(_ character: Character) -> Bool {
        character.isWhitespace || "，,；;、：:。".contains(character)
    }

    private static func parts(_ text: String) -> [String] {
        text.split(whereSeparator: divides).map { String($0) }
    }

    private static func bare(_ text: String) -> String {
        text.filter { !$0.isWhitespace && (!$0.isPunctuation || "/-.".contains($0)) }
    }

    /// A text without blanks and signs before it.
    private static func unmarked(_ text: String) -> String {
        String(text.drop { $0.isWhitespace || $0.isPunctuation }).withoutOuterBlanks
    }

    private static func words(_ text: String) -> String? {
        let words = unmarked(text)
        return words.contains { $0.isLetter || $0.isNumber } ? words : nil
    }
}
