internal import CSQLite

/// An open connection to one database file; one thread uses it at a time.
///
/// A class, because its cached statements and SQLite's progress callback refer to what it owns.
public final class Connection {
    let handle: OpaquePointer
    let watch = Watch()
    private var cache: [String: Statement] = [:]
    private let cacheLimit: Int

    /// What holds for all connections of the process, set before the first.
    private static let processSettings: Int32 = csqlite_omit_memory_statistics()

    /// Opens the file and sets the options.
    ///
    /// - Throws: `cannotOpen`, `notADatabase`, `readOnly`, `busy` or what else SQLite reports.
    public init(
        path: String, access: Access = .readWriteCreate, options: Options = Options()
    ) throws(SQLiteError) {
        _ = Connection.processSettings
        var opened: OpaquePointer?
        // One thread at a time, so SQLite's own mutex is left out.
        let result = sqlite3_open_v2(
            path, &opened, access.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard result == SQLITE_OK, let opened else {
            let error = SQLiteError(reportedBy: opened, code: result)
            sqlite3_close_v2(opened)
            throw SQLiteError(error.code, extendedCode: result, "\(error.message): \(path)")
        }
        handle = opened
        cacheLimit = options.statementCache
        sqlite3_busy_timeout(handle, Int32(clamping: options.busyTimeout.milliseconds))
        // The watch lives as long as this connection, and the handler is removed in deinit.
        sqlite3_progress_handler(handle, 2000, progressed, Unmanaged.passUnretained(watch).toOpaque())
        // What a hostile file or SQL must not do, and identifiers that were meant as texts
        // (https://www.sqlite.org/security.html, https://www.sqlite.org/quirks.html).
        for (setting, value) in [
            (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
            (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
        ] as [(Int32, Int32)] {
            csqlite_configure(handle, setting, value)
        }
        try apply(options, access: access)
    }

    deinit {
        sqlite3_progress_handler(handle, 0, nil, nil)
        cache.removeAll()
        sqlite3_close_v2(handle)
    }

    /// The statement of this text, compiled at most once per connection.
    public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        if let cached = cache[sql], !cached.isRunning { return cached }
        let statement = try Statement(sql, on: handle, watch: watch)
        // Statement texts are a small fixed set; more than the limit means texts made at run time, of which
        // none is worth keeping longer than another.
        if cache.count >= cacheLimit { cache.removeAll(keepingCapacity: true) }
        if cache[sql] == nil { cache[sql] = statement }
        return statement
    }

    /// The number of statements kept prepared.
    public var cachedStatements: Int { cache.count }

    /// Rows changed, inserted or deleted by the latest statement that did so.
    public var changes: Int { Int(sqlite3_changes64(handle)) }

    /// The rowid of the latest row inserted through this connection.
    public var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(handle) }

    /// Whether a transaction is open.
    public var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }
}
