/// Spans of whole months, and what only reads like a time.
extension ExpressionScanner {
    private static let festivals: [Literal] = [
        "国庆节", "国庆假期", "国庆期间", "国庆", "春节", "元旦", "中秋节", "中秋", "端午节", "端午", "清明节", "五一假期", "五一期间",
        "五一节", "劳动节", "黄金周", "双十一", "双11", "双十二", "双12", "圣诞节", "情人节", "暑假", "寒假",
    ]
    private static let lately: [Literal] = ["最近", "过去", "近"]
    private static let units: [Literal] = ["天", "日", "个星期", "个礼拜", "星期", "礼拜", "周", "个月", "个季度", "季度", "年"]
    private static let these: [Literal] = ["这"]
    private static let most: UInt32 = 0x6700  // 最

    /// 这三个月; 近0天 and 国庆, which are told that they are no time.
    func appendSpan(at position: Int, to tokens: inout [Token]) {
        if let end = after(Self.festivals, at: position) {
            add([.noPeriod(.unknown)], position..<end, &tokens)
        }
        appendThese(at: position, to: &tokens)
        appendNoDays(at: position, to: &tokens)
    }

    /// A month, and the months from it to another one (9月到10月, 9到10月): all of them whole, the running one up to
    /// today. Without 月 behind it the first is none by itself.
    func appendMonth(_ period: Period, _ start: Int, _ end: Int, _ tokens: inout [Token]) {
        let unit = after(Self.monthOnly, at: end)
        if let unit { add([.period(period)], start..<unit, &tokens) }
        guard case .days(let first) = period, let joint = joint(at: unit ?? end),
            let number = Numerals.read(scalars, at: joint), (1...12).contains(number.value),
            let last = after(Self.monthOnly, at: number.end), Numerals.read(scalars, at: last) == nil
        else { return }
        let from = first.lowerBound.civil
        let year = from.year + (number.value < from.month ? 1 : 0)
        guard case .days(let ending)? = dates.month(number.value, year: year) else { return }
        add([dates.sense(from: first.lowerBound, to: ending.upperBound)], start..<last, &tokens)
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
