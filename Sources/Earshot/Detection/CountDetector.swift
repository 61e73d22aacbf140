import Glibc

/// Judges the steps of a series of counts: is this one abnormally high?
///
/// The ordinary course is a regression on level, trend, weekday, holiday, make-up workday and season, estimated from what
/// lies before a guard gap, with past outbreaks weighted down and, by days, with the past fading. It is estimated anew
/// every seventh day (eighth week) of the calendar, so that what is judged does not depend on when one began to look.
public struct CountDetector: Sendable {
    public let calendar: WorkCalendar

    public init(calendar: WorkCalendar = WorkCalendar()) {
        self.calendar = calendar
    }

    /// The judgements of all steps from `start` on that have data and enough history (28 days, 26 weeks).
    public func judge(_ series: CountSeries, from start: Int = 0) -> [CountJudgement] {
        switch series.rhythm {
        case .daily:
            CountCourse(
                series, .daily, plain: dailyDesign(series, season: false),
                seasonal: dailyDesign(series, season: true)
            )
            .judge(from: start)
        case .weekly:
            CountCourse(series, .weekly, plain: weeklyDesign(series), seasonal: weeklyDesign(series)).judge(
                from: start)
        }
    }

    /// Years since 2025. The origin is the same for all series, so that a trend does not depend on what comes later.
    private static func years(_ day: Day) -> Double { Double(day.number - 20_089) / 365 }

    private func dailyDesign(_ series: CountSeries, season: Bool) -> CountDesign<SIMD4<Double>> {
        var design = CountDesign<SIMD4<Double>>(
            numbers: [10, 0.7, 0.3, 0.3], groups: [Double](repeating: 0.5, count: 7), effects: [0.5, 0.3])
        for i in series.counts.indices {
            let day = series.day(of: i)
            let angle = 2 * Double.pi * Double(day.number) / 365.25
            var numbers: SIMD4<Double> = [1, CountDetector.years(day), 0, 0]
            if season { (numbers[2], numbers[3]) = (cos(angle), sin(angle)) }
            switch calendar[day] {
            // A holiday is like a Sunday and a worked day of a weekend like a Monday, but for an effect of their own.
            case .holiday: design.append(.init(numbers: numbers, group: 6, effect: 0))
            case .workday: design.append(.init(numbers: numbers, group: 0, effect: 1))
            case nil: design.append(.init(numbers: numbers, group: day.weekday))
            }
        }
        return design
    }

    private func weeklyDesign(_ series: CountSeries) -> CountDesign<SIMD8<Double>> {
        var design = CountDesign<SIMD8<Double>>(numbers: [10, 0.3, 0.7, 0.7, 0.7, 0.7, 1, 1])
        for i in series.counts.indices {
            // A year of 52 weeks, as surveillance counts it.
            let angle = 2 * Double.pi * Double(series.day(of: i).number / 7 % 52) / 52
            design.append(
                .init(
                    numbers: [
                        1, CountDetector.years(series.day(of: i)), cos(angle), sin(angle), cos(2 * angle),
                        sin(2 * angle),
                        0, 0,
                    ]))
        }
        return design
    }
}
