import Synchronization

/// Holds tasks until it is opened, and tells when somebody arrives.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func pass() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }
}

/// Gathers values from any thread and lets one task wait for the next.
final class Collected<Value: Sendable>: Sendable {
    private let stream: AsyncStream<Value>
    private let input: AsyncStream<Value>.Continuation
    private let values = Mutex<[Value]>([])

    init() {
        (stream, input) = AsyncStream.makeStream()
    }

    var all: [Value] { values.withLock { $0 } }

    func add(_ value: Value) {
        values.withLock { $0.append(value) }
        input.yield(value)
    }

    func next() async -> Value? {
        for await value in stream { return value }
        return nil
    }
}
