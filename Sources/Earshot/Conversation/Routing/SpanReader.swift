/// Finds the times that reach from one to another, whatever the kinds of the two: 9月到现在, 上周一到昨天, 三季度到10月15日.
///
/// Ends that say by themselves less than they mean (11月1日到7日, 上周一到周五, 9月到10月) are read by the scanner, which
/// knows the beginning; what it has read stays.
struct SpanReader {
    let scanner: ExpressionScanner
    let candidates: [Token]
    /// Where the candidates of each position begin, and behind the last one where they end.
    let starts: [Int]

    private struct Beginning {
        var day: Day
        var range: Range<Int>
        /// Whether it is counted back from now (近30天), so that it reaches nowhere but to now.
        var isCounted = false
    }

    private struct End {
        var day: Day
        var position: Int
    }

    /// One piece for each span, in the order of their beginnings.
    func spans() -> [Token] {
        guard scanner.hasJoint else { return [] }
        var spans: [Token] = []
        for beginning in beginnings where !scanner.recurs(at: beginning.range.lowerBound) {
            for end in ends(behind: beginning) {
                let range = beginning.range.lowerBound..<end.position
                guard !isRead(range), !spans.contains(where: { $0.range == range }) else { continue }
                spans.append(
                    Token(range: range, senses: [scanner.dates.sense(from: beginning.day, to: end.day)]))
            }
        }
        return spans
    }

    private var today: Day { scanner.dates.today }

    /// Every time, 年初, and days that may be something else where nothing follows them (12号).
    private var beginnings: [Beginning] {
        (0..<(starts.count - 1)).flatMap { position in
            var found = periods(at: position).map { period, end in
                let isCounted = if case .last = period { true } else { false }
                return Beginning(
                    day: period.days(today: today).lowerBound, range: position..<end, isCounted: isCounted)
            }
            if let other = scanner.opening(at: position) ?? scanner.openDay(at: position) {
                found.append(Beginning(day: other.day, range: position..<other.end))
            }
            return found
        }
    }

    private func ends(behind beginning: Beginning) -> [End] {
        let position = beginning.range.upperBound
        var ends: [End] = []
        if !beginning.isCounted, let end = scanner.since(at: position) {
            ends.append(End(day: today, position: end))
        }
        guard let joint = scanner.joint(at: position), joint + 1 < starts.count else { return ends }
        if let now = scanner.now(at: joint) { ends.append(End(day: today, position: now)) }
        for (period, end) in periods(at: joint) {
            if case .last = period { continue }
            var day = period.days(today: today).upperBound
            // 去年9月到10月15日 is of the same year.
            if let named = sameOrNext(joint..<end, day, beginning.day) { day = named }
            // 昨天到周日 is until the coming one.
            if isWeekday(joint..<end) { while day < beginning.day { day = day + 7 } }
            if !beginning.isCounted || day >= today - 1 { ends.append(End(day: day, position: end)) }
        }
        if let day = scanner.openDay(at: joint) {
            ends.append(End(day: following(day.day, beginning.day), position: day.end))
        }
        return ends
    }

    /// The first day behind a beginning that a month or date without a year can mean as an end; nothing where it says
    /// its year, or where that day is still to come.
    private func sameOrNext(_ range: Range<Int>, _ end: Day, _ beginning: Day) -> Day? {
        guard let month = scanner.yearlessMonth(at: range.lowerBound) else { return nil }
        let isWhole = scanner.readDate(at: range.lowerBound, inheriting: nil)?.end != range.upperBound
        let year = beginning.civil.year
        let found = [year, year + 1].compactMap { year -> Day? in
            guard isWhole else { return Day(year: year, month: month, day: end.civil.day) }
            guard let first = Day(year: year, month: month, day: 1) else { return nil }
            return min((first + 31).startOfMonth - 1, max(first, today))
        }.first { $0 >= beginning }
        return found.flatMap { $0 <= today ? $0 : nil }
    }

    /// Whether a piece says a day of the week and not of which.
    private func isWeekday(_ range: Range<Int>) -> Bool {
        candidates[starts[range.lowerBound]..<starts[range.lowerBound + 1]].contains { token in
            token.range == range
                && token.senses.contains { if case .weekday = $0 { true } else { false } }
        }
    }

    /// The day of the month that a bare number means behind a beginning: 昨天到28号 is until the coming one.
    private func following(_ day: Day, _ beginning: Day) -> Day {
        guard day < beginning else { return day }
        let months = [beginning.startOfMonth, (beginning.startOfMonth + 31).startOfMonth]
        return months.map { $0.civil }
            .compactMap { Day(year: $0.year, month: $0.month, day: day.civil.day) }
            .first { $0 >= beginning } ?? day
    }

    private func periods(at position: Int) -> [(period: Period, end: Int)] {
        candidates[starts[position]..<starts[position + 1]].flatMap { token in
            token.senses.compactMap { sense in
                if case .period(let period) = sense { (period, token.range.upperBound) } else { nil }
            }
        }
    }

    /// Whether something has already been made of the whole.
    private func isRead(_ range: Range<Int>) -> Bool {
        candidates[starts[range.lowerBound]..<starts[range.lowerBound + 1]].contains { token in
            token.range == range
                && token.senses.contains { sense in
                    switch sense {
                    case .period, .noPeriod: true
                    default: false
                    }
                }
        }
    }
}
