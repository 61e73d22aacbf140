internal import Synchronization

/// The threads and connections that read a file; both are made when first needed.
final class ReaderPool: Sendable {
    let queue = WorkQueue()
    /// Fires when the pool is closed and its threads have ended.
    let end = OneShot()
    private let path: String
    private let options: Options
    private let state = Mutex(State())

    private struct State: Sendable {
        var idle: [IdleConnection] = []
        var threads = 0
        var reads = 0
        var isClosed = false
    }

    // A connection that nobody uses; taking it out of the list hands it to one thread.
    private struct IdleConnection: @unchecked Sendable {
        let connection: Connection
    }

    init(path: String, options: Options) {
        self.path = path
        self.options = options
    }

    var reads: Int { state.withLock { $0.reads } }

    /// Queues the work; false when the pool is closed.
    func submit(_ work: Work) -> Bool {
        switch queue.push(work) {
        case .taken: break
        case .takenWithoutIdleThread: addThread()
        case .closed: return false
        }
        return true
    }

    /// Runs `body` on the caller's thread, in one snapshot of the file.
    func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        guard state.withLock({ !$0.isClosed }) else { throw SQLiteError.closed }
        let connection = try checkOut()
        defer { checkIn(connection) }
        return try snapshot(of: connection, body)
    }

    /// Takes nothing more in; what is queued is done.
    func close() {
        queue.close()
        let isIdle = state.withLock { state in
            state.isClosed = true
            state.idle.removeAll()
            return state.threads == 0
        }
        if isIdle { end.fire() }
    }

    private func addThread() {
        let isWanted = state.withLock { state in
            guard state.threads < max(1, options.readers) else { return false }
            state.threads += 1
            return true
        }
        guard isWanted else { return }
        do {
            try startThread { self.serve() }
        } catch {
            let isLast = state.withLock { state in
                state.threads -= 1
                return state.threads == 0
            }
            // Nobody would ever come for what is queued.
            guard isLast else { return }
            var batch: [Work] = []
            while queue.fetch(into: &batch, limit: .max, waiting: false) {
                for work in batch { work.refuse(error) }
                batch.removeAll()
            }
        }
    }

    private func serve() {
        var batch: [Work] = []
        while queue.fetch(into: &batch, limit: 1, waiting: true) {
            for work in batch where work.begin() { run(work) }
            batch.removeAll(keepingCapacity: true)
        }
        let isLast = state.withLock { state in
            state.threads -= 1
            return state.threads == 0
        }
        if isLast { end.fire() }
    }

    private func run(_ work: Work) {
        do {
            let connection = try checkOut()
            defer { checkIn(connection) }
            connection.watch.work = work
            defer { connection.watch.work = nil }
            try snapshot(of: connection) { connection in
                if let error = work.run(on: connection) { throw error }
            }
            work.finish(failure: nil)
        } catch {
            work.finish(failure: error)
        }
    }

    private func snapshot<Value>(
        of connection: Connection, _ body: (Connection) throws -> Value
    ) throws -> Value {
        try connection.execute("BEGIN")
        // It changed nothing, so undoing is the end that cannot fail.
        defer { connection.rollBack() }
        return try body(connection)
    }

    private func checkOut() throws -> Connection {
        let idle = state.withLock { state in
            state.reads += 1
            return state.idle.popLast()
        }
        return try idle?.connection ?? Connection(path: path, access: .readOnly, options: options)
    }

    private func checkIn(_ connection: Connection) {
        let idle = IdleConnection(connection: connection)
        state.withLock { state in
            guard !state.isClosed, state.idle.count < max(1, options.readers) else { return }
            state.idle.append(idle)
        }
    }
}
