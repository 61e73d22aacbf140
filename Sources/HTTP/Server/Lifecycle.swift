internal import Synchronization

/// Whether a server is to start, runs, or is to stop, and who waits for its end.
final class Lifecycle: Sendable {
    private enum State {
        /// → running
        case fresh
        /// → stopping
        case running
        /// → stopped
        case stopping(deadline: MonotonicTime, waiting: [CheckedContinuation<Void, Never>])
        case stopped
    }

    private let state = Mutex(State.fresh)

    /// Says whether this was the first start.
    func started() -> Bool {
        state.withLock { state in
            guard case .fresh = state else { return false }
            state = .running
            return true
        }
    }

    /// After a start that failed.
    func failed() {
        state.withLock { $0 = .stopped }
    }

    /// Asks for the end by `deadline` and waits for it; the first one to ask sets the deadline.
    func stop(by deadline: MonotonicTime) async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                switch state {
                case .fresh, .stopped:
                    return true
                case .running:
                    state = .stopping(deadline: deadline, waiting: [continuation])
                case .stopping(let first, let waiting):
                    state = .stopping(deadline: first, waiting: waiting + [continuation])
                }
                return false
            }
            if isOver { continuation.resume() }
        }
    }

    /// Nothing while the server is to run.
    var stopDeadline: MonotonicTime? {
        state.withLock { state in
            if case .stopping(let deadline, _) = state { deadline } else { nil }
        }
    }

    func stopped() {
        let waiting = state.withLock { state in
            defer { state = .stopped }
            if case .stopping(_, let waiting) = state { return waiting }
            return []
        }
        for continuation in waiting { continuation.resume() }
    }
}
