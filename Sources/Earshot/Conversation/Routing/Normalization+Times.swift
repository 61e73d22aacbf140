extension Normalization {
    /// The first thing that reads like an hour of the clock or a day of a schedule and is none, as it is written: 25:30, 17:60,
    /// 25点, 每月32号, 每周八; and several days of the week, of which a schedule has one: 周一三五. For messages that say when
    /// something shall come.
    var impossibleTime: String? {
        for start in scalars.indices where !goesOn(at: start) {
            guard let number = Numerals.read(scalars, at: start) else { continue }
            if isBehind(Normalization.week, at: start) {
                guard let end = endOfImpossibleWeekday(start, number) else { continue }
                return Normalization.written(Normalization.week[0].suffix(1) + scalars[start..<end])
            }
            guard let end = endOfImpossible(number.value, at: start, number.end) else { continue }
            return Normalization.written(scalars[start..<end])
        }
        return nil
    }

    /// Behind 周 exactly one character is the day: 周五九点 is Friday at nine.
    private func endOfImpossibleWeekday(_ start: Int, _ number: (value: Int, end: Int)) -> Int? {
        let (value, end) = number
        let isClock = isHour(end) || scalar(end) == Normalization.colon
        if (0x30...0x39).contains(scalars[start]) || end == start + 1 {
            // 每周10点 names no day.
            if isClock { return endOfImpossible(value, at: start, end) }
            if end > start + 1 || !(1...7).contains(value) {
                return isBehind(Normalization.everyWeek, at: start) ? end : nil
            }
            return endOfFurtherDays(end)
        }
        if isClock, Normalization.isDay(scalars[start]) {
            return Numerals.read(scalars, at: start + 1).flatMap {
                endOfImpossible($0.value, at: start + 1, $0.end)
            }
        }
        guard isBehind(Normalization.everyWeek, at: start) else { return nil }
        let days = scalars[start..<end]
        if days.allSatisfy(Normalization.isDay) {
            return isCounted(end) ? nil : endOfFurtherDays(end) ?? end
        }
        return days.contains(Normalization.ten) || !Normalization.isDay(scalars[start]) ? end : nil
    }

    /// The end of the days that are named behind one (周六日, 周一和周三); nothing where none is.
    private func endOfFurtherDays(_ start: Int) -> Int? {
        var (end, found) = (start, false)
        while true {
            var next = end
            if let joint = scalar(next), Normalization.joints.contains(joint) { next += 1 }
            let named = Normalization.week.first { scalars.dropFirst(next).starts(with: $0) }
            next += named?.count ?? 0
            guard let day = scalar(next), Normalization.isDay(day),
                named != nil || !(0x30...0x39).contains(day), !isCounted(next + 1),
                // 每周一三点 is Monday at three, 每周六日报 a daily report.
                !isHour(next + 1), scalar(next + 1) != Normalization.colon,
                scalar(next + 1) != Normalization.report,
                Numerals.read(scalars, at: next).map({ $0.end == next + 1 && !isHour($0.end) }) ?? true
            else { return found ? end : nil }
            (end, found) = (next + 1, true)
        }
    }

    private func endOfImpossible(_ value: Int, at start: Int, _ end: Int) -> Int? {
        if scalar(end) == Normalization.colon {
            guard let minute = Numerals.read(scalars, at: end + 1) else { return nil }
            return Normalization.isTime(value, minute.value) ? nil : minute.end
        }
        if isHour(end) {
            guard value <= 24 else { return end + 1 }
            guard let minute = Numerals.read(scalars, at: end + 1),
                !Normalization.isTime(value, minute.value)
            else { return nil }
            return minute.end
        }
        // 号 and 日, of a month: 近60日 is a length.
        guard let unit = scalar(end), [0x53F7, 0x65E5].contains(unit),
            isBehind(Normalization.month, at: start), !(1...31).contains(value)
        else { return nil }
        return end + 1
    }

    /// 24:00 is midnight.
    private static func isTime(_ hour: Int, _ minute: Int) -> Bool {
        minute <= 59 && hour <= 23 || hour == 24 && minute == 0
    }

    /// Whether 点 or 时 of the clock stands at a position: not so in 点评 and 时间.
    private func isHour(_ position: Int) -> Bool {
        guard let unit = scalar(position), [0x70B9, 0x65F6].contains(unit) else { return false }
        return scalar(position + 1).map { !Normalization.notHour.contains($0) } ?? true
    }

    /// Whether what stands before a position counts things: 每周一三个问题.
    private func isCounted(_ position: Int) -> Bool {
        scalar(position).map { Normalization.counters.contains($0) } ?? false
    }

    /// Whether a number at a position began before it.
    private func goesOn(at position: Int) -> Bool {
        guard position > 0, Numerals.read(scalars, at: position - 1) != nil else { return false }
        func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
        return isDigit(scalars[position - 1]) == isDigit(scalars[position])
    }

    private func isBehind(_ words: [[UInt32]], at position: Int) -> Bool {
        words.contains { scalars[..<position].suffix($0.count).elementsEqual($0) }
    }

    private func scalar(_ position: Int) -> UInt32? {
        scalars.indices.contains(position) ? scalars[position] : nil
    }

    private static func isDay(_ scalar: UInt32) -> Bool { days.contains(scalar) }

    private static func written(_ scalars: some Sequence<UInt32>) -> String {
        String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }

    private static func letters(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    private static let colon: UInt32 = 0x3A
    private static let ten: UInt32 = 0x5341
    /// 报
    private static let report: UInt32 = 0x62A5
    private static let week = ["周", "星期", "礼拜"].map(letters)
    private static let everyWeek = ["每周", "每个周", "每星期", "每个星期", "每礼拜", "每个礼拜"].map(letters)
    private static let month = ["每月", "每月的", "每个月", "每个月的"].map(letters)
    private static let days = Set(letters("一二三四五六日天1234567"))
    private static let joints = Set(letters("和跟与及") + [separator])
    private static let counters = Set(letters("个条次项家款位遍"))
    private static let notHour = Set(letters("评赞儿什内间候"))

    /// Whether a time that was refused is of several days of the week: 周一三五.
    static func isOfSeveralDays(_ time: String) -> Bool {
        time.hasPrefix("周") && letters(time).filter(isDay).count > 1 && !time.contains { "点时:十".contains($0) }
    }
}
