extension ExpressionScanner {
    private static let days: [(words: [Literal], ago: Int)] = [
        (["大前天"], 3), (["前天", "前日", "前儿"], 2), (["明天", "明日", "明儿"], -1), (["大后天"], -3), (["后天"], -2),
    ]
    private static let namedQuarters: [(words: [Literal], ago: Int)] = [
        (["上季度", "上个季度", "上一季度", "上一个季度"], 1), (["本季度", "这季度", "这个季度", "当季"], 0),
        (["下季度", "下个季度", "下一季度", "下一个季度"], -1),
    ]
    private static let years: [(words: [Literal], ago: Int)] = [
        (["前年"], 2), (["去年", "上一年", "上年度"], 1), (["今年以来", "今年", "本年度", "本年", "这一年"], 0),
        (["明年", "来年"], -1),
    ]
    private static let monthsBefore: [Literal] = ["上上个月", "上上月"]
    private static let nextMonth: [Literal] = ["下个月", "下月"]
    /// What makes 看下月报 and 看下周报 of 下月 and 下周.
    static let report: [Literal] = ["报", "度"]

    /// Days, months, quarters and years by name that are no value of the vocabulary: 前天, 上季度, 今年, 上上个月, 明天.
    func appendNamedPeriod(at position: Int, to tokens: inout [Token]) {
        for name in Self.days {
            guard let end = after(name.words, at: position) else { continue }
            let day = dates.today - name.ago
            return add([.period(.days(day...day))], position..<end, &tokens)
        }
        for name in Self.namedQuarters {
            guard let end = after(name.words, at: position) else { continue }
            return add([.period(dates.quarter(ago: name.ago))], position..<end, &tokens)
        }
        for name in Self.years {
            guard let end = after(name.words, at: position), let year = dates.year(ago: name.ago) else {
                continue
            }
            return add([.period(year)], position..<end, &tokens)
        }
        if let end = after(Self.monthsBefore, at: position) {
            let last = (dates.today.startOfMonth - 1).startOfMonth - 1
            add([.period(.days(last.startOfMonth...last))], position..<end, &tokens)
        }
        if let end = after(Self.nextMonth, at: position), after(Self.report, at: end) == nil {
            add([.period(dates.nextMonth)], position..<end, &tokens)
        }
    }
}
