public import Earshot
import Glibc

/// A made series of counts with outbreaks at known steps, for measuring a detector.
///
/// Days: a level, a weekday shape, holidays, trend, a season, a slow drift of the level and negative binomial noise, with
/// outbreaks of two to ten days of two to eight times the level. Weeks: the seven families of parameters of Noufaily et
/// al. (Stat. Med. 32, 2013), with and without trend and season, and outbreaks of a multiple of the standard deviation
/// spread over weeks by a lognormal law.
public struct SimulatedSeries: Sendable {
    public let series: CountSeries
    /// The first step that is to be judged.
    public let start: Int
    /// The steps of each outbreak since then.
    public internal(set) var outbreaks: [ClosedRange<Int>] = []

    /// Whether a step lies in an outbreak or in the steps after one that count for nothing: a week, three weeks.
    public func isFree(_ step: Int) -> Bool {
        let rest = series.rhythm == .daily ? 7 : 3
        return !outbreaks.contains { ($0.lowerBound...($0.upperBound + rest)).contains(step) }
    }
}
