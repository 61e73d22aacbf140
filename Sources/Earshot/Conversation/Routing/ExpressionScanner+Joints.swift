/// What stands between two times, and what stands beside one only where another follows.
extension ExpressionScanner {
    private static let joints: [Literal] = ["到", "至", "~", "-", "—"]
    private static let onward: [Literal] = ["开始", "起"]
    private static let since: [Literal] = ["以来"]
    private static let now: [Literal] = ["现在", "今天", "今日", "目前", "如今", "今"]
    private static let atLast: [Literal] = ["为止"]
    private static let beginningOfYear: [Literal] = ["今年年初", "今年初"]
    private static let beginningOfLastYear: [Literal] = ["去年年初", "去年初"]
    private static let beginningOfAYear: [Literal] = ["年年初", "年初"]
    private static let beginningOfMonth: [Literal] = ["本月初", "这个月初"]
    private static let beginningOfLastMonth: [Literal] = ["上个月初", "上月初"]
    private static let beginningOfAMonth: [Literal] = ["月初"]

    private static let lastYear: [Literal] = ["去年"]
    private static let thisYear: [Literal] = ["今年"]
    private static let festivals: [(words: [Literal], month: Int, day: Int)] = [
        (["国庆节", "国庆假期", "国庆"], 10, 1), (["元旦"], 1, 1), (["五一假期", "五一节", "五一", "劳动节"], 5, 1),
        (["双十一", "双11"], 11, 11), (["双十二", "双12"], 12, 12),
    ]

    /// Whether any two times can be joined at all.
    var hasJoint: Bool {
        scalars.contains { [0x5230, 0x81F3, 0x7E, 0x2D, 0x2014, 0x4EE5].contains($0) }  // 到至~-—以
    }

    /// Where 到 ends behind a time, also after 9月开始 and 9月起.
    func joint(at position: Int) -> Int? { after(Self.joints, at: skip(Self.onward, at: position)) }

    /// Where 以来 ends.
    func since(at position: Int) -> Int? { after(Self.since, at: position) }

    /// Where 现在 or 目前为止 ends.
    func now(at position: Int) -> Int? { after(Self.now, at: position).map { skip(Self.atLast, at: $0) } }

    /// Whether what begins at a position is said of every week or day: 每周一到周五.
    func recurs(at position: Int) -> Bool {
        position > 0 && (scalar(position - 1) == Sign.every || scalar(position - 1) == Sign.whenever)
    }

    /// 年初, 上个月初 and 9月初, from which a time can go on.
    func opening(at position: Int) -> (day: Day, end: Int)? {
        let year = dates.today.civil.year
        if let end = after(Self.beginningOfYear, at: position) { return firstDay(of: year, end) }
        if let end = after(Self.beginningOfLastYear, at: position) { return firstDay(of: year - 1, end) }
        if let end = after(Self.beginningOfMonth, at: position) { return (dates.today.startOfMonth, end) }
        if let end = after(Self.beginningOfLastMonth, at: position) {
            return ((dates.today.startOfMonth - 1).startOfMonth, end)
        }
        if let number = Numerals.read(scalars, at: position), !isWithinNumber(position) {
            if let end = after(Self.beginningOfAYear, at: number.end), (2000...2999).contains(number.value) {
                return firstDay(of: number.value, end)
            }
            guard let end = after(Self.beginningOfAMonth, at: number.end) else { return nil }
            return dates.month(number.value, year: nil).map { ($0.days(today: dates.today).lowerBound, end) }
        }
        // The end of a longer word for another one: 上上个月初, 明年初.
        guard !Self.isOfAnother(position > 0 ? scalar(position - 1) : 0), !isWithinNumber(position) else {
            return nil
        }
        if let end = after(Self.beginningOfAYear, at: position) { return firstDay(of: year, end) }
        if let festival = fixedFestival(at: position) { return festival }
        return after(Self.beginningOfAMonth, at: position).map { (dates.today.startOfMonth, $0) }
    }

    /// The last one of a festival that has the same date every year, or last year's: from 国庆 on. Alone it is no time,
    /// for nobody says how long it lasts.
    private func fixedFestival(at position: Int) -> (day: Day, end: Int)? {
        let year = dates.today.civil.year
        let (start, years) =
            if let end = after(Self.lastYear, at: position) {
                (end, [year - 1])
            } else {
                (skip(Self.thisYear, at: position), [year, year - 1])
            }
        for festival in Self.festivals {
            guard let end = after(festival.words, at: start) else { continue }
            return years.compactMap { Day(year: $0, month: festival.month, day: festival.day) }
                .first { $0 <= dates.today }.map { ($0, end) }
        }
        return nil
    }

    private func firstDay(of year: Int, _ end: Int) -> (day: Day, end: Int)? {
        Day(year: year, month: 1, day: 1).map { ($0, end) }
    }

    private func isWithinNumber(_ position: Int) -> Bool {
        guard position > 0 else { return false }
        return isASCIIWord(scalar(position - 1)) || Numerals.begins(scalar(position - 1))
    }

    /// 上下个去前明后年.
    private static func isOfAnother(_ scalar: UInt32) -> Bool {
        [0x4E0A, 0x4E0B, 0x4E2A, 0x53BB, 0x524D, 0x660E, 0x540E, 0x5E74].contains(scalar)
    }

    /// 12号, which may be the number of something where nothing joins it to a time.
    func openDay(at position: Int) -> (day: Day, end: Int)? {
        guard Numerals.begins(scalar(position)) || isDigit(scalar(position)),
            position == 0 || !isASCIIWord(scalar(position - 1)),
            let written = readDate(at: position, inheriting: nil), written.date.month == nil,
            let day = dates.day(written.date)
        else { return nil }
        return (day, written.end)
    }
}
