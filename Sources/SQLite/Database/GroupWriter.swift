internal import Synchronization

/// The one writer of a file: runs the waiting transactions one after the other and commits them together.
///
/// One flush to the disk serves the whole group. The first transaction of a group owns the SQLite
/// transaction; each further one stands in a savepoint, so that one that throws is undone alone.
final class GroupWriter: Sendable {
    let queue = WorkQueue()
    private let groupLimit: Int
    private let groupTime: Duration
    private let counts = Mutex(Statistics())

    init(options: Options) {
        groupLimit = max(1, options.groupLimit)
        groupTime = options.groupTime
    }

    var statistics: Statistics {
        var statistics = counts.withLock { $0 }
        statistics.waitingWrites = queue.depth
        return statistics
    }

    /// Queues the work; false when the writer is closed.
    func submit(_ work: any Work) -> Bool {
        if case .closed = queue.push(work) { false } else { true }
    }

    /// Serves the queue until it is closed and empty, then empties the write-ahead log into the file.
    func work(on connection: Connection) {
        while let first = queue.pop() {
            serve(first, on: connection)
        }
        // A reader of another process may hold the log; it is then emptied at the next opening.
        _ = try? connection.executeScript("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    /// Runs one group, beginning with `first`, to its commit.
    private func serve(_ first: any Work, on connection: Connection) {
        let end = ContinuousClock.now + groupTime
        var group: [any Work] = []
        var next: (any Work)? = first
        while let work = next {
            if work.begin() {
                if group.isEmpty {
                    runAlone(work, on: connection, group: &group)
                } else {
                    runBeside(work, on: connection, group: &group)
                }
            }
            let isFull = group.count >= groupLimit || ContinuousClock.now >= end
            next = isFull ? nil : queue.popWithoutWaiting()
        }
        commit(group, on: connection)
    }

    /// Runs the work in a new transaction, which it may lose without harm to others.
    private func runAlone(_ work: any Work, on connection: Connection, group: inout [any Work]) {
        do {
            try connection.execute("BEGIN IMMEDIATE")
        } catch {
            return refuse(work, error)
        }
        if let error = run(work, on: connection, sparingWrites: false) {
            connection.rollBack()
            refuse(work, error)
        } else {
            group.append(work)
        }
    }

    /// Runs the work in a savepoint of the group's transaction.
    private func runBeside(_ work: any Work, on connection: Connection, group: inout [any Work]) {
        do {
            try connection.execute("SAVEPOINT one")
        } catch {
            return refuse(work, error)
        }
        var failure = run(work, on: connection, sparingWrites: true)
        do {
            if failure != nil, connection.isInTransaction { try connection.execute("ROLLBACK TO one") }
            if connection.isInTransaction { try connection.execute("RELEASE one") }
        } catch {
            // A savepoint that can be neither kept nor undone leaves nothing to be trusted.
            connection.rollBack()
            failure = failure ?? error
        }
        guard let failure else { return group.append(work) }
        refuse(work, failure)
        if !connection.isInTransaction {
            // A full disk, for one, makes SQLite undo the transaction of all.
            for lost in group { refuse(lost, failure) }
            group.removeAll()
        }
    }

    private func run(_ work: any Work, on connection: Connection, sparingWrites: Bool) -> (any Error)? {
        connection.watch.cancellation = work.cancellation
        connection.watch.sparesWrites = sparingWrites
        defer { connection.watch.cancellation = nil }
        if let error = work.run(on: connection) { return error }
        guard connection.isInTransaction else {
            return SQLiteError(.misuse, "the closure of a write ended the transaction it was given")
        }
        return nil
    }

    private func commit(_ group: [any Work], on connection: Connection) {
        guard !group.isEmpty else { return }
        do {
            try connection.execute("COMMIT")
        } catch {
            connection.rollBack()
            for work in group { refuse(work, error) }
            return
        }
        counts.withLock { counts in
            counts.groups += 1
            counts.transactions += group.count
            counts.largestGroup = max(counts.largestGroup, group.count)
        }
        for work in group { work.finish(failure: nil) }
    }

    private func refuse(_ work: any Work, _ error: any Error) {
        counts.withLock { $0.undone += 1 }
        work.finish(failure: error)
    }
}
