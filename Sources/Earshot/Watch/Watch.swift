/// Looks for complaints that are abnormally many.
///
/// Every store, city, city with its neighbours across a border, province, region and the nation is judged, on the whole and by
/// aspect; the own series and the praise for each rival in all but those neighbourhoods. Of what stands out for one reason only one is given: the narrowest that makes up most of it, with
/// what it is a part of left out; or the broadest, with its parts.
public struct Watch: Sendable {
    /// Days that are looked back at most.
    public static let memory = 430
    /// Fewer complaints than these are never abnormal.
    public static let fewest = 3
    /// Fewer than these are not noted as too few either: a single voice is of nearly every place and aspect now and then.
    static let fewestNoted = 2
    /// What makes up this share of a broader matter's excess is the matter itself.
    static let explaining = 0.6

    private let detector: CountDetector
    private let pools: WatchedPools
    private let stores: [String: WatchedStore]
    private let budget: Double

    /// - Parameter budget: false warnings that ordinary weeks may give, for all places and aspects together.
    public init(calendar: WorkCalendar, regions: [Region], stores: [Dealer] = [], budget: Double = 2) {
        detector = CountDetector(calendar: calendar)
        self.stores = Dictionary(stores.map { ($0.id, WatchedStore($0)) }) { first, _ in first }
        (pools, self.budget) = (WatchedPools(regions: regions), budget)
    }

    /// What stands out on a day of the counts, the most conspicuous first; later days are not looked at.
    ///
    /// - Parameter shares: by what factors people's answers have moved the rate of false alarms of some matters.
    public func abnormalities(
        in counts: ComplaintCounts, on day: Day, shares: [WatchedMatter: Double] = [:]
    ) -> [Abnormality] {
        abnormalities(in: counts, during: day...day, shares: shares)[day] ?? []
    }

    /// The same for every day of some, at little more than the cost of one; days of which nothing is known have none.
    public func abnormalities(
        in counts: ComplaintCounts, during days: ClosedRange<Day>, shares: [WatchedMatter: Double] = [:]
    ) -> [Day: [Abnormality]] {
        rises(in: counts, during: days, shares: shares, sparseOn: nil).joined().abnormal
    }

    /// What a look has found.
    public struct Findings: Sendable {
        /// What stands out, by days.
        public var abnormal: [Day: [Abnormality]] = [:]
        /// What would stand out if it had more voices, the most conspicuous first.
        public var sparse: [SparseRise] = []
    }

    /// All that stands out for itself, before what has one reason is made one.
    public struct Rises: Sendable {
        private let counts: ComplaintCounts
        private let found: [Day: [Abnormality]]
        private let sparse: [SparseRise]

        fileprivate init(
            _ counts: ComplaintCounts, _ found: [Day: [Abnormality]] = [:], _ sparse: [SparseRise] = []
        ) {
            (self.counts, self.found, self.sparse) = (counts, found, sparse)
        }

        /// The pairs of which it must be known whether the same customers complain of both: of the newest days first, as many
        /// as one look can ask for.
        public var pairs: [ComplaintPair] {
            var known: Set<ComplaintPair> = []
            var pairs: [ComplaintPair] = []
            for (_, found) in found.sorted(by: { $0.key > $1.key }) {
                pairs += MatterJoining.pairs(of: found).filter { known.insert($0).inserted }
                if pairs.count >= Rises.mostPairs { break }
            }
            return Array(pairs.prefix(Rises.mostPairs))
        }

        private static let mostPairs = 1_000

        /// One for each reason.
        ///
        /// - Parameter together: how many customers complain of both of a pair; what is not known of one is guessed from
        ///   the counts.
        public func joined(by together: [ComplaintPair: ComplaintPair.Count] = [:]) -> Findings {
            let joining = MatterJoining(counts, together: together)
            return Findings(abnormal: found.mapValues { joining.joined($0) }, sparse: sparse)
        }
    }

    /// The same before it is joined, with what stands out on one of the days of too few voices to be told.
    public func rises(
        in counts: ComplaintCounts, during days: ClosedRange<Day>, shares: [WatchedMatter: Double] = [:],
        sparseOn sparseDay: Day?
    ) -> Rises {
        guard days.contains(where: counts.isKnown) else { return Rises(counts) }
        let span = max(counts.days.lowerBound, days.lowerBound - Watch.memory)...days.upperBound
        let rows = WatchedRows(counts, during: span, pools: pools, stores: stores)
        // The budget of a week over its seven days and everything that is watched.
        let numbers = rows.numbers
        let rates = numbers.mapValues { number in budget / Double(7 * number) }
        // A site without stores or rivals spends all of it on the others.
        let present = numbers.keys.reduce(0) { $0 + $1.share }
        func threshold(of matter: WatchedMatter) -> Double {
            let rate = matter.kind.share / present * (rates[matter.kind] ?? 0) * (shares[matter] ?? 1)
            return AlarmThreshold.score(rate: min(0.01, rate), .daily)
        }
        let known = span.map { counts.isKnown($0) ? Int?(0) : nil }
        let detector = detector.over(first: span.lowerBound, rhythm: .daily, steps: known.count)
        let rises = CountRises(known: known.map { $0 != nil })
        var found: [Day: [Abnormality]] = [:]
        var sparse: [(score: Double, rise: SparseRise)] = []
        let from = span.lowerBound.distance(to: max(span.lowerBound, days.lowerBound))
        rows.forEach { matter, counted in
            var row = known
            // What a backtest does not know yet has no count.
            for step in row.indices where row[step] != nil { row[step] = Int(counted[step]) }
            // Most have nothing that could be one: they need no judging.
            let start =
                rises.first(in: row, from: from, atLeast: Watch.fewest)
                ?? sparseDay.flatMap { day in
                    let step = span.lowerBound.distance(to: day)
                    return rises.first(in: row, from: step, atLeast: Watch.fewestNoted)
                }
            guard let start else { return }
            let threshold = threshold(of: matter)
            for judgement in detector.judge(row, from: start) {
                guard judgement.score > threshold, row[judgement.step] != nil else { continue }
                let day = span.lowerBound + judgement.step
                guard judgement.observed >= Watch.fewest else {
                    guard day == sparseDay, judgement.observed >= Watch.fewestNoted else { continue }
                    let days = (day - (judgement.duration - 1))...day
                    sparse.append(
                        (
                            judgement.score,
                            SparseRise(
                                matter, days: days, observed: judgement.observed, expected: judgement.expected
                            )
                        ))
                    continue
                }
                let perDay =
                    AlarmThreshold.rate(score: judgement.score, .daily) * Double(numbers[matter.kind] ?? 1)
                    * present / matter.kind.share
                found[day, default: []].append(
                    Abnormality(
                        matter: matter, days: (day - (judgement.duration - 1))...day,
                        observed: judgement.observed, expected: judgement.expected, score: judgement.score,
                        surprise: judgement.surprise,
                        falseAlarmPeriod: min(1 / perDay, Abnormality.longestPeriod)))
            }
        }
        sparse.sort { ($1.score, $0.rise.matter.sortKey) < ($0.score, $1.rise.matter.sortKey) }
        return Rises(counts, found, sparse.prefix(SparseRise.mostOfDay).map(\.rise))
    }
}
