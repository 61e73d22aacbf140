import Glibc
import Synchronization

/// Work that is done beside the service when it is wanted, on a thread of its own with a low priority: where an answer or an
/// intake wants the processor, it has nine tenths of it, and the work still comes to its end.
final class BackgroundWork: Sendable {
    private struct State: Sendable {
        var isRunning = false
        var isWanted = false
        var isStopped = false
        var hasFailed = false
        var ends: [CheckedContinuation<Void, Never>] = []

        /// There is no thread any more.
        ///
        /// - Returns: those who wait for that.
        mutating func end() -> [CheckedContinuation<Void, Never>] {
            isRunning = false
            defer { ends = [] }
            return ends
        }
    }

    private let start: @Sendable (@escaping @Sendable () -> Void) -> Bool
    private let onFailure: @Sendable (String) -> Void
    private let body: @Sendable (_ isStopped: @escaping @Sendable () -> Bool) throws -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - start: starts a thread; false when there is none.
    ///   - onFailure: told why it could not be done.
    ///   - body: does what there is to do.
    init(
        onThread start: @escaping @Sendable (@escaping @Sendable () -> Void) -> Bool,
        onFailure: @escaping @Sendable (String) -> Void,
        _ body: @escaping @Sendable (_ isStopped: @escaping @Sendable () -> Bool) throws -> Void
    ) {
        self.start = start
        self.onFailure = onFailure
        self.body = body
    }

    /// Has it look whether there is something to do.
    func wake() {
        let begins = state.withLock { state in
            guard !state.isStopped else { return false }
            state.isWanted = true
            guard !state.isRunning else { return false }
            state.isRunning = true
            return true
        }
        guard begins, !start({ self.work() }) else { return }
        let ends = state.withLock { state in
            (state.isWanted, state.hasFailed) = (false, true)
            return state.end()
        }
        for end in ends { end.resume() }
        onFailure("no thread can be started")
    }

    /// Tries again what could not be done.
    func retry() {
        if state.withLock({ $0.hasFailed }) { wake() }
    }

    /// Tells it to end, and waits for that.
    func stop() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                state.isStopped = true
                if state.isRunning { state.ends.append(continuation) }
                return !state.isRunning
            }
            if isOver { continuation.resume() }
        }
    }

    private func work() {
        // Of this thread alone (setpriority(2), "Linux threads"); where it is refused it goes on at the usual one.
        _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, 10)
        while isWantedStill() {
            do {
                try body { self.state.withLock { $0.isStopped } }
            } catch {
                state.withLock { $0.hasFailed = true }
                onFailure("\(error)")
            }
        }
    }

    /// Takes the next wish; false when there is none, and the thread ends.
    private func isWantedStill() -> Bool {
        let (goesOn, ends) = state.withLock { state in
            guard state.isWanted, !state.isStopped else {
                return (false, state.end())
            }
            (state.isWanted, state.hasFailed) = (false, false)
            return (true, [])
        }
        for end in ends { end.resume() }
        return goesOn
    }
}
