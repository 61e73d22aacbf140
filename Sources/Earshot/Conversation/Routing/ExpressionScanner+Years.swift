/// Parts of a year: quarters, halves, and months and days of a year that is named.
extension ExpressionScanner {
    private static let years: [(words: [Literal], ago: Int)] = [
        (["前年"], 2), (["去年", "上一年", "上年"], 1), (["今年", "本年"], 0), (["明年", "来年"], -1),
    ]
    private static let of: [Literal] = ["的"]
    private static let first: [Literal] = ["第"]
    private static let quarter: [Literal] = ["季度"]
    /// 第10周年; and 提车第8周 counts from something else.
    private static let behindNoWeek: Set<UInt32> = [0x5E74, 0x5C81, 0x671F]  // 年岁期
    // 车市付后孕月
    private static let beforeOwnWeek: Set<UInt32> = [0x8F66, 0x5E02, 0x4ED8, 0x540E, 0x5B55, 0x6708]
    private static let week: [Literal] = ["周", "个周", "个星期", "星期"]
    private static let orderedQuarter: [Literal] = ["季度", "个季度"]
    private static let halves: [(words: [Literal], number: Int)] = [(["上半年"], 1), (["下半年"], 2)]
    /// Behind these 一季度 is a stretch of three months: 近一季度.
    private static let counting: Set<UInt32> = [0x8FD1, 0x53BB, 0x8FD9, 0x4E0A, 0x524D, 0x672C]  // 近去这上前本

    /// 上半年, 去年10月, 去年10月1日到7日, 今年三季度.
    func appendPartOfYear(at position: Int, to tokens: inout [Token]) {
        if let part = partOfYear(at: position, year: nil) {
            add([.period(part.period)], position..<part.end, &tokens)
        }
        for name in Self.years {
            guard let end = after(name.words, at: position) else { continue }
            appendPart(of: dates.today.civil.year - name.ago, position, skip(Self.of, at: end), &tokens)
            return
        }
    }

    /// What stands behind a year.
    private func appendPart(of year: Int, _ start: Int, _ end: Int, _ tokens: inout [Token]) {
        appendQuarters(of: year, start, end, &tokens)
        guard let month = Numerals.read(scalars, at: end) else { return }
        guard var first = readDate(at: end, inheriting: nil), first.isClear else {
            if (1...12).contains(month.value), let period = dates.month(month.value, year: year) {
                appendMonth(period, start, month.end, &tokens)
            }
            return
        }
        first.date.year = year
        if let joint = joint(at: first.end),
            let last = readDate(at: joint, inheriting: first.date)
        {
            let period = dates.range(from: first.date, to: last.date)
            return add([period.map { .period($0) } ?? .noPeriod(.impossible)], start..<last.end, &tokens)
        }
        let day = dates.day(first.date)
        add([day.map { .period(.days($0...$0)) } ?? .noPeriod(.impossible)], start..<first.end, &tokens)
    }

    /// The quarter or half that stands behind a year.
    func appendQuarters(of year: Int, _ start: Int, _ end: Int, _ tokens: inout [Token]) {
        guard let part = partOfYear(at: end, year: year) ?? countedQuarter(at: end, year: year) else {
            return
        }
        add([.period(part.period)], start..<part.end, &tokens)
    }

    /// 三季度, which is the third of the year unless something counts before it.
    func countedQuarter(at position: Int, year: Int?) -> (period: Period, end: Int)? {
        guard let number = Numerals.read(scalars, at: position), (1...4).contains(number.value),
            let end = after(Self.quarter, at: number.end),
            year != nil || position == 0 || !Self.counting.contains(scalar(position - 1))
        else { return nil }
        return (dates.quarter(number.value, year: year), end)
    }

    /// q3季度; Q3 alone may be a car.
    func appendLatinQuarter(at position: Int, to tokens: inout [Token]) {
        guard position == 0 || !isASCIIWord(scalar(position - 1)),
            let quarter = countedQuarter(at: position + 1, year: nil)
        else { return }
        add([.period(quarter.period)], position..<quarter.end, &tokens)
    }

    /// 上半年, 第三季度, 第46周.
    private func partOfYear(at position: Int, year: Int?) -> (period: Period, end: Int)? {
        for half in Self.halves {
            if let end = after(half.words, at: position) { return (dates.half(half.number, year: year), end) }
        }
        guard let ordinal = after(Self.first, at: position), let number = Numerals.read(scalars, at: ordinal)
        else { return nil }
        // 第一周 may be a month's.
        if let end = after(Self.week, at: number.end), !Self.behindNoWeek.contains(scalar(end)),
            (1...53).contains(number.value),
            year != nil
                || number.value > 5
                    && (position == 0 || !Self.beforeOwnWeek.contains(scalar(position - 1)))
        {
            return (dates.week(number.value, year: year), end)
        }
        guard (1...4).contains(number.value), let end = after(Self.orderedQuarter, at: number.end)
        else { return nil }
        return (dates.quarter(number.value, year: year), end)
    }
}
