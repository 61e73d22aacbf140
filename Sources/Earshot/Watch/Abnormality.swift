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
    /// What it is made of and what also stands out: cities of a region, aspects of the whole.
    public var parts: [Abnormality] = []

    /// How many complaints are more than were expected.
    public var excess: Double { Double(observed) - expected }

    /// After how many days as many come about by chance, once.
    public var returnPeriod: Double { pow(10, min(surprise, 12)) }
}
