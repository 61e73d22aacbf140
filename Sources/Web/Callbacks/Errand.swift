import Synchronization

/// Work that goes on to its end, whoever waits for its result and however long.
struct Errand<Value: Sendable>: Sendable {
    typealias Outcome = Result<Value, any Error>

    private let task: Task<Value, any Error>
    private let attendance = Attendance()

    /// Begins the work.
    init(_ work: @escaping @Sendable () async throws -> Value) {
        task = Task { [attendance] in
            do {
                let value = try await work()
                attendance.end(.success(value))
                return value
            } catch {
                attendance.end(.failure(error))
                throw error
            }
        }
    }

    /// The result, however long it takes.
    var result: Outcome {
        get async { await task.result }
    }

    /// The result, or nothing when patience ends first. The work goes on either way.
    func result(within patience: Patience) async -> Outcome? {
        let waiter = attendance.enter()
        let wait = patience.begin { [attendance] in attendance.leave(waiter) }
        defer { patience.end(wait) }
        return await withCheckedContinuation { attendance.wait($0, as: waiter) }
    }

    /// Those who wait with patience.
    private final class Attendance: Sendable {
        private struct State {
            var outcome: Outcome?
            var lastWaiter = 0
            var waiting: [Int: CheckedContinuation<Outcome?, Never>] = [:]
            /// Those whose patience ended before they had begun to wait.
            var gone: Set<Int> = []
        }

        private let state = Mutex(State())

        func enter() -> Int {
            state.withLock { state in
                state.lastWaiter += 1
                return state.lastWaiter
            }
        }

        func wait(_ continuation: CheckedContinuation<Outcome?, Never>, as waiter: Int) {
            let (isOver, outcome) = state.withLock { state in
                let isOver = state.gone.remove(waiter) != nil || state.outcome != nil
                if !isOver { state.waiting[waiter] = continuation }
                return (isOver, state.outcome)
            }
            if isOver { continuation.resume(returning: outcome) }
        }

        func leave(_ waiter: Int) {
            let continuation = state.withLock { state in
                let continuation = state.waiting.removeValue(forKey: waiter)
                if continuation == nil, state.outcome == nil { state.gone.insert(waiter) }
                return continuation
            }
            continuation?.resume(returning: nil)
        }

        func end(_ outcome: Outcome) {
            let waiting = state.withLock { state in
                state.outcome = outcome
                defer { state.waiting = [:] }
                return state.waiting
            }
            for continuation in waiting.values { continuation.resume(returning: outcome) }
        }
    }
}
