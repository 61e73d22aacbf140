/// What is agreed on: 行动 林枫 12月15日前 复查排队.
extension ActionWords {
    /// - Parameter isKnown: whether a text is the name of somebody whom the directory knows.
    func recorded(_ text: String, today: Day, _ isKnown: (String) -> Bool) -> Request? {
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
        let parts = before + after
        request.slots.person = parts.first
        var rest = parts.dropFirst()
        // 行动：下周五前回访12位客户，王磊; in the place of a name 张三丰 is somebody whom nobody knows.
        // Where nothing else is to be done it is what is: 行动 安装 12月15日前，王磊.
        let isNameFirst = (before.first.map(ActionWords.mayBeStranger) ?? false) && parts.count > 2
        if let last = parts.last, parts.count > 1, !isNameFirst, parts.first.map({ !isKnown($0) }) ?? true,
            let name = named(atTheEnd: last, isKnown)
        {
            request.slots.person = name
            rest = parts.dropLast()
        }
        // 林枫、陈洁 12月15日前 复查排队.
        let beside = agreed.prefix { !ActionWords.divides($0) || $0 == "、" }
        if let next = rest.first, let first = before.first, beside == "\(first)、\(next)",
            ActionWords.mayBeStranger(next)
        {
            request.slots.person = String(beside)
            rest = rest.dropFirst()
        }
        request.slots.words = rest.isEmpty ? nil : rest.joined(separator: " ")
        request.slots.other = responsible(in: Array(rest))
        return request
    }

    /// Who is named by the last words: 王磊, 由王磊负责.
    private func named(atTheEnd words: String, _ isKnown: (String) -> Bool) -> String? {
        let bare = words.hasPrefix("由") ? String(words.dropFirst()) : words
        let names = [bare] + passingEnd.filter { bare.hasSuffix($0) }.map { String(bare.dropLast($0.count)) }
        return names.first { ActionWords.isName($0) && isKnown($0) }
    }

    /// Several people of whom some words say that they are responsible: 林枫和陈洁 of 交报告 林枫和陈洁 负责.
    private func responsible(in parts: [String]) -> String? {
        for (index, part) in parts.enumerated() {
            let next = parts.dropFirst(index + 1).first
            let end = passingEnd.first { part.hasSuffix($0) && part.count > $0.count }
            guard end != nil || next.map({ passingEnd.contains($0) }) == true else { continue }
            let names = String(part.dropLast(end?.count ?? 0).drop { $0 == "由" })
            if ActionWords.names(besideEachOther: names).count > 1 { return names }
        }
        return nil
    }

    /// The days in a text that may be a deadline: those that stand by themselves, and one right behind the name of whoever does it
    /// (林枫12月15日前复查, 林枫 12月15日复查) or with 前 at the beginning (下周五前回访客户，王磊); of 林枫 复查12月1日前的投诉 none.
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
            let isFirst = word != nil && ActionWords.parts(String(before)).isEmpty
            let isDeadline =
                (isBehindName || isFirst) && behind != "的"
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
}
