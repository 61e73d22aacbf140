internal import Synchronization

/// Tells whether a file has changed, for whoever keeps things read from it in memory.
///
/// It has a connection of its own that never writes: SQLite counts for each connection what *others* commit, of this
/// process or another (https://www.sqlite.org/pragma.html#pragma_data_version).
final class VersionWatch: Sendable {
    private struct State {
        var connection: Connection?
        var isClosed = false
    }

    private let path: String
    private let state = Mutex(State())

    init(path: String) {
        self.path = path
    }

    func version() throws -> Int64 {
        try state.withLock { state in
            guard !state.isClosed else { throw SQLiteError.closed }
            if state.connection == nil { state.connection = try Connection(path: path, access: .readOnly) }
            return try state.connection?.queryOne("PRAGMA data_version") { $0.int64(0) } ?? 0
        }
    }

    func close() {
        state.withLock { $0 = State(isClosed: true) }
    }
}
