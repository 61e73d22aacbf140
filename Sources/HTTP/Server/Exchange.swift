internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// One request on its way from the wire to a handler and its answer on the way back.
///
/// libmicrohttpd calls `advance` on its thread whenever something was read or the connection was resumed;
/// while a handler works, the connection is suspended and costs no thread.
final class Exchange: Sendable {
    /// Where the reading of the request stands. Each stage lists what may follow.
    enum Stage {
        /// → bodiless, collecting, streamHead, discarding, lingering, done
        case head
        /// No body follows. libmicrohttpd keeps a connection open only if the answer is given when it calls a
        /// second time. → answering, done
        case bodiless
        /// The body of an ordinary route is coming in. → answering, lingering
        case collecting(Route)
        /// A streaming handler runs and has not asked for the body. → streaming, discarding, lingering, done
        case streamHead
        /// The first `delivered` bytes in the buffer are with the handler. → answering, discarding, lingering
        case streaming(delivered: Int)
        /// A short rest is read and dropped, then the answer given. → done
        case discarding(Answer)
        /// Answered before the end of the body; so much more is read, so that the answer is not lost in a
        /// reset (RFC 9112, 9.6). → the end of the connection
        case lingering(left: Int)
        /// Read to the end, being handled. → done
        case answering
        case done
    }

    /// The rest of a refused body that is read to keep the connection, and the most that is read to let the
    /// client see the refusal.
    static let discardLimit = 64 << 10
    static let lingerLimit = 8 << 20
    static let lingerTime = Duration.seconds(2)

    let core: ServerCore
    let connection: Connection
    let id: String
    let started = MonotonicTime.now
    // libmicrohttpd's functions for a suspended connection may be called from any thread; `coupling` keeps
    // it from being used after its end.
    nonisolated(unsafe) let handle: OpaquePointer
    let coupling = Mutex(Coupling())

    // The rest is touched only by the connection's own thread, within one callback at a time.
    nonisolated(unsafe) var stage = Stage.head
    /// The target as it was sent, copied before libmicrohttpd splits it; nothing when it is not UTF-8.
    private let target: String?
    /// Where the target's first NUL lay in the buffer.
    private let targetEnd: UInt
    nonisolated(unsafe) private(set) var head: RequestHead?
    nonisolated(unsafe) var route: Route?
    nonisolated(unsafe) var client: IPAddress?
    nonisolated(unsafe) var countedClient: IPAddress?
    nonisolated(unsafe) var parameters: [String: String] = [:]
    nonisolated(unsafe) var body: [UInt8] = []
    nonisolated(unsafe) var bytesReceived = 0
    nonisolated(unsafe) var status: Int?
    nonisolated(unsafe) var bytesSent = 0
    nonisolated(unsafe) private(set) var methodName = ""

    init(
        core: ServerCore, connection: Connection, handle: OpaquePointer, target: UnsafePointer<CChar>?
    ) {
        self.core = core
        self.connection = connection
        self.handle = handle
        self.target = target.flatMap { String(validatingCString: $0) }
        targetEnd = UInt(bitPattern: target.map { $0 + strlen($0) })
        id = core.identifiers.next()
        core.inFlight.add(1, ordering: .relaxed)
        connection.begin(self, until: started + core.configuration.headerTimeLimit)
    }

    /// Goes on with what was read. `unread` bytes of `piece` are to be given again; when it does not go on,
    /// the connection is closed.
    func advance(
        method: UnsafePointer<CChar>, version: UnsafePointer<CChar>?, piece: UnsafeRawBufferPointer
    ) -> (goesOn: Bool, unread: Int) {
        bytesReceived += piece.count
        switch stage {
        case .head:
            return (readHead(method: method, version: version), 0)
        case .bodiless:
            return (dispatch(), 0)
        case .collecting(let route):
            return (piece.isEmpty ? endCollecting(route) : collect(piece, for: route), 0)
        case .streamHead:
            return (goOnStreamHead(), 0)
        case .streaming(let delivered):
            bytesReceived -= delivered
            return piece.isEmpty ? (endStream(), 0) : stream(piece, delivered: delivered)
        case .discarding(let answer):
            return (piece.isEmpty ? send(answer) : true, 0)
        case .lingering(let left):
            stage = .lingering(left: left - piece.count)
            return (!piece.isEmpty && left > piece.count, 0)
        case .answering:
            return (goOnAnswering(), 0)
        case .done:
            return (true, 0)
        }
    }

    private func readHead(method: UnsafePointer<CChar>, version: UnsafePointer<CChar>?) -> Bool {
        methodName = String(cString: method)
        client = connection.peer
        guard headSize(of: handle) <= core.configuration.headerLimit else {
            let isLine = (target?.utf8.count ?? 0) > core.configuration.headerLimit
            return linger(refusal(isLine ? 414 : 431))
        }
        guard let target = target(before: version) else { return refuse(400, closes: true) }
        do throws(RefusedHead) {
            let head = try RequestHead(
                method: methodName, target: target, connection: handle,
                fieldLimit: core.configuration.fieldLimit)
            self.head = head
            guard head.framing == .none else { return dispatch() }
            stage = .bodiless
            return true
        } catch {
            // A head with so many fields leaves libmicrohttpd no memory for an answer's.
            if error.status == 431 { return linger(refusal(431)) }
            return refuse(error.status, closes: true)
        }
    }

    /// The target, unless it cannot be read. The version follows it in the buffer, so a version elsewhere
    /// shows that the target holds a NUL, behind which something would be hidden from us.
    private func target(before version: UnsafePointer<CChar>?) -> String? {
        UInt(bitPattern: version) == targetEnd &+ 1 ? target : nil
    }

    /// Tells what became of the request and lets go of everything that waits for it.
    func complete(answered: Bool) {
        let (waiter, task) = coupling.withLock { coupling in
            coupling.isOver = true
            let task = coupling.answer == nil ? coupling.task : nil
            coupling.task = nil
            return (coupling.endBody(.failure(RequestBodyError.disconnected)), task)
        }
        waiter?.resume(throwing: RequestBodyError.disconnected)
        task?.cancel()
        if let countedClient { core.leave(countedClient) }
        let now = MonotonicTime.now
        connection.end(idleUntil: now + core.configuration.idleTimeLimit)
        core.onRequest(
            RequestReport(
                requestID: id, method: Method(rawValue: methodName), route: route?.pattern,
                status: answered || isLingering ? status : nil, duration: now - started,
                bytesReceived: bytesReceived, bytesSent: bytesSent, client: client))
        core.inFlight.subtract(1, ordering: .sequentiallyConsistent)
    }

    private var isLingering: Bool {
        if case .lingering = stage { true } else { false }
    }
}
