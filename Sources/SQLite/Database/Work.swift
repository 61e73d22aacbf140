internal import Synchronization

/// A closure that waits for a connection, who waits for its end, and what has become of it.
///
/// Not generic, so that nothing is looked up at run time for each transaction: the closure leaves its value
/// with the caller.
final class Work: Sendable {
    /// Who is told of the end.
    enum Waiter {
        case task(UnsafeContinuation<Void, any Error>)
        case thread(Semaphore)
    }

    /// created → waiting → running; created or waiting → cancelled.
    private enum Phase: UInt8, AtomicRepresentable {
        case created
        case waiting
        case running
        case cancelled
    }

    private let body: @Sendable (Connection) throws -> Void
    private let phase = Atomic(Phase.created)
    private let cancelled = Atomic(false)
    // Written before the phase becomes `waiting`, read by the one thread that moves the phase on from there.
    private nonisolated(unsafe) var waiter: Waiter?
    // Touched only by the thread that runs the work.
    private nonisolated(unsafe) var failure: (any Error)?

    init(_ body: @escaping @Sendable (Connection) throws -> Void) {
        self.body = body
    }

    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    /// Remembers who waits. When the work is cancelled already, tells them so and gives false.
    func await(_ waiter: Waiter) -> Bool {
        self.waiter = waiter
        if move(from: .created, to: .waiting) { return true }
        tell(CancellationError())
        return false
    }

    /// Ends the work where that is still possible: a waiting one at once, a running one at the next chance
    /// SQLite gives. What has run and waits only for its commit is committed.
    func cancel() {
        cancelled.store(true, ordering: .relaxed)
        if move(from: .created, to: .cancelled) { return }
        if move(from: .waiting, to: .cancelled) { tell(CancellationError()) }
    }

    /// Takes the work up; false when its caller has cancelled it and has been told so.
    func begin() -> Bool {
        move(from: .waiting, to: .running)
    }

    /// Runs the closure; gives the error that it threw, if any.
    func run(on connection: Connection) -> (any Error)? {
        do {
            try body(connection)
        } catch {
            failure = error
        }
        return failure
    }

    /// Tells the caller of a work that was begun the closure's own error, or `other`, or the good end.
    func finish(failure other: (any Error)?) {
        tell(failure ?? other)
    }

    /// Tells the caller of a work that nobody will take up why.
    func refuse(_ error: any Error) {
        if begin() { tell(error) }
    }

    private func move(from old: Phase, to new: Phase) -> Bool {
        phase.compareExchange(expected: old, desired: new, ordering: .acquiringAndReleasing).exchanged
    }

    private func tell(_ error: (any Error)?) {
        let error = error.map(naming)
        if let error { failure = error }
        switch waiter {
        case .task(let continuation):
            if let error { continuation.resume(throwing: error) } else { continuation.resume() }
        case .thread(let semaphore):
            semaphore.signal()
        case nil:
            break
        }
    }

    /// What the waiting thread, once signalled, has to throw.
    var finalFailure: (any Error)? { failure }

    /// An interruption that the caller asked for is a cancellation.
    private func naming(_ error: any Error) -> any Error {
        guard isCancelled, let error = error as? SQLiteError, error.code == .interrupted else { return error }
        return CancellationError()
    }
}
