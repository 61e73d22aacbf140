extension ExpressionScanner {
    private static let weeks: [Literal] = ["个星期", "个礼拜", "星期", "礼拜", "周"]
    private static let months: [Literal] = ["个月"]
    private static let quarters: [Literal] = ["个季度", "季度"]
    private static let hours: [Literal] = ["个小时", "小时", "个钟头", "钟头", "个钟", "hours", "hour", "h"]
    private static let hoursAndHalf: [Literal] = ["个半小时", "小时半", "个半钟"]
    private static let minutes: [Literal] = ["分钟", "minutes", "mins", "min", "分", "m"]
    private static let quarterHours: [Literal] = ["刻钟"]
    private static let latinDays: [Literal] = ["days", "day", "d"]
    private static let within: [Literal] = ["以内", "之内", "以来", "内"]
    private static let pieces: [Literal] = ["条", "个", "项"]

    /// Numbers with a unit: 30天, 两周, 三个月, 2小时, 12号; and the bare number.
    func appendCounted(_ value: Int, _ start: Int, _ end: Int, _ tokens: inout [Token]) {
        let isLone = end - start == 1 && scalars[start] == Sign.one
        if !isLone { add([.number(value)], start..<end, &tokens) }
        if scalar(end) == Sign.number {
            add([.ordinal(value)], start..<(end + 1), &tokens)
        }
        guard value > 0 else { return }
        if let unit = after(Self.pieces, at: end) { add([.count(value)], start..<unit, &tokens) }
        if let quarter = countedQuarter(at: start, year: nil) {
            add([.period(quarter.period)], start..<quarter.end, &tokens)
        } else if let unit = after(Self.weeks, at: end) {
            appendSpan(days: value * 7, said: "\(value * 7)d", start, unit, &tokens)
        } else if let unit = after(Self.months, at: end) {
            appendSpan(days: value * 30, said: "\(value * 30)d", start, unit, &tokens)
        } else if let unit = after(Self.quarters, at: end) {
            appendSpan(days: value * 90, said: nil, start, unit, &tokens)
        } else if scalar(end) == Sign.heaven
            // 1日 of 13月1日 is no day that lasts.
            || scalar(end) == Sign.day && !(start > 0 && scalar(start - 1) == Sign.month)
        {
            appendSpan(days: value, said: "\(value)d", start, end + 1, &tokens)
        } else if scalar(end) == Sign.year, value == 1 {
            appendSpan(days: 365, said: nil, start, end + 1, &tokens)
        } else if let unit = after(Self.latinDays, at: latinUnit(end)), !isASCIILetter(scalar(unit)) {
            appendSpan(days: value, said: "\(value)d", start, unit, &tokens)
        }
        appendDuration(value, start, end, &tokens)
    }

    /// Days that end now.
    func appendSpan(
        days: Int, said duration: String?, _ start: Int, _ end: Int, _ tokens: inout [Token]
    ) {
        var senses: [Sense] = []
        if days > 0 { senses.append(.period(.last(days: min(days, Period.farthest)))) }
        if let duration { senses.append(.duration(duration)) }
        guard !senses.isEmpty else { return }
        add(senses, start..<skip(Self.within, at: end), &tokens)
    }

    private func appendDuration(_ value: Int, _ start: Int, _ end: Int, _ tokens: inout [Token]) {
        if let unit = after(Self.hoursAndHalf, at: end) {
            add([.duration("\(value * 60 + 30)m")], start..<unit, &tokens)
        } else if let unit = after(Self.quarterHours, at: end) {
            add([.duration("\(value * 15)m")], start..<unit, &tokens)
        } else if let unit = after(Self.hours, at: latinUnit(end)), !splitsLatin(unit) {
            add([.duration("\(value)h")], start..<unit, &tokens)
            appendMinutes(after: value, start, unit, &tokens)
        } else if let unit = after(Self.minutes, at: latinUnit(end)), !splitsLatin(unit) {
            add([.duration("\(value)m")], start..<unit, &tokens)
        }
    }

    /// 1小时30分钟, 1h30m
    private func appendMinutes(after hours: Int, _ start: Int, _ end: Int, _ tokens: inout [Token]) {
        guard let minutes = Numerals.read(scalars, at: end), (1..<60).contains(minutes.value),
            let unit = after(Self.minutes, at: minutes.end), !splitsLatin(unit)
        else { return }
        add([.duration("\(hours * 60 + minutes.value)m")], start..<unit, &tokens)
    }

    /// 1.5小时: tenths of an hour.
    func appendTenths(of whole: Int, _ start: Int, _ point: Int, _ tokens: inout [Token]) {
        guard scalar(point) == 0x2E, isDigit(scalar(point + 1)), !isDigit(scalar(point + 2)) else { return }
        let tenths = Int(scalar(point + 1)) - 0x30
        guard whole * 10 + tenths > 0,
            let unit = after(Self.hours, at: latinUnit(point + 2)), !splitsLatin(unit)
        else { return }
        add([.duration("\(whole * 60 + tenths * 6)m")], start..<unit, &tokens)
    }

    /// Whether letters stand on both sides: 2hours is no 2h, 两小时A13 is two hours.
    private func splitsLatin(_ position: Int) -> Bool {
        isASCIILetter(scalar(position - 1)) && isASCIILetter(scalar(position))
    }

    /// Where a unit begins that may stand apart from its number (2 hours).
    private func latinUnit(_ end: Int) -> Int {
        scalar(end) == Normalization.separator && isASCIILetter(scalar(end + 1)) ? end + 1 : end
    }

    private static let halfHour: [Literal] = ["半个小时", "半小时", "半个钟头", "半个钟"]
    private static let halfDay: [Literal] = ["半天"]
    private static let halfMonth: [Literal] = ["半个月", "半月"]
    private static let halfYear: [Literal] = ["半年"]

    /// 半小时, 半天, 半个月, 半年.
    func appendHalf(at position: Int, to tokens: inout [Token]) {
        if let end = after(Self.halfHour, at: position) {
            add([.duration("30m")], position..<end, &tokens)
        } else if let end = after(Self.halfDay, at: position) {
            add([.duration("12h")], position..<end, &tokens)
        } else if let end = after(Self.halfMonth, at: position) {
            appendSpan(days: 15, said: "15d", position, end, &tokens)
        } else if let end = after(Self.halfYear, at: position) {
            appendSpan(days: 180, said: nil, position, end, &tokens)
        }
    }
}
