import Synchronization

/// Work that goes on after its request was answered, and that a graceful stop waits for.
final class Afterwork: Sendable {
    private struct State {
        var running = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
        var lastPause = 0
        var pauses: [Int: CheckedContinuation<Bool, Never>] = [:]
    }

    private let state = Mutex(State())
    private let sleep: @Sendable (Duration) async -> Void

    /// - Parameter pause: Lets the given time pass.
    init(pause sleep: @escaping @Sendable (Duration) async -> Void) {
        self.sleep = sleep
    }

    func run(_ work: @escaping @Sendable () async -> Void) {
        state.withLock { $0.running += 1 }
        Task {
            await work()
            let waiting = state.withLock { state in
                state.running -= 1
                guard state.running == 0 else { return [CheckedContinuation<Void, Never>]() }
                defer { state.waiting = [] }
                return state.waiting
            }
            for continuation in waiting { continuation.resume() }
        }
    }

    /// Lets time pass within work that has nothing to do for so long.
    ///
    /// - Returns: whether to go on. False when the end of the work is waited for.
    func pause(_ duration: Duration) async -> Bool {
        await withCheckedContinuation { continuation in
            let pause = state.withLock { state -> Int? in
                guard state.waiting.isEmpty else { return nil }
                state.lastPause += 1
                state.pauses[state.lastPause] = continuation
                return state.lastPause
            }
            guard let pause else { return continuation.resume(returning: false) }
            Task {
                await sleep(duration)
                state.withLock { $0.pauses.removeValue(forKey: pause) }?.resume(returning: true)
            }
        }
    }

    /// Returns when nothing runs. Work that pauses is told to end.
    func finish() async {
        await withCheckedContinuation { continuation in
            let (isIdle, pauses) = state.withLock { state in
                if state.running > 0 { state.waiting.append(continuation) }
                defer { state.pauses = [:] }
                return (state.running == 0, state.pauses)
            }
            for pause in pauses.values { pause.resume(returning: false) }
            if isIdle { continuation.resume() }
        }
    }
}
