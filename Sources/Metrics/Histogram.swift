internal import Synchronization

/// How often a measure fell into each of a few fixed ranges: the time of a request, the size of a group.
public final class Histogram: Series {
    /// Upper bounds in seconds for what a person waits for: 1 ms to 10 s.
    public static let latency: [Double] = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10,
    ]
    /// Upper bounds for counts of things taken together: 1 to 1024, each double the one before.
    public static let sizes: [Double] = (0...10).map { Double(1 << $0) }

    private struct Tally {
        /// One for each bound, and the last for what is above all of them.
        var counts: [UInt64]
        var sum = 0.0
    }

    private let bounds: [Double]
    private let tally: Mutex<Tally>

    init(bounds: [Double]) {
        precondition(bounds == bounds.sorted() && !bounds.isEmpty, "bounds rise: \(bounds)")
        self.bounds = bounds
        tally = Mutex(Tally(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    /// Counts one measure in the unit of the bounds.
    public func observe(_ measure: Double) {
        let bucket = bounds.firstIndex { measure <= $0 } ?? bounds.count
        tally.withLock {
            $0.counts[bucket] += 1
            $0.sum += measure
        }
    }

    /// Counts one duration in seconds.
    public func observe(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        observe(Double(seconds) + Double(attoseconds) * 1e-18)
    }

    public func samples() -> [Sample] {
        let tally = tally.withLock { $0 }
        var total: UInt64 = 0
        var samples: [Sample] = []
        for (bound, count) in zip(bounds + [.infinity], tally.counts) {
            total += count
            samples.append(Sample(suffix: "_bucket", bound: bound, value: Double(total)))
        }
        samples.append(Sample(suffix: "_sum", value: tally.sum))
        samples.append(Sample(suffix: "_count", value: Double(total)))
        return samples
    }
}
