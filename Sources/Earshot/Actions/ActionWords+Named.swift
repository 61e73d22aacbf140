/// What is done with an action that is named: 完成 R3, 取消行动 R3, R3 改到12月20日.
extension ActionWords {
    func named(
        _ text: String, today: Day, _ spoken: Bool, _ isName: (String) -> Bool
    ) -> Request? {
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
        if head.isEmpty, stuck.contains(ActionWords.bare(rest)) { return request(.actionShow, number, nil) }
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
            if reopening.contains(ActionWords.bare(behind)) {
                request = self.request(.actionReopen, number, nil)
            } else if let remark = remark(ended ?? behind, after: finishing) {
                request = finish(number, remark)
            } else if let passed = passed(behind, today), isCertain || isName(passed.name) {
                // R7 换成杭州 is of a car, and R7 交给客户了.
                request = self.request(.actionMove, number, nil) { slots in
                    slots.person = passed.name
                    slots.period = passed.day.map { .days($0...$0) }
                    if passed.isCertain { slots.status = ActionService.passedOn }
                }
            } else if let moved = move(number, behind, today, isCertain) ?? dueAlone(number, behind, today) {
                request = moved
            } else if isCertain, day(behind, today) != nil {
                // R5 月底 may be a slip: how a day is changed is said.
                request = self.request(.actionMove, number, nil)
            } else if let remark = remark(behind, after: cancelling) {
                request = self.request(.actionCancel, number, remark)
            } else {
                request = spoken && behind.isEmpty ? self.request(.actionShow, number, nil) : nil
            }
        } else if reopening.contains(head) {
            request = behind.isEmpty ? self.request(.actionReopen, number, nil) : nil
        } else if finishing.contains(head), conditions.contains(where: { rest.hasPrefix($0) }) {
            // 完成R5的话要先买水枪.
            request = nil
        } else if finishing.contains(head) {
            request = finish(number, ActionWords.words(behind))
        } else if cancelling.contains(head) {
            request = self.request(.actionCancel, number, ActionWords.words(behind))
        } else if showing.contains(head) {
            request = isCertain && behind.isEmpty ? self.request(.actionShow, number, nil) : nil
        } else if (moving + later + earlier + changing).contains(head) {
            request =
                move(number, behind, today, isCertain) ?? move(number, head + behind, today, isCertain)
                ?? (changing.contains(head) ? dueAlone(number, behind, today, isAsked: isCertain) : nil)
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

    /// R5 12月20日前 says when it is due; without 前 only where a change is asked for.
    private func dueAlone(
        _ number: String, _ text: String, _ today: Day, isAsked: Bool = false
    ) -> Request? {
        let bare = ActionWords.bare(text)
        guard isAsked || deadline.contains(where: { bare.hasSuffix($0) }), due.span(bare) == nil,
            let day = day(text, today)
        else { return nil }
        return request(.actionMove, number, nil) { $0.period = .days(day...day) }
    }

    private static let longestHead = 8

    /// 行动3 转给陈洁 with the letter that it lacks, where something is done with it; else as it is.
    func withLetter(_ text: String) -> String {
        var rest = text[...]
        while let word = filler.first(where: { rest.hasPrefix($0) && !recording.contains($0) }) {
            rest = rest.dropFirst(word.count)
        }
        guard let word = recording.first(where: { filler.contains($0) && rest.hasPrefix($0) }) else {
            return text
        }
        let behind = rest.dropFirst(word.count).drop { $0.isWhitespace }
        let digits = behind.prefix { $0.wholeNumberValue.map { $0 < 10 } ?? false }
        let said = ActionWords.unmarked(String(behind[digits.endIndex...]))
        guard (1...9).contains(digits.count),
            (passing + owner + reopening + finishing + cancelling + moving + later + earlier).contains(
                where: {
                    said.hasPrefix($0)
                })
        else { return text }
        return "\(word)R\(digits) \(said)"
    }

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
}
