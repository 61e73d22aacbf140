import Synchronization

/// The time that a platform is kept waiting, the same for each of its messages.
///
/// As all waits are equally long they end in the order in which they began, so one sleeping task serves them all:
/// a message that is answered in time costs no timer of its own.
final class Patience: Sendable {
    /// A wait that can be called off.
    struct Wait: Hashable {
        fileprivate var number: Int
    }

    private struct State {
        var last = 0
        /// No wait before this one is still awaited.
        var oldest = 1
        var awaited: [Int: (end: ContinuousClock.Instant, body: @Sendable () -> Void)] = [:]
        var isSleeping = false

        /// When the oldest wait ends; nothing when none is awaited.
        mutating func nextEnd() -> ContinuousClock.Instant? {
            if awaited.isEmpty {
                oldest = last + 1
                return nil
            }
            while awaited[oldest] == nil { oldest += 1 }
            return awaited[oldest]?.end
        }

        /// Removes the waits that end by an instant.
        mutating func take(until instant: ContinuousClock.Instant) -> [@Sendable () -> Void] {
            var ended: [@Sendable () -> Void] = []
            while let end = nextEnd(), end <= instant {
                if let wait = awaited.removeValue(forKey: oldest) { ended.append(wait.body) }
            }
            return ended
        }
    }

    private let duration: Duration
    private let pause: @Sendable (Duration) async -> Void
    private let state = Mutex(State())

    /// - Parameter pause: Lets the given time pass.
    init(_ duration: Duration, pause: @escaping @Sendable (Duration) async -> Void) {
        self.duration = duration
        self.pause = pause
    }

    /// Begins a wait, and calls `body` at its end unless it is called off before.
    func begin(_ body: @escaping @Sendable () -> Void) -> Wait {
        let (wait, isSleeping) = state.withLock { state in
            state.last += 1
            state.awaited[state.last] = (.now + duration, body)
            defer { state.isSleeping = true }
            return (Wait(number: state.last), state.isSleeping)
        }
        if !isSleeping { Task { await sleep() } }
        return wait
    }

    /// Calls off a wait; one that has ended stays so.
    func end(_ wait: Wait) {
        state.withLock { _ = $0.awaited.removeValue(forKey: wait.number) }
    }

    private func sleep() async {
        while let end = nextEnd() {
            await pause(end - .now)
            for body in state.withLock({ $0.take(until: end) }) { body() }
        }
    }

    private func nextEnd() -> ContinuousClock.Instant? {
        state.withLock { state in
            let end = state.nextEnd()
            if end == nil { state.isSleeping = false }
            return end
        }
    }
}
