internal import Glibc

/// A moment of the machine's monotonic clock, in nanoseconds. The limits of a connection are measured with
/// it: they concern the socket, not the service's idea of now.
struct MonotonicTime: Comparable, Sendable {
    let nanoseconds: Int64

    static var now: MonotonicTime {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return MonotonicTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    static func < (left: MonotonicTime, right: MonotonicTime) -> Bool { left.nanoseconds < right.nanoseconds }

    static func + (moment: MonotonicTime, duration: Duration) -> MonotonicTime {
        let (seconds, attoseconds) = duration.components
        let limited = min(max(seconds, 0), 1_000_000_000)
        return MonotonicTime(
            nanoseconds: moment.nanoseconds + limited * 1_000_000_000 + attoseconds / 1_000_000_000)
    }

    static func - (left: MonotonicTime, right: MonotonicTime) -> Duration {
        .nanoseconds(left.nanoseconds - right.nanoseconds)
    }
}
