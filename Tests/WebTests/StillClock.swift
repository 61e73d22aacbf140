import Earshot
import Synchronization

/// A clock that stands still until it is set forward.
final class StillClock: Earshot.Clock {
    private let moment: Mutex<Timestamp>

    init(_ now: Timestamp = Timestamp(seconds: 1_795_300_000)) { moment = Mutex(now) }

    var now: Timestamp { moment.withLock { $0 } }

    func advance(by duration: Duration) { moment.withLock { $0 = $0 + duration } }
}
