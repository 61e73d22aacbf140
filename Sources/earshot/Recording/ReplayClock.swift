import Earshot
import Synchronization

/// A clock that shows the moment of the message that is played.
final class ReplayClock: Earshot.Clock {
    private let moment = Mutex(Timestamp(milliseconds: 0))

    var now: Timestamp { moment.withLock { $0 } }

    func set(_ moment: Timestamp) {
        self.moment.withLock { $0 = moment }
    }
}
