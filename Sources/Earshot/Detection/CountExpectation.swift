/// How the ordinary course of a series is estimated, and what an outbreak in it looks like.
///
/// The figures were chosen on simulated series (Noufaily et al. 2013 for weeks; days with weekday shapes, holidays, trend,
/// drift and dispersion), for detection at one false alarm in 100 and in 1,000 steps.
struct CountExpectation: Sendable {
    /// The newest steps that are not learned from, so that an outbreak does not become what is expected.
    let guardGap = 4
    /// Steps after which the course is estimated anew.
    let refitting: Int
    /// Steps that are looked back at most.
    let memory: Int
    /// Steps after which a step counts half; nothing where all count the same.
    let halfLife: Double?
    /// Steps since the first with data before which nothing is judged.
    let leastHistory: Int
    /// Steps with data that must be among those learned from.
    var leastKnown: Int { leastHistory - 2 * guardGap }
    /// Steps from which on a season of the year is estimated.
    let seasonFrom: Int
    /// Variance of the logarithm of the level, beside that of the estimate.
    let drift: Double
    /// Dispersion beside the estimated one.
    let doubt: Double
    /// Newest steps that an outbreak may have lasted.
    let longest: Int
    let odds: OutbreakOdds

    static let daily = CountExpectation(
        refitting: 7, memory: 420, halfLife: 120, leastHistory: 28, seasonFrom: 300, drift: 0.02, doubt: 0.05,
        longest: 10,
        odds: OutbreakOdds(
            variance: .quadratic, rises: .times([2, 3, 4, 6, 9]),
            persistence: 1))

    static let weekly = CountExpectation(
        refitting: 8, memory: 520, halfLife: nil, leastHistory: 26, seasonFrom: 0, drift: 0, doubt: 0,
        longest: 3,
        odds: OutbreakOdds(
            variance: .proportional, rises: .deviations([1, 2, 3]),
            persistence: 1.35))
}
