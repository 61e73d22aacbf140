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

    /// The judgements of all steps from `start` on that have data and enough history: 28 days (26 weeks) since the
    /// first with data, of which 20 (18) before the guard gap have some.
    public func judge(_ series: CountSeries, from start: Int = 0) -> [CountJudgement] {
        over(first: series.first, rhythm: series.rhythm, steps: series.counts.count)
            .judge(series.counts, from: start)
    }

    /// The detector for many series of the same steps, for which what is known of the days is worked out once.
    public func over(first: Day, rhythm: CountSeries.Rhythm, steps: Int) -> CountDetectorOverSteps {
        CountDetectorOverSteps(first: first, rhythm: rhythm, steps: steps, calendar: calendar)
    }
}
