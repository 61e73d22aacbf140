import Synchronization

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
