extension Period {
    /// What a person reads for it: 近7天, 上周, 10月, 今年, or how many days it is.
    func words(today: Day) -> TextValue {
        let values: [String: TextValue] =
            switch self {
            case .today: ["today": true]
            case .yesterday: ["yesterday": true]
            case .thisWeek: ["thisWeek": true]
            case .lastWeek: ["lastWeek": true]
            case .thisMonth: ["thisMonth": true]
            case .lastMonth: ["lastMonth": true]
            case .last(let days): ["last": .count(days)]
            case .days(let range):
                Period.calendarName(of: range, today: today) ?? ["range": .count(range.count)]
            }
        return Phrase.period.with(values)
    }

    /// The name of a day, a month, a quarter, half a year or a year, or of whole months; nothing for other days. What is
    /// not over yet reaches to yesterday or today.
    private static func calendarName(of days: ClosedRange<Day>, today: Day) -> [String: TextValue]? {
        let (first, last) = (days.lowerBound.civil, days.upperBound.civil)
        let isOfYear = first.year == today.civil.year
        let year: TextValue = isOfYear ? false : .text("\(first.year)")
        if days.count == 1 {
            if days.lowerBound == today - 2 { return ["dayBefore": true] }
            return ["day": .text("\(first.day)"), "month": .text("\(first.month)"), "year": year]
        }
        guard first.year == last.year, first.day == 1 else { return nil }
        // Until yesterday may be the whole of January, and is then called so.
        let isWhole = (days.upperBound + 1).civil.day == 1
        if isOfYear, first.month == 1,
            days.upperBound == today || days.upperBound == today - 1 && !isWhole
        {
            return ["thisYear": true]
        }
        guard isWhole else {
            let reachesNow = isOfYear && (days.upperBound == today || days.upperBound == today - 1)
            return reachesNow ? unfinished(first.month, last.month) : nil
        }
        switch (first.month, last.month) {
        case (1, 12):
            return first.year == today.civil.year - 1 ? ["lastYear": true] : ["year": .text("\(first.year)")]
        case (1, 6): return ["firstHalf": true, "year": year]
        case (7, 12): return ["secondHalf": true, "year": year]
        case (1, 3), (4, 6), (7, 9), (10, 12):
            return ["quarter": .text("\(first.month / 3 + 1)"), "year": year]
        case (let begin, let end):
            return ["month": .text(begin == end ? "\(begin)" : "\(begin)–\(end)"), "year": year]
        }
    }

    /// From the first day of a month until now.
    private static func unfinished(_ first: Int, _ last: Int) -> [String: TextValue]? {
        switch first {
        case 1 where last > 1: ["thisYear": true]
        case 7 where last > 9: ["secondHalf": true]
        case 4 where last <= 6, 7, 10: last > first ? ["thisQuarter": true] : nil
        default: nil
        }
    }
}
