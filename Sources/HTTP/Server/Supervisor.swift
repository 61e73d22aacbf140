internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// The thread that watches the clock for all connections and ends the server when it is told to.
final class Supervisor: Sendable {
    private static let tick: Int32 = 50
    /// For sending the last refusals after the grace.
    private static let farewell = Duration.seconds(1)

    private let core: ServerCore
    private let lifecycle: Lifecycle
    // Used by this thread alone once it runs; libmicrohttpd's own functions for a daemon are thread-safe.
    nonisolated(unsafe) private let daemon: OpaquePointer

    init(core: ServerCore, lifecycle: Lifecycle, daemon: OpaquePointer) {
        self.core = core
        self.lifecycle = lifecycle
        self.daemon = daemon
    }

    /// Starts the thread, which keeps the supervisor alive; says whether the system gave one.
    func start() -> Bool {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        guard pthread_create(&thread, nil, superviseUntilStopped, context.toOpaque()) == 0 else {
            context.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    fileprivate func run() {
        var deadline = lifecycle.stopDeadline
        while deadline == nil {
            poll(nil, 0, Supervisor.tick)
            core.enforceDeadlines(now: .now)
            core.noticeHangups()
            deadline = lifecycle.stopDeadline
        }
        let listening = MHD_quiesce_daemon(daemon)
        // Others may still hold the socket, but from here on a caller is refused and not left waiting.
        if listening >= 0 { shutdown(listening, Int32(SHUT_RDWR)) }
        finish(until: deadline ?? .now)
        core.abandonAll()
        finish(until: MonotonicTime.now + Supervisor.farewell)
        MHD_stop_daemon(daemon)
        if listening >= 0 { close(listening) }
        lifecycle.stopped()
    }

    /// Waits until every request is over, but not longer than `deadline`.
    private func finish(until deadline: MonotonicTime) {
        while core.inFlight.load(ordering: .sequentiallyConsistent) > 0, MonotonicTime.now < deadline {
            poll(nil, 0, 5)
            core.enforceDeadlines(now: .now)
        }
    }
}

private func superviseUntilStopped(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<Supervisor>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
