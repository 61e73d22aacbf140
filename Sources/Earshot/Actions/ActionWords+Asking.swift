extension ActionWords {
    /// Whether what stands behind an action's number asks what became of it: 完成了吗, and where an action is certainly meant 进展如何.
    func asksOfState(_ text: String, _ isCertain: Bool) -> Bool {
        let bare = ActionWords.bare(text)
        return asked.contains(bare) || isCertain && progress.contains(bare)
    }

    /// 行动怎么记.
    func askedHow(_ text: String) -> Request? {
        guard asksHow.contains(ActionWords.bare(text)) else { return nil }
        var request = Request(.actionRecord)
        request.slots.status = ActionService.how
        return request
    }

    /// What somebody shall do until a day without a word for actions: 让林枫下周三前换展车.
    func wished(_ text: String, _ today: Day) -> Request? {
        let text = text.withoutOuterBlanks
        guard let head = letting.first(where: { text.hasPrefix($0) }), !Normalization(text).isQuestion
        else { return nil }
        let behind = text.dropFirst(head.count)
        for length in 2...4 where ActionWords.isName(String(behind.prefix(length))) {
            var part = behind.dropFirst(length).prefix(ActionWords.longestDay)
            while !part.isEmpty {
                let date = deadline.first { part.hasSuffix($0) }.map { String(part.dropLast($0.count)) }
                // 让林枫这周把展车换了
                let stretch = due.namesStretch(String(part)) ? String(part) : nil
                if let day = (date ?? stretch).flatMap({ due.comingDay($0, today: today) }) {
                    let words = ActionWords.unmarked(String(behind[part.endIndex...]))
                    guard !words.isEmpty else { return nil }
                    var request = Request(.actionRecord)
                    request.slots.person = String(behind.prefix(length))
                    request.slots.period = .days(day...day)
                    (request.slots.words, request.slots.status) = (words, ActionService.wished)
                    return request
                }
                part.removeLast()
            }
        }
        return nil
    }

    /// Who shall do an action instead, in what stands behind its number: 陈洁 of 转给陈洁, 改成陈洁负责.
    ///
    /// - Returns: the name, whether it is certain that it is one (改成 has other things behind it, too), and another day where
    ///   one is said. Nothing where no word for that begins the text, or what follows is no name.
    func passed(_ text: String, _ today: Day) -> (name: String, isCertain: Bool, day: Day?)? {
        let title = owner.first { text.hasPrefix($0) }
        let rest = text.dropFirst(title?.count ?? 0)
        let words = passing + moving.filter { !$0.hasSuffix("到") && !$0.hasSuffix("期") }
        guard let word = words.filter({ rest.hasPrefix($0) }).max(by: { $0.count < $1.count }) else {
            return nil
        }
        let isCertain = title != nil || passing.contains(word)
        let said = String(rest.dropFirst(word.count))
        guard self.day(said, today) == nil else { return nil }
        // 转给陈洁，12月20日前.
        let parts = ActionWords.parts(said)
        let day = parts.dropFirst().first.flatMap { self.day($0, today) }
        var name = day == nil ? ActionWords.bare(said, keeping: "、") : parts[0]
        while let end = passingEnd.first(where: { name.hasSuffix($0) && name.count >= $0.count + 2 }) {
            name.removeLast(end.count)
        }
        guard
            ActionWords.isName(name)
                || isCertain && ActionWords.names(besideEachOther: name).count > 1
        else { return nil }
        return (name, isCertain, day)
    }

    /// Whether a text may be the name of somebody: two to four Chinese characters.
    static func isName(_ text: String) -> Bool {
        (2...4).contains(text.count) && text.allSatisfy { $0.isLetter && !$0.isASCII }
    }

    /// The parts of a row of names (林枫和陈洁, 林枫、陈洁); the whole text where it is none.
    static func names(besideEachOther text: String) -> [String] {
        text.split(whereSeparator: joins).map { String($0) }
    }

    /// Whether a sign stands between the names of several people.
    static func joins(_ sign: Character) -> Bool { "、和与跟及&+".contains(sign) }

    /// Whether a text may be the name of somebody whom the directory does not know, beside one whom it knows.
    /// 售后 and 复查 are nobody's name.
    static func mayBeStranger(_ text: String) -> Bool {
        isName(text) && text.count <= 3 && (Surnames.begin(text) || text.contains("某"))
    }

    /// Whether words beside a deadline name another one: 检查12月10日前整改, but not 复查12月1日前的投诉 nor 回访12月1日前投诉的客户,
    /// which say of what, 两周前, which is over, nor 完成年底前冲量方案.
    func namesDeadline(_ text: Substring, _ today: Day) -> Bool {
        text.indices.contains { start in
            let before = text[..<start].last
            guard before.map({ !$0.isNumber && !"两几上下半每个".contains($0) }) ?? true else { return false }
            var part = text[start...].prefix(ActionWords.longestDay).prefix { !ActionWords.divides($0) }
            while !part.isEmpty {
                let date = deadline.first { part.hasSuffix($0) }.map { String(part.dropLast($0.count)) }
                if let date, due.span(date) == nil, due.comingDay(date, today: today) != nil,
                    !saysOfWhat(date, before: before, text[part.endIndex...])
                {
                    return true
                }
                part.removeLast()
            }
            return false
        }
    }

    /// Whether a day with 前 in the midst of words says of what they are: 的 follows, at most behind one word, or the day is
    /// the end of a month or year (年底前冲量方案).
    private func saysOfWhat(_ date: String, before: Character?, _ behind: Substring) -> Bool {
        if behind.prefix(while: { !ActionWords.divides($0) }).prefix(3).contains("的") { return true }
        let isInMidst = before.map { !ActionWords.divides($0) } ?? false
        return isInMidst && ["底", "末"].contains(date.last)
    }
}
