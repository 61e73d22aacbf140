/// Spans whose ends are more than dates: whole months, days by name, until now; and what only reads like a time.
extension ExpressionScanner {
    private static let now: [Literal] = ["现在", "今天", "今日", "目前", "如今", "今"]
    private static let beginningOfYear: [Literal] = ["今年年初", "今年初", "年初"]
    private static let dayNames: [(words: [Literal], ago: Int)] = [
        (["大前天"], 3), (["前天", "前日"], 2), (["昨天", "昨日"], 1), (["今天", "今日"], 0), (["明天", "明日"], -1),
        (["后天"], -2),
    ]
    private static let festivals: [Literal] = [
        "国庆节", "国庆假期", "国庆期间", "国庆", "春节", "元旦", "中秋节", "中秋", "端午节", "端午", "清明节", "五一假期", "五一期间",
        "五一节", "劳动节", "黄金周", "双十一", "双11", "双十二", "双12", "圣诞节", "情人节", "暑假", "寒假",
    ]
    private static let lately: [Literal] = ["最近", "过去", "近"]
    private static let units: [Literal] = ["天", "日", "个星期", "个礼拜", "星期", "礼拜", "周", "个月", "个季度", "季度", "年"]
    private static let these: [Literal] = ["这"]
    private static let most: UInt32 = 0x6700  // 最

    /// 年初到现在, 前天到昨天; 昨天到明天, 近0天 and 国庆, which are told that they are no time.
    func appendSpan(at position: Int, to tokens: inout [Token]) {
        if let end = after(Self.beginningOfYear, at: position), let until = untilNow(at: end),
            let year = dates.year(ago: 0)
        {
            add([.period(year)], position..<until, &tokens)
        }
        if let end = after(Self.festivals, at: position) {
            add([.noPeriod(.unknown)], position..<end, &tokens)
        }
        appendDayNames(at: position, to: &tokens)
        appendThese(at: position, to: &tokens)
        appendNoDays(at: position, to: &tokens)
    }

    /// Where 到现在 or 至今 ends.
    func untilNow(at position: Int) -> Int? {
        after(Self.joints, at: position).flatMap { after(Self.now, at: $0) }
    }

    /// 9月到10月, 8月到10月: both months whole, the running one up to today.
    func appendMonths(from period: Period, _ start: Int, _ end: Int, _ tokens: inout [Token]) {
        guard case .days(let first) = period, let joint = after(Self.joints, at: end),
            let number = Numerals.read(scalars, at: joint), (1...12).contains(number.value),
            let unit = after(Self.monthOnly, at: number.end), Numerals.read(scalars, at: unit) == nil
        else { return }
        let from = first.lowerBound.civil
        guard
            case .days(let last)? = dates.month(
                number.value, year: from.year + (number.value < from.month ? 1 : 0))
        else { return }
        let isPossible = last.lowerBound <= dates.today
        add(
            [isPossible ? .period(.days(first.lowerBound...last.upperBound)) : .noPeriod(.impossible)],
            start..<unit, &tokens)
    }

    /// 这三个月; 这一周 is this week.
    private func appendThese(at position: Int, to tokens: inout [Token]) {
        guard let end = after(Self.these, at: position), let number = Numerals.read(scalars, at: end),
            number.value > 1
        else { return }
        var counted: [Token] = []
        appendCounted(number.value, end, number.end, &counted)
        for token in counted {
            for case .period(let period) in token.senses {
                add([.period(period)], position..<token.range.upperBound, &tokens)
            }
        }
    }

    private func appendDayNames(at position: Int, to tokens: inout [Token]) {
        guard let first = dayName(at: position), let joint = after(Self.joints, at: first.end),
            let last = dayName(at: joint)
        else { return }
        let isPossible = first.day <= last.day && last.day <= dates.today
        add(
            [isPossible ? .period(.days(first.day...last.day)) : .noPeriod(.impossible)],
            position..<last.end, &tokens)
    }

    private func dayName(at position: Int) -> (day: Day, end: Int)? {
        for name in Self.dayNames {
            if let end = after(name.words, at: position) { return (dates.today - name.ago, end) }
        }
        return nil
    }

    /// 近0天, and 近-3天, whose sign has become a break.
    private func appendNoDays(at position: Int, to tokens: inout [Token]) {
        guard let end = after(Self.lately, at: position), position == 0 || scalar(position - 1) != Self.most
        else { return }
        let isNegative = scalar(end) == Normalization.separator && end == position + 1
        guard let number = Numerals.read(scalars, at: isNegative ? end + 1 : end),
            number.value == 0 || isNegative, let unit = after(Self.units, at: number.end)
        else { return }
        add([.noPeriod(.impossible)], position..<unit, &tokens)
    }
}
