import Synchronization

/// Waits for work, but not for ever: whichever comes first, the result or the end of patience.
///
/// The work goes on either way.
final class Appointment<Value: Sendable>: Sendable {
    private enum State {
        case open
        case awaited(CheckedContinuation<Result<Value, any Error>?, Never>)
        case kept(Result<Value, any Error>?)
        case over
    }

    private let state = Mutex(State.open)
    private let wait: @Sendable (Duration) async -> Void

    init(wait: @escaping @Sendable (Duration) async -> Void) {
        self.wait = wait
    }

    /// The result, or nothing when patience ended first. Called once.
    func result(
        of work: Task<Value, any Error>, within patience: Duration
    ) async -> Result<Value, any Error>? {
        Task { settle(await work.result) }
        let timer = Task {
            await wait(patience)
            settle(nil)
        }
        defer { timer.cancel() }
        return await withCheckedContinuation { continuation in
            let settled: Result<Value, any Error>?? = state.withLock { state in
                if case .kept(let result) = state {
                    state = .over
                    return result
                }
                state = .awaited(continuation)
                return nil
            }
            if let settled { continuation.resume(returning: settled) }
        }
    }

    /// The first to come settles it; the other is ignored.
    private func settle(_ result: Result<Value, any Error>?) {
        let waiting = state.withLock { state -> CheckedContinuation<Result<Value, any Error>?, Never>? in
            switch state {
            case .open:
                state = .kept(result)
                return nil
            case .awaited(let continuation):
                state = .over
                return continuation
            case .kept, .over:
                return nil
            }
        }
        waiting?.resume(returning: result)
    }
}
