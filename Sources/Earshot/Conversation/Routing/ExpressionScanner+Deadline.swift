extension ExpressionScanner {
    /// Days by name before an hour, with how many days ahead they lie and how many characters of the name the hour
    /// shares: of 明早8点 it needs 早.
    private static let days: [(words: [Literal], ahead: Int, shared: Int)] = [
        (["今晚", "今早"], 0, 1), (["今天", "今日"], 0, 0),
        (["明早", "明晚"], 1, 1), (["明天", "明日"], 1, 0), (["后天"], 2, 0),
    ]

    /// 到明早8点, 到今晚20:00, 到下午3点: as long as it is until then, where the time of day is known.
    func appendDeadline(at position: Int, to tokens: inout [Token]) {
        let start = position + 1
        let named = Self.days.lazy.compactMap { day in
            after(day.words, at: start).map { (ahead: day.ahead, clock: $0 - day.shared) }
        }.first
        var clocks: [Token] = []
        let from = named?.clock ?? start
        appendClock(at: from, to: &clocks)
        guard let clock = clocks.first, case .clock(let hour)? = clock.senses.first else { return }
        let minutes = Self.end(at: hour, scalars[from..<clock.range.upperBound])
        var senses: [Sense] = [.clock(hour)]
        let isWithinHalf = Numerals.read(scalars, at: from) == nil
        if let length = length(until: minutes, daysAhead: named?.ahead, isWithinHalf: isWithinHalf) {
            senses.append(.duration("\(length)m"))
        }
        add(senses, position..<clock.range.upperBound, &tokens)
    }

    /// The minute of a day at which something ends: 晚上12点 and 24点 are the end of the day.
    ///
    /// - Parameter written: how the hour is written.
    static func end(at hour: Int, _ written: ArraySlice<UInt32>) -> Int {
        if hour == 12 * 60, written.prefix(2).contains(where: { $0 == Sign.night || $0 == Sign.dark }) {
            return 24 * 60
        }
        let number = Array(written.drop { !isDigit($0) && !Numerals.begins($0) })
        return hour == 0 && Numerals.read(number, at: 0)?.value == 24 ? 24 * 60 : hour
    }

    /// The minutes until an hour: of the named day, or the next such one. An hour without its half of the day (3点) that
    /// is over today is the one of the afternoon.
    private func length(until minutes: Int, daysAhead: Int?, isWithinHalf: Bool) -> Int? {
        guard let minute = dates.minute else { return nil }
        let day = 24 * 60
        let hours = isWithinHalf || minutes >= day / 2 ? [minutes] : [minutes, minutes + day / 2]
        let days = daysAhead.map { [$0] } ?? [0, 1]
        return days.flatMap { ahead in hours.map { ahead * day + $0 - minute } }.first { $0 > 0 }
    }
}
