extension ExpressionScanner {
    private static let morning: [Literal] = ["今天早上", "早上", "上午", "清晨", "凌晨", "清早", "一早", "早晨", "早"]
    private static let noon: [Literal] = ["中午"]
    private static let evening: [Literal] = ["下午", "傍晚", "晚上", "夜里", "今晚", "晚"]
    private static let o: [Literal] = ["点钟", "点整", "点", "时"]
    private static let notTime: [Literal] = ["点儿", "点评", "点赞", "点什么", "点内容", "时间", "时候"]
    private static let minute: [Literal] = ["分"]
    private static let am: [Literal] = ["am"]
    private static let pm: [Literal] = ["pm"]

    /// 早上9点, 下午三点半, 8点45, 8:30, 9am.
    func appendClock(at position: Int, to tokens: inout [Token]) {
        var start = position
        var shift = 0
        var hasPart = true
        if let end = after(Self.morning, at: position) {
            start = end
        } else if let end = after(Self.noon, at: position) {
            start = end
            shift = 1
        } else if let end = after(Self.evening, at: position) {
            start = end
            shift = 12
        } else {
            hasPart = false
        }
        guard !isComparing(position, start), let hour = Numerals.read(scalars, at: start), hour.value <= 24,
            let time = readTime(hour: hour.value, at: hour.end, sure: hasPart)
        else { return }
        var minutes = time.minutes
        if shift == 12, minutes < 12 * 60 { minutes += 12 * 60 }
        if shift == 1, minutes < 3 * 60 { minutes += 12 * 60 }
        guard minutes <= 24 * 60 else { return }
        // 24点 is midnight.
        add([.clock(minutes % (24 * 60))], position..<time.end, &tokens)
    }

    /// 晚一点, 早一点, 快一点: later, earlier and sooner, and no hour.
    private func isComparing(_ position: Int, _ start: Int) -> Bool {
        guard start <= position + 1, start > 0, Self.comparing.contains(scalars[start - 1]),
            // 明早一点 is an hour.
            start < 2 || !Self.ofDays.contains(scalars[start - 2]),
            let end = after(Self.aLittle, at: start)
        else { return false }
        return after(Self.ofHour, at: end) == nil
    }

    private static let ofDays = Set("今明昨后当每".unicodeScalars.map(\.value))
    private static let comparing = Set("早晚快慢多少好大小准".unicodeScalars.map(\.value))
    private static let aLittle: [Literal] = ["一点"]
    private static let ofHour: [Literal] = ["半", "钟", "整", "一刻", "十", "二十", "三十", "四十", "五十"]

    private func readTime(hour: Int, at end: Int, sure: Bool) -> (minutes: Int, end: Int)? {
        if scalar(end) == 0x3A, isDigit(scalar(end + 1)), let minute = Numerals.read(scalars, at: end + 1) {
            guard minute.value < 60, hour < 24 || minute.value == 0 else { return nil }
            return (hour * 60 + minute.value, minute.end)
        }
        if let unit = after(Self.am, at: end) { return (hour % 12 * 60, unit) }
        if let unit = after(Self.pm, at: end) { return (hour % 12 * 60 + 720, unit) }
        guard after(Self.notTime, at: end) == nil, let unit = after(Self.o, at: end) else { return nil }
        if scalar(unit) == Sign.half { return (hour * 60 + 30, unit + 1) }
        if let minute = Numerals.read(scalars, at: unit), minute.value < 60 {
            if scalar(minute.end) == 0x523B { return (hour * 60 + minute.value * 15, minute.end + 1) }  // 刻
            if minute.value >= 10 || scalar(unit) == 0x96F6 || scalar(unit) == 0x30 {
                return (hour * 60 + minute.value, skip(Self.minute, at: minute.end))
            }
        }
        return (hour * 60, unit)
    }

    private static let eachDay: [Literal] = [
        "每一天", "每天", "每日", "每早", "每晚", "每个早上", "每个晚上",
    ]
    private static let eachWorkday: [Literal] = ["每个工作日", "每工作日"]
    private static let eachDayAt: [Literal] = ["每个", "每"]
    private static let eachWeek: [Literal] = ["每个星期", "每星期", "每个礼拜", "每礼拜", "每个周", "每周", "逢周", "逢星期"]
    private static let eachMonth: [Literal] = ["每个月", "每月"]
    private static let dayUnit: [Literal] = ["号", "日"]
    private static let beginning: [Literal] = ["初"]

    /// 每天, 每周一, 每月1号.
    func appendRecurrence(at position: Int, to tokens: inout [Token]) {
        if let end = after(Self.eachWorkday, at: position) {
            add([.every(.workday)], position..<end, &tokens)
        } else if let end = after(Self.eachDay, at: position) {
            add([.every(.day)], position..<end, &tokens)
            // 每晚8点 is 每 and 晚8点: the hour needs its half of the day.
            if let part = after(Self.eachDayAt, at: position) {
                add([.every(.day)], position..<part, &tokens)
            }
        } else if let end = after(Self.eachWeek, at: position) {
            add([.every(.week(weekday: nil))], position..<end, &tokens)
            if let weekday = Self.weekday(scalar(end)), scalar(end + 1) != Sign.number,
                !(scalar(end) == Sign.day && scalar(end + 1) == 0x62A5)  // 每周日报 is a daily report
            {
                add([.every(.week(weekday: weekday))], position..<(end + 1), &tokens)
            }
        } else if let end = after(Self.eachMonth, at: position) {
            add([.every(.month(day: nil))], position..<end, &tokens)
            if let day = Numerals.read(scalars, at: skip(Self.beginning, at: end)),
                (1...31).contains(day.value),
                let unit = after(Self.dayUnit, at: day.end)
            {
                add([.every(.month(day: day.value))], position..<unit, &tokens)
            } else if let unit = after(Self.beginning, at: end) {
                add([.every(.month(day: 1))], position..<unit, &tokens)
            }
        }
    }
}
