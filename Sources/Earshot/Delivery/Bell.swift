import Synchronization

/// Rings once for whoever waits, now or later.
final class Bell: Sendable {
    private enum State {
        case silent
        case rung
        case awaited(CheckedContinuation<Void, Never>)
    }

    private let state = Mutex(State.silent)

    func ring() {
        let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if case .awaited(let continuation) = state {
                state = .silent
                return continuation
            }
            state = .rung
            return nil
        }
        waiting?.resume()
    }

    /// One waits at a time.
    func wait() async {
        await withCheckedContinuation { continuation in
            let isRung = state.withLock { state in
                if case .rung = state {
                    state = .silent
                    return true
                }
                state = .awaited(continuation)
                return false
            }
            if isRung { continuation.resume() }
        }
    }
}
