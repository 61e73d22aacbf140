/// Two things that are complained of too much in one place on some days: do the same customers complain of both?
public struct ComplaintPair: Hashable, Sendable {
    public let place: WatchedPlace
    /// Aspects in the order of the vocabulary, then series.
    public let (one, other): (Topic, Topic)
    public let days: ClosedRange<Day>

    /// What is complained of.
    public enum Topic: Hashable, Sendable {
        case aspect(Aspect)
        /// An own series.
        case series(String)

        fileprivate var order: (UInt8, String) {
            switch self {
            case .aspect(let aspect): (aspect.index, "")
            case .series(let name): (.max, name)
            }
        }
    }

    /// The days before that tell how often both are usual.
    public var before: ClosedRange<Day> { RecentExcess.before(days) }

    init(_ place: WatchedPlace, _ first: Topic, _ second: Topic, during days: ClosedRange<Day>) {
        self.place = place
        (one, other) = first.order <= second.order ? (first, second) : (second, first)
        self.days = days
    }

    /// How many customers complain of both.
    public struct Count: Sendable, Hashable {
        public var during: Int
        public var before: Int

        public init(during: Int, before: Int) { (self.during, self.before) = (during, before) }
    }
}
