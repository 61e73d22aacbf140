import Glibc
import Synchronization

/// Holds a thread until the test lets it go.
final class Gate: Sendable {
    private let opened = Atomic(false)
    private let waiting = Atomic(false)

    var isWaitedFor: Bool { waiting.load(ordering: .acquiring) }

    func wait() {
        waiting.store(true, ordering: .releasing)
        while !opened.load(ordering: .acquiring) { sched_yield() }
    }

    var isOpen: Bool { opened.load(ordering: .acquiring) }

    func open() { opened.store(true, ordering: .releasing) }
}

/// Gives way to other tasks until the condition holds.
func until(_ condition: () -> Bool) async {
    while !condition() { await Task.yield() }
}
