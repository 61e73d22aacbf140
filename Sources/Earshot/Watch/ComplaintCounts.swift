/// The complaints about the own brand in some days, by city, store, aspect and series, and the praise for rivals by city.
public struct ComplaintCounts: Sendable {
    /// A city, or nothing for the nation with all voices whose city is not known; an aspect, or nothing for complaints as
    /// a whole.
    public struct Cell: Hashable, Sendable {
        public var city: City?
        public var aspect: Aspect?
        /// The own series complained of; nothing for the brand with all of them.
        public var series: String?
        /// The identifier of the store complained of, which then stands in the place of the city.
        public var store: String?
        /// Whose praise is counted; nothing for complaints about the own brand.
        public var rival: Rival?

        public init(
            city: City?, aspect: Aspect?, series: String? = nil, store: String? = nil,
            praiseOf rival: Rival? = nil
        ) {
            (self.city, self.aspect, self.series) = (city, aspect, series)
            (self.store, self.rival) = (store, rival)
        }
    }

    /// Kept by the million, so as small as can be.
    public struct Count: Sendable, Equatable {
        private let dayNumber: Int32
        private let number: Int32

        public init(day: Day, complaints: Int) {
            dayNumber = Int32(truncatingIfNeeded: day.number)
            number = Int32(clamping: complaints)
        }

        public var day: Day { Day(number: Int(dayNumber)) }
        public var complaints: Int { Int(number) }
    }

    public private(set) var days: ClosedRange<Day>
    private var known: Set<Day> = []
    /// The days with a complaint, in any order.
    public private(set) var cells: [Cell: [Count]] = [:]

    public init(days: ClosedRange<Day>) {
        self.days = days
    }

    /// Whether anything was said at all on a day. Where not, nothing was collected: nothing is known of it.
    public func isKnown(_ day: Day) -> Bool { known.contains(day) }

    public mutating func add(_ complaints: Int, on day: Day, of cell: Cell) {
        cells[cell, default: []].append(Count(day: day, complaints: complaints))
    }

    public mutating func markKnown(_ day: Day) {
        known.insert(day)
    }

    /// Looks at other days from now on, forgetting what lies outside them and the days that are to be counted anew.
    public mutating func move(to days: ClosedRange<Day>, forgetting stale: Set<Day>) {
        self.days = days
        known = known.filter { days.contains($0) && !stale.contains($0) }
        for cell in cells.keys {
            cells[cell]?.removeAll { !days.contains($0.day) || stale.contains($0.day) }
        }
    }

    /// The same as it was known on the morning of a day: nothing of that day and of those after it.
    public func known(onMorningOf day: Day) -> ComplaintCounts {
        var earlier = self
        earlier.known = known.filter { $0 < day }
        return earlier
    }
}
