import Synchronization

/// Lets the work for one key through one at a time, in the order of arrival; different keys do not wait for each
/// other.
///
/// Two messages of one person are answered one after the other, so that the second sees what the first said.
final class Turnstile<Key: Hashable & Sendable>: Sendable {
    /// The keys being worked for, each with those who wait.
    private let waiting = Mutex<[Key: [CheckedContinuation<Void, Never>]]>([:])

    func pass<Value: Sendable>(
        _ key: Key, _ work: () async throws -> Value
    ) async rethrows -> Value {
        await enter(key)
        defer { leave(key) }
        return try await work()
    }

    private func enter(_ key: Key) async {
        let isFree = waiting.withLock { free(key, in: &$0) }
        if isFree { return }
        await withCheckedContinuation { continuation in
            let isFree = waiting.withLock { waiting in
                if free(key, in: &waiting) { return true }
                waiting[key]?.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    private func free(_ key: Key, in waiting: inout [Key: [CheckedContinuation<Void, Never>]]) -> Bool {
        guard waiting[key] == nil else { return false }
        waiting[key] = []
        return true
    }

    private func leave(_ key: Key) {
        let next = waiting.withLock { waiting -> CheckedContinuation<Void, Never>? in
            guard var line = waiting[key], !line.isEmpty else {
                waiting[key] = nil
                return nil
            }
            let first = line.removeFirst()
            waiting[key] = line
            return first
        }
        next?.resume()
    }
}
