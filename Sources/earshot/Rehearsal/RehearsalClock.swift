import Earshot
import Synchronization

/// A clock that stands still at a moment until it is started, and runs faster than the machine's from then on.
final class RehearsalClock: Earshot.Clock {
    private let start: Timestamp
    private let speed: Int
    private let time: @Sendable () -> ContinuousClock.Instant
    private let begun = Mutex<ContinuousClock.Instant?>(nil)

    /// - Parameters:
    ///   - speed: how many times faster.
    ///   - time: the machine's.
    init(
        from start: Timestamp, speed: Int,
        time: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) {
        (self.start, self.speed, self.time) = (start, speed, time)
    }

    func begin() {
        begun.withLock { $0 = $0 ?? time() }
    }

    var now: Timestamp {
        begun.withLock { begun in begun.map { start + (time() - $0) * speed } ?? start }
    }

    /// How long it takes, by the machine's clock, until it shows a moment; zero for one that has passed.
    func wait(until moment: Timestamp) -> Duration {
        max(.zero, .milliseconds(moment.milliseconds - now.milliseconds) / speed)
    }
}
