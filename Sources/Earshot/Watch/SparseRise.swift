/// What stood out on a day, of too few voices to be a warning.
public struct SparseRise: Sendable, Hashable {
    public var matter: WatchedMatter
    /// The days that stood out together.
    public var days: ClosedRange<Day>
    public var observed: Int
    public var expected: Double

    public init(_ matter: WatchedMatter, days: ClosedRange<Day>, observed: Int, expected: Double) {
        (self.matter, self.days, self.observed, self.expected) = (matter, days, observed, expected)
    }

    /// The most of one day that are worth keeping.
    static let mostOfDay = 300
}
