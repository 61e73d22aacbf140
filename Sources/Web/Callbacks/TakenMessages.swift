import Earshot
import Synchronization

/// Messages that are taken in hand once, however often the platform repeats them.
///
/// A repeat learns what the first one learns, so that it is not acknowledged before the message is on disk.
final class TakenMessages: Sendable {
    /// What became of taking a message in hand.
    enum Standing {
        /// It is on disk and may be acknowledged.
        case kept
        /// It was answered before.
        case answered
        /// It must not be acknowledged.
        case failed
    }

    private let taken = Mutex<[MessageKey: Errand<Standing>]>([:])

    /// Takes a message in hand, or finds out that somebody has.
    ///
    /// - Parameter keep: Makes it durable; called for the first one only.
    func take(
        _ message: MessageKey, keep: @escaping @Sendable () async throws -> Standing
    ) -> (keeping: Errand<Standing>, isFirst: Bool) {
        taken.withLock { taken in
            if let keeping = taken[message] { return (keeping, false) }
            let keeping = Errand(keep)
            taken[message] = keeping
            return (keeping, true)
        }
    }

    /// How it stands with a message in hand; nothing for another.
    func keeping(of message: MessageKey) -> Errand<Standing>? { taken.withLock { $0[message] } }

    /// Lets a message go that its first taker is done with.
    func leave(_ message: MessageKey) {
        _ = taken.withLock { $0.removeValue(forKey: message) }
    }
}
