import Glibc

/// More complaints than there should be.
public struct Abnormality: Sendable {
    public var matter: WatchedMatter
    /// The days that stand out.
    public var days: ClosedRange<Day>
    public var observed: Int
    public var expected: Double
    /// As of `CountJudgement`.
    public var score: Double
    /// −log10 of the probability of as many or more in ordinary days.
    public var surprise: Double
    /// Days after which ordinary days bring one as conspicuous, in any of the places and aspects that are watched.
    public var falseAlarmPeriod: Double
    /// What it is made of and what also stands out: cities of a region, aspects of the whole.
    public var parts: [Abnormality] = []

    /// How many complaints are more than were expected.
    public var excess: Double { Double(observed) - expected }

    /// Days after which as many come about by chance in this very place and aspect.
    public var returnPeriod: Double { min(pow(10, surprise), Abnormality.longestPeriod) }

    /// Days beyond which rarer is not told from rare.
    static let longestPeriod = 1e12
}
