internal import Glibc
internal import Synchronization

/// What libmicrohttpd's threads, the handlers' tasks and the supervisor share.
final class ServerCore: Sendable {
    let configuration: ServerConfiguration
    let router: Router
    let forwardedFor: ForwardedFor
    let identifiers = RequestIdentifiers()
    let onRequest: @Sendable (RequestReport) -> Void
    let onError: @Sendable (any Error, _ requestID: String) -> Void

    /// Open connections, keyed by themselves. A descriptor in here is not closed while the lock is held.
    let connections = Mutex<[ObjectIdentifier: Connection]>([:])
    /// Connections, or requests behind proxies, of each address's block.
    private let busy = Mutex<[IPAddress: Int]>([:])
    /// Requests begun and not completed.
    let inFlight = Atomic<Int>(0)
    /// Set when a stop begins: every answer then ends its connection.
    let isStopping = Atomic<Bool>(false)
    /// Set when the grace is over: nothing may be suspended any more.
    let isClosing = Atomic<Bool>(false)

    init(
        configuration: ServerConfiguration, routes: [Route],
        onRequest: @escaping @Sendable (RequestReport) -> Void,
        onError: @escaping @Sendable (any Error, String) -> Void
    ) {
        self.configuration = configuration
        router = Router(routes)
        forwardedFor = ForwardedFor(trustedProxies: configuration.trustedProxies)
        self.onRequest = onRequest
        self.onError = onError
    }

    /// Takes note of a new connection; one too many of its address is ended at once.
    func opened(_ descriptor: Int32, from peer: IPAddress) -> Connection {
        let deadline = MonotonicTime.now + configuration.headerTimeLimit
        let connection = Connection(descriptor: descriptor, peer: peer, deadline: deadline)
        connections.withLock { $0[ObjectIdentifier(connection)] = connection }
        if !forwardedFor.isTrusted(peer), !enter(peer) { connection.cut() }
        return connection
    }

    func closed(_ connection: Connection) {
        connections.withLock { $0[ObjectIdentifier(connection)] = nil }
        if !forwardedFor.isTrusted(connection.peer) { leave(connection.peer) }
    }

    /// Counts one more of the block of `address` and says whether that is within the limit. Counted either way.
    func enter(_ address: IPAddress) -> Bool {
        busy.withLock { busy in
            busy[address.block, default: 0] += 1
            return busy[address.block, default: 0] <= configuration.connectionsPerAddress
        }
    }

    func leave(_ address: IPAddress) {
        busy.withLock { busy in
            let rest = busy[address.block, default: 1] - 1
            busy[address.block] = rest > 0 ? rest : nil
        }
    }

    /// Ends connections that are late: 504 where a handler is, a cut where the client is.
    func enforceDeadlines(now: MonotonicTime) {
        var late: [Exchange] = []
        connections.withLock { connections in
            for connection in connections.values where connection.isLate(at: now) {
                if let exchange = connection.exchange, exchange.isBeingHandled {
                    late.append(exchange)
                } else {
                    connection.cut()
                }
            }
        }
        // Outside the lock: resuming takes libmicrohttpd's own.
        for exchange in late { exchange.expire() }
    }

    // POLLRDHUP, which glibc declares only under _GNU_SOURCE, where Swift does not see it.
    private static let peerEnded: Int16 = 0x2000

    /// Wakes libmicrohttpd for connections whose client has ended its sending. Its edge-triggered reading (0.9.75)
    /// misses an end that arrives together with the last bytes, and would wait for the time limit.
    func noticeHangups() {
        connections.withLock { connections in
            let open = Array(connections.values)
            var polls = open.map { pollfd(fd: $0.descriptor, events: ServerCore.peerEnded, revents: 0) }
            guard poll(&polls, nfds_t(polls.count), 0) > 0 else { return }
            for (connection, poll) in zip(open, polls) where poll.revents != 0 {
                // Nothing more can come, so ending this direction loses nothing, not even an answer.
                shutdown(connection.descriptor, Int32(SHUT_RD))
            }
        }
    }

    /// Answers 503 to everything that still waits for a handler, and lets nothing wait from now on.
    func abandonAll() {
        isClosing.store(true, ordering: .sequentiallyConsistent)
        let rest = connections.withLock { $0.values.compactMap(\.exchange) }
        for exchange in rest { exchange.abandon() }
    }
}
