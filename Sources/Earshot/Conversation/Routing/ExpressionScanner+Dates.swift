extension ExpressionScanner {
    static let monthOnly: [Literal] = ["月份", "月"]
    /// Before a length: 近18月, 过去18月, 用了18月, 开过18月, 车龄18月.
    private static let beforeLength = Set("近去这了过满龄保车期付".unicodeScalars.map(\.value))
    /// Characters behind one: 36月免息, 60月贷款.
    private static let behindLength = Set("免贷分供后".unicodeScalars.map(\.value))
    /// Those of them before a length that ends now.
    private static let lately = Set("近去这".unicodeScalars.map(\.value))

    /// Dates and spans between dates that begin with a number.
    func appendDate(at start: Int, _ value: Int, _ end: Int, _ tokens: inout [Token]) {
        if let first = readDate(at: start, inheriting: nil) {
            if let joint = joint(at: first.end),
                let last = readDate(at: joint, inheriting: first.date)
            {
                if let period = dates.range(from: first.date, to: last.date) {
                    add([.period(period)], start..<last.end, &tokens)
                } else if first.isClear {
                    add([.noPeriod(.impossible)], start..<last.end, &tokens)
                }
            } else if first.isClear {
                appendDay(first, start, &tokens)
            }
        }
        appendMonth(at: start, value, end, &tokens)
        if scalar(end) == Sign.year, (2000...2100).contains(value) {
            appendQuarters(of: value, start, end + 1, &tokens)
        }
    }

    /// 11月1日; 2月30日 is none.
    private func appendDay(_ written: WrittenDate, _ start: Int, _ tokens: inout [Token]) {
        guard let day = dates.day(written.date) else {
            return add([.noPeriod(.impossible)], start..<written.end, &tokens)
        }
        add([.period(.days(day...day))], start..<written.end, &tokens)
    }

    /// 11月, 十一月份, 2026年10月; 13月 is none, but where it is how long: 用了18月, 近18月.
    private func appendMonth(at start: Int, _ value: Int, _ end: Int, _ tokens: inout [Token]) {
        var year: Int?
        var month = (value: value, end: end)
        if scalar(end) == Sign.year, let next = Numerals.read(scalars, at: end + 1) {
            year = value
            month = next
        }
        let isLength =
            year == nil
            && (start > 0 && Self.beforeLength.contains(scalar(start - 1))
                || Self.behindLength.contains(scalar(month.end + 1)))
        if month.value > 12, scalar(month.end) == Sign.month {
            if !isLength {
                add([.noPeriod(.impossible)], start..<endOfDay(behind: month.end + 1), &tokens)
            } else if start > 0, Self.lately.contains(scalar(start - 1)) {
                appendSpan(days: month.value * 30, said: nil, start, month.end + 1, &tokens)
            }
        }
        guard (1...12).contains(month.value), let period = dates.month(month.value, year: year) else {
            return
        }
        appendMonth(period, start, month.end, &tokens)
    }

    /// The position behind 1日 where that follows a month.
    private func endOfDay(behind month: Int) -> Int {
        guard let day = Numerals.read(scalars, at: month),
            scalar(day.end) == Sign.day || scalar(day.end) == Sign.number
        else { return month }
        return day.end + 1
    }

    struct WrittenDate {
        var date: DateReader.PartialDay
        var end: Int
        /// Whether it can be nothing but a date (3-5 may be a range of numbers).
        var isClear: Bool
    }

    /// A date as written: 2026年11月1日, 11月1日, 11月1, 11/1, 11.1, 2026-11-01; after a date also 7日 or 7.
    func readDate(at start: Int, inheriting before: DateReader.PartialDay?) -> WrittenDate? {
        guard let first = Numerals.read(scalars, at: start) else { return nil }
        if scalar(first.end) == Sign.year, let rest = readMonthAndDay(at: first.end + 1) {
            return WrittenDate(
                date: .init(year: first.value, month: rest.month, day: rest.day), end: rest.end, isClear: true
            )
        }
        if let rest = readMonthAndDay(at: start) {
            return WrittenDate(
                date: .init(year: nil, month: rest.month, day: rest.day), end: rest.end, isClear: true)
        }
        let sign = scalar(first.end)
        if sign == 0x2D || sign == 0x2F || sign == 0x2E,
            let second = Numerals.read(scalars, at: first.end + 1)
        {
            if first.value > 31, scalar(second.end) == sign,
                let third = Numerals.read(scalars, at: second.end + 1)
            {
                return written(year: first.value, second.value, third.value, third.end, isClear: true)
            }
            // 11-1 alone may be anything, 11/1 is a date.
            if before == nil || sign != 0x2D {
                // 11.20 is a date, 1.5 a number.
                let isDotted =
                    sign == 0x2E && second.end - first.end == 3 && after(Self.amounts, at: second.end) == nil
                    && !isASCIIWord(scalar(second.end))
                return written(
                    year: nil, first.value, second.value, second.end, isClear: sign == 0x2F || isDotted)
            }
            return written(year: nil, first.value, second.value, second.end, isClear: false)
        }
        let isDayWord = sign == Sign.day || sign == Sign.number
        if before != nil, isDayWord || !isUnit(sign) {
            return dayOnly(first.value, isDayWord ? first.end + 1 : first.end)
        }
        return isDayWord ? dayOnly(first.value, first.end + 1) : nil
    }

    private func written(year: Int?, _ month: Int, _ day: Int, _ end: Int, isClear: Bool) -> WrittenDate? {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        return WrittenDate(date: .init(year: year, month: month, day: day), end: end, isClear: isClear)
    }

    private func dayOnly(_ day: Int, _ end: Int) -> WrittenDate? {
        guard (1...31).contains(day) else { return nil }
        // 12号 alone may be the number of a warning: that reading is left to the sentence.
        return WrittenDate(date: .init(year: nil, month: nil, day: day), end: end, isClear: false)
    }

    /// The month of 10月 and 10月15日, where no year stands before it.
    func yearlessMonth(at position: Int) -> Int? {
        guard let month = Numerals.read(scalars, at: position), (1...12).contains(month.value),
            scalar(month.end) == Sign.month
        else { return nil }
        return month.value
    }

    private func isUnit(_ sign: UInt32) -> Bool {
        sign == Sign.month || sign == Sign.heaven || sign == Sign.year
    }

    private func readMonthAndDay(at start: Int) -> (month: Int, day: Int, end: Int)? {
        guard let month = Numerals.read(scalars, at: start), (1...12).contains(month.value),
            scalar(month.end) == Sign.month, let day = Numerals.read(scalars, at: month.end + 1)
        else { return nil }
        let unit = scalar(day.end)
        // 10月32日 is no date, 10月50条 a month and a number.
        guard (1...31).contains(day.value) || day.value < 100 && (unit == Sign.day || unit == Sign.number)
        else { return nil }
        return (month.value, day.value, unit == Sign.day || unit == Sign.number ? day.end + 1 : day.end)
    }

    private static let lastWeeks: [Literal] = ["上上周", "上上个星期", "上上星期", "上上个礼拜", "上上礼拜"]
    private static let lastWeek: [Literal] = ["上周", "上个星期", "上星期", "上个礼拜", "上礼拜", "上个周"]
    private static let thisWeek: [Literal] = ["这周", "本周", "这个星期", "这星期", "这个礼拜", "这礼拜", "本星期", "这个周"]
    private static let nextWeek: [Literal] = ["下周", "下个星期", "下星期", "下个礼拜", "下礼拜", "下个周"]
    private static let amounts: [Literal] = ["万", "元", "块", "分", "度", "升", "秒", "倍", "%"]
    private static let anyWeek: [Literal] = ["周", "星期", "礼拜"]
    private static let notWeekday: [Literal] = ["一下", "一共", "一直", "一起", "一些", "一般", "日报", "天天", "天气", "末班"]

    /// 周一, 上周五, 这个星期天, 上上周, 周末, 下周.
    func appendWeekday(at position: Int, to tokens: inout [Token]) {
        let forms: [(words: [Literal], weeks: Int?)] = [
            (Self.lastWeeks, 2), (Self.lastWeek, 1), (Self.thisWeek, 0), (Self.nextWeek, -1),
            (Self.anyWeek, nil),
        ]
        for form in forms {
            guard let end = after(form.words, at: position) else { continue }
            if let weeks = form.weeks, weeks == 2 || weeks < 0, after(Self.report, at: end) == nil {
                let monday = dates.today.startOfWeek - 7 * weeks
                add([.period(.days(monday...(monday + 6)))], position..<end, &tokens)
            }
            if scalar(end) == 0x672B {  // 末
                let saturday =
                    dates.today.startOfWeek + 5 - 7 * (form.weeks ?? (dates.today.weekday >= 5 ? 0 : 1))
                add([.period(.days(saturday...(saturday + 1)))], position..<(end + 1), &tokens)
            } else if after(Self.notWeekday, at: end) == nil, let weekday = Self.weekday(scalar(end)) {
                let day = Sense.period(dates.weekday(weekday, weeksAgo: form.weeks))
                add(form.weeks == nil ? [.weekday(weekday), day] : [day], position..<(end + 1), &tokens)
                appendWeekdays(from: weekday, weeksAgo: form.weeks, position, end + 1, &tokens)
            }
            return
        }
    }

    /// 周一到周三, 上周一到周五: the end is of the beginning's week, or of the one after it; without a week they are the
    /// last such days that are not to come. An end with a week of its own is a time by itself.
    private func appendWeekdays(
        from first: Int, weeksAgo weeks: Int?, _ start: Int, _ end: Int, _ tokens: inout [Token]
    ) {
        guard !recurs(at: start), let joint = joint(at: end) else { return }
        let name = skip(Self.anyWeek, at: joint)
        guard let last = Self.weekday(scalar(name)), after(Self.notWeekday, at: name) == nil else { return }
        let monday = dates.today.startOfWeek - 7 * (weeks ?? 0)
        let ending = monday + last + (last < first ? 7 : 0)
        let shift = weeks == nil && ending > dates.today ? 7 : 0
        let sense = dates.sense(from: monday + first - shift, to: ending - shift)
        add(weeks == nil ? [.weekday(first), sense] : [sense], start..<(name + 1), &tokens)
    }

    /// 0 for 一 … 6 for 日 or 天.
    static func weekday(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x4E00, 0x31: 0
        case 0x4E8C, 0x32: 1
        case 0x4E09, 0x33: 2
        case 0x56DB, 0x34: 3
        case 0x4E94, 0x35: 4
        case 0x516D, 0x36: 5
        case 0x65E5, 0x5929, 0x37: 6
        default: nil
        }
    }
}
