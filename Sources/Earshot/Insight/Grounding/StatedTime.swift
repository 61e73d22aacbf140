/// What a number of a time counts: the 14 of 11/14 is no length of 14 days, and 7 days are no 7 weeks.
enum StatedTime: Hashable, Sendable {
    /// Of a month: 14日, 11/14.
    case day
    /// Of a year: 11月, 11/14.
    case month
    /// 2026年, or some years: nobody takes the one for the other.
    case year
    /// How long something is, in words that say nothing of whether it went on all the time.
    case days, weeks, months, quarters, hours, minutes

    /// What the number is that stands at some characters.
    ///
    /// - Returns: nothing for a number that is of no time.
    static func read(from start: Int, to end: Int, in characters: [Character]) -> StatedTime? {
        let unspaced = end < characters.count && characters[end] == " " ? end + 1 : end
        guard let unit = units.first(where: { characters[unspaced...].starts(with: $0.word) }) else {
            return ofDate(from: start, to: end, in: characters)
        }
        // 近7日 and 过去7日 are seven days.
        let isLength = unit.time == .day && start > 0 && "近去".contains(characters[start - 1])
        return isLength ? .days : unit.time
    }

    /// The longer words first.
    private static let units: [(word: [Character], time: StatedTime)] = [
        (Array("个月"), .months), (Array("个星期"), .weeks), (Array("个礼拜"), .weeks), (Array("个季度"), .quarters),
        (Array("个小时"), .hours), (Array("星期"), .weeks), (Array("礼拜"), .weeks), (Array("季度"), .quarters),
        (Array("小时"), .hours), (Array("分钟"), .minutes), (["天"], .days), (["日"], .day), (["号"], .day),
        (["月"], .month), (["周"], .weeks), (["年"], .year),
    ]

    // MARK: Dates

    /// 11/14–11/20, 2026-07-29, 14–20日.
    private static func ofDate(from start: Int, to end: Int, in characters: [Character]) -> StatedTime? {
        let (before, after) = (mark(at: start - 1, in: characters), mark(at: end, in: characters))
        let isLast = before != nil && digit(at: start - 2, in: characters)
        let isFirst = after != nil && digit(at: end + 1, in: characters)
        // The marks of one date bind closer than those between two.
        let (follows, leads) = (isLast && before == "/", isFirst && after == "/")
        if follows || leads { return part(follows: follows, leads: leads, start, end) }
        guard isLast || isFirst else { return nil }
        if let unit = unitOfRow(from: end, in: characters) { return unit }
        return part(follows: isLast, leads: isFirst, start, end)
    }

    private static func part(follows: Bool, leads: Bool, _ start: Int, _ end: Int) -> StatedTime {
        // 2026 has more digits than a month.
        if leads, !follows { return end - start > 2 ? .year : .month }
        return leads ? .month : .day
    }

    /// 日 for the 14 of 14–20日.
    private static func unitOfRow(from start: Int, in characters: [Character]) -> StatedTime? {
        var index = start
        while mark(at: index, in: characters) != nil || digit(at: index, in: characters) { index += 1 }
        guard index > start else { return nil }
        return units.first { characters[index...].starts(with: $0.word) }?.time
    }

    /// What stands between the numbers of a date, and between two dates.
    private static func mark(at index: Int, in characters: [Character]) -> Character? {
        guard characters.indices.contains(index), "/-–—~".contains(characters[index]) else { return nil }
        return characters[index]
    }

    private static func digit(at index: Int, in characters: [Character]) -> Bool {
        characters.indices.contains(index) && NumeralReader.digit(characters[index]) != nil
    }
}
