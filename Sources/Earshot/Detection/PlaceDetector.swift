import Glibc

/// Places that stand out together on a day.
public struct PlaceCluster: Sendable, Equatable {
    /// −log10 of the probability that an ordinary day has a cluster as conspicuous anywhere.
    public var score: Double
    /// By their number, those that stand out most first.
    public var places: [Int]
    /// Days, up to this one.
    public var duration: Int
    public var observed: Int
    public var expected: Double
}

/// Judges the days of a map: do places near each other stand out from the country?
public struct PlaceDetector: Sendable {
    /// Disjoint clusters of a day that are given.
    public static let most = 3

    /// The score that one in 1 / `rate` ordinary days exceeds.
    public static func score(rate: Double) -> Double { -log10(rate) }

    private let calendar: WorkCalendar
    private let scan: PlaceScan

    public init(calendar: WorkCalendar = WorkCalendar(), neighbourhoods: Neighbourhoods) {
        self.calendar = calendar
        scan = PlaceScan(neighbourhoods: neighbourhoods, longest: 7)
    }

    public struct Judgement: Sendable {
        public var day: Int
        /// The most conspicuous first; none where nothing is above what was expected.
        public var clusters: [PlaceCluster]
    }

    /// The judgements of all known days from `start` on that have enough history: 28 days and a guard gap of 7 since the
    /// first day of the map, 20 of them with data. A matter so rare that hardly anything ever stands out has none.
    ///
    /// What scores ordinary days have is found by simulating days as they are expected at the beginning of each week of the
    /// calendar, so that it does not depend on where one begins to look.
    public func judge(_ map: PlaceMap, from start: Int = 0) -> [Judgement] {
        var ordinary: (week: Int, scores: OrdinaryScores?)?
        var found: [Judgement] = []
        let earliest = PlaceExpectation.leastHistory + PlaceExpectation.guardGap
        for today in max(start, earliest)..<max(map.days, start, earliest) where map.isKnown(today) {
            let monday = map.first.distance(to: (map.first + today).startOfWeek)
            if ordinary?.week != monday { ordinary = (monday, ordinaryScores(map, max(monday, earliest))) }
            guard let scores = ordinary?.scores, let expectation = expectation(map, today) else { continue }
            let days = days(map, today, expectation)
            found.append(Judgement(day: today, clusters: clusters(days, scores)))
        }
        return found
    }

    private func expectation(_ map: PlaceMap, _ today: Int) -> PlaceExpectation? {
        PlaceExpectation(map, at: today, window: scan.longest, calendar: calendar)
    }

    private func ordinaryScores(_ map: PlaceMap, _ day: Int) -> OrdinaryScores? {
        let seed = UInt64(bitPattern: Int64((map.first + day).number))
        return expectation(map, day).flatMap { OrdinaryScores(scan, $0, seed: seed) }
    }

    private func days(_ map: PlaceMap, _ today: Int, _ expectation: PlaceExpectation) -> PlaceScan.Days {
        PlaceScan.Days(
            observed: (0..<scan.longest).map { age in
                (0..<map.places).map { Double(map[today - age, $0] ?? 0) }
            },
            expected: expectation.counts, dispersion: expectation.dispersion)
    }

    private func clusters(_ days: PlaceScan.Days, _ ordinary: OrdinaryScores) -> [PlaceCluster] {
        var found: [PlaceCluster] = []
        var taken: Set<Int> = []
        for candidate in scan.candidates(days) {
            let (places, observed, expected) = scan.places(of: candidate, days)
            guard taken.isDisjoint(with: places) else { continue }
            taken.formUnion(places)
            found.append(
                PlaceCluster(
                    score: ordinary.surprise(of: candidate.score), places: places,
                    duration: candidate.duration,
                    observed: Int(observed), expected: expected))
            if found.count == PlaceDetector.most { break }
        }
        return found
    }
}
