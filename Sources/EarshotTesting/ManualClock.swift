public import Earshot
import Synchronization

/// A clock that stands still until a test moves it.
public final class ManualClock: Clock {
    private let time: Mutex<Timestamp>

    public init(_ now: Timestamp = Fixtures.now) {
        time = Mutex(now)
    }

    public var now: Timestamp { time.withLock { $0 } }

    public func advance(by duration: Duration) {
        time.withLock { $0 = $0 + duration }
    }
}
