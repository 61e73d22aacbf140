internal import Synchronization

/// A closure that waits for a connection, seen by the thread that will run it.
protocol Work: Sendable {
    var cancellation: Cancellation { get }
    /// Takes the work up; false when its caller has cancelled it and has been told so.
    func begin() -> Bool
    /// Runs the closure and keeps its outcome; the error it threw, if any.
    func run(on connection: Connection) -> (any Error)?
    /// Gives the caller the outcome, or `failure` if that has undone it.
    func finish(failure: (any Error)?)
}

/// A closure, its caller, and what has become of it.
///
/// Transitions: created → waiting → running → finished; created or waiting → cancelled.
final class PendingWork<Value: Sendable>: Work {
    typealias Receiver = @Sendable (Result<Value, any Error>) -> Void

    private enum State {
        case created
        case waiting(Receiver)
        case running(Receiver)
        case cancelled
        case finished
    }

    let cancellation = Cancellation()
    private let body: @Sendable (Connection) throws -> Value
    private let state = Mutex(State.created)
    // Written and read only by the thread that runs the work, between `run` and `finish`.
    private nonisolated(unsafe) var outcome: Result<Value, any Error>?

    init(_ body: @escaping @Sendable (Connection) throws -> Value) {
        self.body = body
    }

    /// Remembers who waits. When the work is cancelled already, tells them so and gives false.
    func await(_ receiver: @escaping Receiver) -> Bool {
        let isWaiting = state.withLock { state in
            guard case .created = state else { return false }
            state = .waiting(receiver)
            return true
        }
        if !isWaiting { receiver(.failure(CancellationError())) }
        return isWaiting
    }

    /// Ends the work where that is still possible: a waiting one at once, a running one at the next chance
    /// SQLite gives. What has run and waits only for its commit is committed.
    func cancel() {
        cancellation.request()
        let receiver: Receiver? = state.withLock { state in
            switch state {
            case .created:
                state = .cancelled
                return nil
            case .waiting(let receiver):
                state = .cancelled
                return receiver
            case .running, .cancelled, .finished:
                return nil
            }
        }
        receiver?(.failure(CancellationError()))
    }

    func begin() -> Bool {
        state.withLock { state in
            guard case .waiting(let receiver) = state else { return false }
            state = .running(receiver)
            return true
        }
    }

    func run(on connection: Connection) -> (any Error)? {
        do {
            outcome = .success(try body(connection))
            return nil
        } catch {
            let error = naming(error)
            outcome = .failure(error)
            return error
        }
    }

    func finish(failure: (any Error)?) {
        let receiver: Receiver? = state.withLock { state in
            switch state {
            case .waiting(let receiver), .running(let receiver):
                state = .finished
                return receiver
            case .created, .cancelled, .finished:
                return nil
            }
        }
        guard let receiver else { return }
        if case .failure(let error) = outcome {
            receiver(.failure(error))
        } else if let failure {
            receiver(.failure(naming(failure)))
        } else if let outcome {
            receiver(outcome)
        }
    }

    /// An interruption that the caller asked for is a cancellation.
    private func naming(_ error: any Error) -> any Error {
        guard cancellation.isRequested, let error = error as? SQLiteError, error.code == .interrupted else {
            return error
        }
        return CancellationError()
    }
}
