/// How abnormal a step of a series is.
public struct CountJudgement: Sendable, Equatable {
    public var step: Int
    /// The decimal logarithm of how much better an outbreak explains the newest counts than the ordinary course.
    public var score: Double
    /// The steps, up to this one, that stand out most.
    public var duration: Int
    /// What was counted and what was expected in those steps.
    public var observed: Int
    public var expected: Double
    /// The variance of what was expected, with all that is uncertain about it.
    public var variance: Double

    /// −log10 of the probability of counting as many or more in the ordinary course.
    public var surprise: Double { CountTail.surprise(of: observed, mean: expected, variance: variance) }
}
