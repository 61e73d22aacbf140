/// The complaints about the own brand in some days, by city and aspect.
public struct ComplaintCounts: Sendable {
    /// A city, or nothing for the nation with all voices whose city is not known; an aspect, or nothing for complaints as
    /// a whole.
    public struct Cell: Hashable, Sendable {
        public var city: City?
        public var aspect: Aspect?

        public init(city: City?, aspect: Aspect?) {
            (self.city, self.aspect) = (city, aspect)
        }
    }

    public struct Count: Sendable, Equatable {
        /// Days since the first.
        public var day: Int
        public var complaints: Int

        public init(day: Int, complaints: Int) {
            (self.day, self.complaints) = (day, complaints)
        }
    }

    public let days: ClosedRange<Day>
    /// Days since the first on which anything was said at all. On others nothing was collected: nothing is known of them.
    public private(set) var known: Set<Int> = []
    /// The days with a complaint, in any order.
    public private(set) var cells: [Cell: [Count]] = [:]

    public init(days: ClosedRange<Day>) {
        self.days = days
    }

    public func isKnown(_ day: Day) -> Bool { known.contains(days.lowerBound.distance(to: day)) }

    public mutating func add(_ complaints: Int, on day: Day, of cell: Cell) {
        let count = Count(day: days.lowerBound.distance(to: day), complaints: complaints)
        cells[cell, default: []].append(count)
    }

    public mutating func markKnown(_ day: Day) {
        known.insert(days.lowerBound.distance(to: day))
    }
}
