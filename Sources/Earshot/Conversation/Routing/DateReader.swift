/// Chooses the year that people leave out: the latest that does not lie in the future, but for a day the one that is
/// soon to come. 12月25日 in November is next month's, and 3月5日 last spring's; 12月 is the last one that is over.
struct DateReader: Sendable {
    let today: Day
    /// Minutes since midnight, where the time of day is known: 到明早8点 is as long as it is until then.
    var minute: Int?
    /// How many days an end lies before its beginning at least, where the following year is meant (12月28日到1月3日).
    static let turn = 183
    /// How many days ahead a day lies at most that is soon to come.
    static let soon = 45

    /// A day as far as it was written.
    struct PartialDay: Equatable {
        var year: Int?
        var month: Int?
        var day: Int
    }

    /// The day meant, or nothing when there is no such date.
    func day(_ partial: PartialDay) -> Day? {
        let now = today.civil
        let year = partial.year.map { $0 < 100 ? $0 + 2000 : $0 }
        if let year, let month = partial.month { return Day(year: year, month: month, day: partial.day) }
        if let month = partial.month {
            return latest(until: today + DateReader.soon, month: month, day: partial.day)
        }
        if let day = Day(year: now.year, month: now.month, day: partial.day), day <= today { return day }
        let before = (today.startOfMonth - 1).civil
        return Day(year: before.year, month: before.month, day: partial.day)
    }

    /// The last such day of a year until another day; nothing when none of the years around has it.
    private func latest(until end: Day, month: Int, day: Int) -> Day? {
        let year = today.civil.year
        return [year + 1, year, year - 1]
            .compactMap { Day(year: $0, month: month, day: day) }.first { $0 <= end }
    }

    /// The days between two ends; the second end takes what it lacks from the first (11月1日到7日), and the
    /// following year when it would lie before it (12月28日到1月3日).
    func range(from first: PartialDay, to last: PartialDay) -> Period? {
        guard let start = day(first) else { return nil }
        var ending = last
        ending.month = last.month ?? start.civil.month
        ending.year = last.year ?? start.civil.year
        guard var end = day(ending) else { return nil }
        if end < start, last.year == nil, start.number - end.number >= DateReader.turn {
            ending.year = start.civil.year + 1
            guard let following = day(ending) else { return nil }
            end = following
        }
        return span(from: start, to: end)
    }

    /// The days from one to another as far as they have come, or all of them where none has; nothing where the second
    /// lies before the first.
    func span(from first: Day, to last: Day) -> Period? {
        guard first <= last, last.number - first.number < Period.farthest else { return nil }
        return .days(first...(first > today ? last : min(last, today)))
    }

    /// The same in a message.
    func sense(from first: Day, to last: Day) -> Sense {
        span(from: first, to: last).map { .period($0) } ?? .noPeriod(.impossible)
    }

    /// The days of a month, quarter or year: of the running one those that are over, until yesterday, and on its first
    /// day that day itself.
    private func calendarSpan(from first: Day, to last: Day) -> Period {
        .days(first...(first > today ? last : max(first, min(last, today - 1))))
    }

    /// A whole month, the running one up to yesterday.
    func month(_ month: Int, year: Int?) -> Period? {
        let partial = PartialDay(year: year, month: month, day: 1)
        guard let first = year == nil ? latest(until: today, month: month, day: 1) : day(partial) else {
            return nil
        }
        return calendarSpan(from: first, to: (first + 31).startOfMonth - 1)
    }

    /// A weekday of the week that lies `weeks` before this one; without a week, the latest one.
    func weekday(_ weekday: Int, weeksAgo weeks: Int?) -> Period {
        var day = today.startOfWeek + weekday - 7 * (weeks ?? 0)
        if weeks == nil, day > today { day = day - 7 }
        return .days(day...day)
    }

    /// The quarter that lies `quarters` before this one; the running one up to yesterday, the next one as a whole.
    func quarter(ago quarters: Int) -> Period {
        let now = today.civil
        let index = now.year * 4 + (now.month - 1) / 3 - quarters
        let start = firstDay(quarter: index)
        return calendarSpan(from: start, to: firstDay(quarter: index + 1) - 1)
    }

    private func firstDay(quarter index: Int) -> Day {
        Day(year: index / 4, month: index % 4 * 3 + 1, day: 1) ?? today
    }

    /// A quarter of a year, without a year the latest that has begun; the running one up to yesterday.
    func quarter(_ number: Int, year: Int?) -> Period { quarters(from: number, count: 1, year: year) }

    /// The first or the second half of a year, in the same way.
    func half(_ number: Int, year: Int?) -> Period { quarters(from: number * 2 - 1, count: 2, year: year) }

    private func quarters(from number: Int, count: Int, year: Int?) -> Period {
        var index = (year ?? today.civil.year) * 4 + number - 1
        if year == nil, firstDay(quarter: index) > today { index -= 4 }
        let (start, end) = (firstDay(quarter: index), firstDay(quarter: index + count) - 1)
        return calendarSpan(from: start, to: end)
    }

    /// A week of a year as ISO 8601 counts them, of which the first has January 4; without a year the latest that has begun, else the
    /// coming one; the running one up to yesterday. A week that no year has is the one that would come behind its last.
    func week(_ number: Int, year: Int?) -> Period {
        let this = today.civil.year
        let mondays = (year.map { [$0] } ?? [this, this - 1]).compactMap { candidate -> Day? in
            guard let fourth = Day(year: candidate, month: 1, day: 4),
                let next = Day(year: candidate + 1, month: 1, day: 4)
            else { return nil }
            let monday = fourth.startOfWeek + 7 * (number - 1)
            return monday < next.startOfWeek || year != nil ? monday : nil
        }
        let monday = mondays.first { $0 <= today } ?? mondays.first ?? today.startOfWeek + 7 * number
        return calendarSpan(from: monday, to: monday + 6)
    }

    /// The month that begins after this one.
    var nextMonth: Period {
        let first = (today.startOfMonth + 31).startOfMonth
        return .days(first...((first + 31).startOfMonth - 1))
    }

    /// The year that lies `years` before this one; the running one up to yesterday, the next one as a whole.
    func year(ago years: Int) -> Period? {
        let year = today.civil.year - years
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
        else { return nil }
        return calendarSpan(from: first, to: last)
    }
}
