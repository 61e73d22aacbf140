/// Two aspects that stand out in one place on some days: do the same customers complain of both?
public struct AspectPair: Hashable, Sendable {
    public let place: WatchedPlace
    /// In the order of the vocabulary.
    public let (one, other): (Aspect, Aspect)
    public let days: ClosedRange<Day>

    /// The days before that tell how often both are usual.
    public var before: ClosedRange<Day> { RecentExcess.before(days) }

    init(_ place: WatchedPlace, _ first: Aspect, _ second: Aspect, during days: ClosedRange<Day>) {
        self.place = place
        (one, other) = first.index <= second.index ? (first, second) : (second, first)
        self.days = days
    }

    /// How many customers complain of both.
    public struct Count: Sendable, Hashable {
        public var during: Int
        public var before: Int

        public init(during: Int, before: Int) { (self.during, self.before) = (during, before) }
    }
}
