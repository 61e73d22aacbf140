/// What was counted, beside what was expected.
public struct WarningFigures: Sendable, Hashable {
    public var days: ClosedRange<Day>
    public var observed: Int
    public var expected: Double
    /// Days after which as many come about by chance in this very place and aspect.
    public var returnPeriod: Double

    public init(days: ClosedRange<Day>, observed: Int, expected: Double, returnPeriod: Double) {
        self.days = days
        self.observed = observed
        self.expected = expected
        self.returnPeriod = returnPeriod
    }

    /// How many were expected on one of its days.
    var expectedADay: Double { expected / Double(days.count) }

    init(_ abnormality: Abnormality) {
        self.init(
            days: abnormality.days, observed: abnormality.observed, expected: abnormality.expected,
            returnPeriod: abnormality.returnPeriod)
    }

    /// A single voice that is enough.
    init(voiceOn day: Day) {
        self.init(days: day...day, observed: 1, expected: 0, returnPeriod: 0)
    }
}
