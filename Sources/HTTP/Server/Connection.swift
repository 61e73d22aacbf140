internal import Glibc
internal import Synchronization

/// One open connection: its socket, who called, and until when it must have done its next step.
final class Connection: Sendable {
    let descriptor: Int32
    /// The address at the other end, which may be a proxy's.
    let peer: IPAddress
    private let state: Mutex<State>

    private struct State {
        var deadline: MonotonicTime
        var exchange: Exchange?
    }

    init(descriptor: Int32, peer: IPAddress, deadline: MonotonicTime) {
        self.descriptor = descriptor
        self.peer = peer
        state = Mutex(State(deadline: deadline))
    }

    /// The request being read or answered.
    var exchange: Exchange? { state.withLock { $0.exchange } }

    func begin(_ exchange: Exchange, until deadline: MonotonicTime) {
        state.withLock { $0 = State(deadline: deadline, exchange: exchange) }
    }

    func end(idleUntil deadline: MonotonicTime) {
        state.withLock { $0 = State(deadline: deadline) }
    }

    func postpone(to deadline: MonotonicTime) {
        state.withLock { $0.deadline = deadline }
    }

    func isLate(at now: MonotonicTime) -> Bool {
        state.withLock { $0.deadline < now }
    }

    /// Ends both directions; libmicrohttpd sees the end of the stream and closes. Only while the connection
    /// is in the server's table, which is what keeps the descriptor from being another's.
    func cut() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Sends what the socket takes at once and ends this direction.
    func sendLast(_ bytes: [UInt8]) {
        _ = send(descriptor, bytes, bytes.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
        shutdown(descriptor, Int32(SHUT_WR))
    }
}
