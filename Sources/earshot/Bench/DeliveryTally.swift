import Earshot
import Synchronization

/// Counts the deliveries that came to an end, and tells when all have: sent, dead or expired.
final class DeliveryTally: Sendable {
    private struct Counts {
        var sent = 0
        var ended = 0
    }

    private let expected: Int
    private let counts = Mutex(Counts())
    private let finished = AsyncStream<Void>.makeStream()

    init(expected: Int) {
        self.expected = expected
    }

    func add(_ report: DeliveryReport) {
        let ended = counts.withLock { counts in
            if report.event == .sent { counts.sent += report.count }
            if [.sent, .dead, .expired].contains(report.event) { counts.ended += report.count }
            return counts.ended
        }
        if ended >= expected { finished.continuation.finish() }
    }

    /// How many were sent when all had come to an end, or the time was up.
    func sent(
        within limit: Duration,
        pause: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
    ) async -> Int {
        let timer = Task { [finished] in
            await pause(limit)
            finished.continuation.finish()
        }
        for await _ in finished.stream {}
        timer.cancel()
        return counts.withLock { $0.sent }
    }
}
