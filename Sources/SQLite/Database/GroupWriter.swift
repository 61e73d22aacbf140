internal import Synchronization

/// The one writer of a file: takes what waits, and has `Group` commit it together.
final class GroupWriter: Sendable {
    private let queue = WorkQueue()
    private let limit: Int
    private let time: Duration
    private let counts = Mutex(Statistics())

    init(options: Options) {
        limit = max(1, options.groupLimit)
        time = options.groupTime
    }

    var statistics: Statistics {
        var statistics = counts.withLock { $0 }
        statistics.waitingWrites = queue.depth
        return statistics
    }

    /// Queues the work; false when the writer is closed.
    func submit(_ work: Work) -> Bool {
        if case .closed = queue.push(work) { false } else { true }
    }

    /// Takes nothing more in; what is queued is done.
    func close() {
        queue.close()
    }

    /// Serves the queue until it is closed and empty, then empties the write-ahead log into the file.
    func work(on connection: Connection, beside checkpointer: Checkpointer) {
        var batch: [Work] = []
        do {
            var group = try Group(on: connection)
            while queue.fetch(into: &batch, limit: limit, waiting: true) {
                let end = ContinuousClock.now + time
                repeat {
                    for work in batch { group.run(work) }
                    batch.removeAll(keepingCapacity: true)
                } while group.count < limit && ContinuousClock.now < end
                    && queue.fetch(into: &batch, limit: limit - group.count, waiting: false)
                let outcome = group.commit()
                counts.withLock { $0.add(outcome) }
                group.finish()
                checkpointer.committed(on: connection)
            }
        } catch {
            // Only for want of memory: the statements that end a transaction could not be prepared.
            queue.close()
            while queue.fetch(into: &batch, limit: .max, waiting: false) {
                for work in batch { work.refuse(error) }
                batch.removeAll()
            }
        }
        checkpointer.close()
        // A reader of another process may hold the log; it is then emptied at the next opening.
        _ = try? connection.executeScript("PRAGMA wal_checkpoint(TRUNCATE)")
    }
}

extension Statistics {
    fileprivate mutating func add(_ outcome: Group.Outcome) {
        if outcome.committed > 0 { groups += 1 }
        transactions += outcome.committed
        undone += outcome.undone
        largestGroup = max(largestGroup, outcome.committed)
    }
}
