import Glibc

/// Searches a map's newest days for the places that stand out together.
///
/// Method: fast subset scan (Neill, "Fast subset scan for spatial pattern detection", JRSS B 74, 2012): within each
/// neighbourhood the best subset is among those that take the places in order of observed over expected. Its score is
/// Kulldorff's (JRSS A 164, 2001) likelihood ratio conditional on the total of all places, so that a rise of the whole
/// country is nobody's, divided by the over-dispersion of the subset.
struct PlaceScan: Sendable {
    let neighbourhoods: Neighbourhoods
    /// Days that a cluster may have lasted.
    let longest: Int

    struct Candidate: Sendable {
        var score: Double
        /// Days, up to today.
        var duration: Int
        var middle: Int
        /// How many places of the middle's neighbourhood, in order of observed over expected.
        var size: Int
    }

    /// Sums over the newest days, for one length of window.
    private struct Window {
        var observed: [Double]
        var expected: [Double]
        var squares: [Double]
        var totalObserved = 0.0
        var totalExpected = 0.0
    }

    /// Observed and expected counts of today and the days before, place by place.
    struct Days: Sendable {
        var observed: [[Double]]
        var expected: [[Double]]
        var dispersion: Double
    }

    /// The best candidate of each window and middle, best first.
    func candidates(_ days: Days) -> [Candidate] {
        var found: [Candidate] = []
        forEachWindow(days) { duration, window in
            for middle in neighbourhoods.members.indices {
                let best = best(around: middle, window, days.dispersion)
                if best.score > 0 {
                    found.append(
                        Candidate(score: best.score, duration: duration, middle: middle, size: best.size))
                }
            }
        }
        return found.sorted { ($1.score, $0.duration, $0.middle) < ($0.score, $1.duration, $1.middle) }
    }

    /// The greatest score alone.
    func greatestScore(_ days: Days) -> Double {
        var greatest = 0.0
        forEachWindow(days) { _, window in
            for middle in neighbourhoods.members.indices {
                greatest = max(greatest, best(around: middle, window, days.dispersion).score)
            }
        }
        return greatest
    }

    /// The places of a candidate, with what was counted and expected there.
    func places(of candidate: Candidate, _ days: Days) -> (places: [Int], observed: Double, expected: Double)
    {
        let sums = { (rows: [[Double]], place: Int) in
            rows.prefix(candidate.duration).reduce(0.0) { $0 + $1[place] }
        }
        let places = neighbourhoods.members[candidate.middle]
            .map { ($0, sums(days.observed, $0), sums(days.expected, $0)) }
            .sorted { PlaceScan.precedes(($0.1, $0.2, $0.0), ($1.1, $1.2, $1.0)) }
            .prefix(candidate.size)
        return (places.map(\.0), places.reduce(0) { $0 + $1.1 }, places.reduce(0) { $0 + $1.2 })
    }

    private func forEachWindow(_ days: Days, _ body: (Int, Window) -> Void) {
        let count = neighbourhoods.members.count
        let zeros = [Double](repeating: 0, count: count)
        var window = Window(observed: zeros, expected: zeros, squares: zeros)
        for age in 0..<min(longest, days.observed.count) {
            for place in 0..<count {
                let (observed, expected) = (days.observed[age][place], days.expected[age][place])
                window.observed[place] += observed
                window.expected[place] += expected
                window.squares[place] += expected * expected
                window.totalObserved += observed
                window.totalExpected += expected
            }
            body(age + 1, window)
        }
    }

    /// Whether a place of these observed and expected counts comes first: by their ratio, then by its number.
    private static func precedes(_ a: (Double, Double, Int), _ b: (Double, Double, Int)) -> Bool {
        let (left, right) = (a.0 * b.1, b.0 * a.1)
        return left == right ? a.2 < b.2 : left > right
    }

    private func best(around middle: Int, _ window: Window, _ dispersion: Double) -> (
        score: Double, size: Int
    ) {
        let members = neighbourhoods.members[middle]
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: members.count) { order in
            for (i, place) in members.enumerated() {
                var slot = i
                let key = (window.observed[place], window.expected[place], place)
                while slot > 0 {
                    let other = order[slot - 1]
                    guard PlaceScan.precedes(key, (window.observed[other], window.expected[other], other))
                    else { break }
                    order[slot] = other
                    slot -= 1
                }
                order[slot] = place
            }
            guard window.totalExpected > 0 else { return (0, 0) }
            let scale = window.totalObserved / window.totalExpected
            var (observed, expected, squares) = (0.0, 0.0, 0.0)
            var best = (score: 0.0, size: 0)
            for (i, place) in order.enumerated() {
                observed += window.observed[place]
                expected += window.expected[place]
                squares += window.squares[place]
                guard expected > 0 else { continue }
                let ratio = PlaceScan.logRatio(observed, expected * scale, of: window.totalObserved)
                // What is expected grows with the country, and its dispersion with it.
                let score = ratio / (1 + dispersion * scale * squares / expected)
                if score > best.score { best = (score, i + 1) }
            }
            return best
        }
    }

    /// Kulldorff's logarithmic likelihood ratio of `observed` in `total` where `expected` of the same total were.
    private static func logRatio(_ observed: Double, _ expected: Double, of total: Double) -> Double {
        guard observed > expected, observed > 1 else { return 0 }
        let (rest, expectedRest) = (total - observed, total - expected)
        let outside = rest > 0 ? rest * log(rest / expectedRest) : 0
        return observed * log(observed / expected) + outside
    }
}
