/// A `CountDetector` for series of the same steps: what is known of the steps (weekday, holiday, season) is worked out once
/// for all of them.
public struct CountDetectorOverSteps: Sendable {
    private let first: Day
    private let steps: Int
    private let designs: Designs

    /// Without and with a season of the year.
    private enum Designs: Sendable {
        case daily(plain: CountDesign, seasonal: CountDesign)
        case weekly(CountDesign)
    }

    init(first: Day, rhythm: CountSeries.Rhythm, steps: Int, calendar: WorkCalendar) {
        (self.first, self.steps) = (first, steps)
        switch rhythm {
        case .daily:
            let days = (0..<steps).map { first + $0 }
            designs = .daily(
                plain: .daily(days, calendar, season: false), seasonal: .daily(days, calendar, season: true))
        case .weekly:
            designs = .weekly(.weekly((0..<steps).map { first + $0 * rhythm.days }))
        }
    }

    /// As `CountDetector.judge`.
    ///
    /// - Parameter counts: one for each step, or nothing where data is missing.
    public func judge(_ counts: [Int?], from start: Int = 0) -> [CountJudgement] {
        precondition(counts.count == steps)
        switch designs {
        case .daily(let plain, let seasonal):
            let series = CountSeries(first: first, rhythm: .daily, counts: counts)
            return CountCourse(series, .daily, plain: plain, seasonal: seasonal).judge(from: start)
        case .weekly(let design):
            let series = CountSeries(first: first, rhythm: .weekly, counts: counts)
            return CountCourse(series, .weekly, plain: design, seasonal: design).judge(from: start)
        }
    }
}
