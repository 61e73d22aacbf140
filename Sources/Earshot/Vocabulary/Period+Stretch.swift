extension Period {
    /// This period as far as it is answered: of one that is too long the last days that have come.
    public func shortened(today: Day) -> Period {
        switch self {
        case .last(let days) where days > Period.longest: .last(days: Period.longest)
        case .days(let range) where range.count > Period.longest:
            Period.lastDays(of: range.lowerBound...max(range.lowerBound, min(range.upperBound, today)))
        default: self
        }
    }

    private static func lastDays(of range: ClosedRange<Day>) -> Period {
        .days(max(range.lowerBound, range.upperBound - (longest - 1))...range.upperBound)
    }

    /// Which of the days of this period stand beside `days`: the same dates of a month or year, the same weekdays
    /// of a week, and all of them where there are none such.
    public func stretch(like days: ClosedRange<Day>, today: Day) -> ClosedRange<Day> {
        let whole = self.days(today: today)
        guard let last = counterpart(of: days.upperBound, in: whole) else { return whole }
        let first = last - (days.count - 1)
        // A shorter month or year has fewer days to stand beside; the same weekdays may begin a week before, and the
        // days of two months in the month before.
        let isWithin = whole.count > 31 || days.lowerBound.startOfMonth == days.upperBound.startOfMonth
        let stretch = (whole.count == 7 || !isWithin ? first : max(whole.lowerBound, first))...last
        return stretch.overlaps(days) ? whole : stretch
    }

    /// The same date or weekday of a calendar year, month or week.
    private func counterpart(of day: Day, in whole: ClosedRange<Day>) -> Day? {
        let (first, last) = (whole.lowerBound, whole.upperBound)
        if whole.count == 7, first.weekday == 0 { return first + day.weekday }
        guard first.civil.day == 1, (last + 1).civil.day == 1 else { return nil }
        let date = day.civil
        if first.civil.month == 1, last.civil.month == 12, first.civil.year == last.civil.year {
            // 29 February stands beside the 28th.
            return Day(year: first.civil.year, month: date.month, day: date.day)
                ?? Day(year: first.civil.year, month: date.month, day: date.day - 1)
        }
        guard first.civil.month == last.civil.month, whole.count <= 31 else { return nil }
        return min(first + (date.day - 1), last)
    }
}
