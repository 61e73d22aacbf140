// Either may be the one that the compiler takes the fields of `timespec` from.
import CEpoll
import Glibc

/// Time since it was started.
struct Stopwatch {
    private let start = ContinuousClock.now

    var seconds: Double { Stopwatch.seconds(ContinuousClock.now - start) }

    var milliseconds: Double { seconds * 1000 }

    static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}

/// The processor time that this thread has used, in seconds; where nothing waits in between, it stays the same thread.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Measured times, for their percentiles.
struct Percentiles {
    private var times: [Double]

    /// - Parameter times: in any order.
    init(_ times: [Double]) {
        self.times = times.sorted()
    }

    /// The time that `share` of all do not exceed, by the nearest rank; not a number where there are none.
    func percentile(_ share: Double) -> Double {
        guard !times.isEmpty else { return .nan }
        let rank = (share * Double(times.count)).rounded(.up)
        return times[min(times.count - 1, max(0, Int(rank) - 1))]
    }
}
