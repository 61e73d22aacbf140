internal import Synchronization

/// Something that happens once and that any number of tasks may wait for.
final class OneShot: Sendable {
    private enum State {
        case pending([CheckedContinuation<Void, Never>])
        case fired
    }

    private let state = Mutex(State.pending([]))

    func fire() {
        let waiting = state.withLock { state in
            guard case .pending(let waiting) = state else { return [CheckedContinuation<Void, Never>]() }
            state = .fired
            return waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let hasFired = state.withLock { state in
                guard case .pending(let waiting) = state else { return true }
                state = .pending(waiting + [continuation])
                return false
            }
            if hasFired { continuation.resume() }
        }
    }
}
