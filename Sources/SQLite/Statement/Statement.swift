internal import CSQLite

/// A prepared statement: compiled once, run any number of times with other arguments.
///
/// A class, because the connection's cache and the caller share it; SQLite keeps the connection's memory
/// alive until its last statement is finalized (`sqlite3_close_v2`), so it may outlive its connection.
public final class Statement {
    /// The SQL text it was prepared from.
    public let sql: String
    let handle: OpaquePointer
    let watch: Watch
    @usableFromInline let parameterCount: Int32
    private let isReadOnly: Bool
    private(set) var isRunning = false

    init(_ sql: String, on connection: OpaquePointer, watch: Watch) throws(SQLiteError) {
        var sql = sql
        var prepared: OpaquePointer?
        var rest = 0
        let result = sql.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var tail: UnsafePointer<CChar>?
                let result = sqlite3_prepare_v3(
                    connection, characters.baseAddress, Int32(clamping: characters.count),
                    UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, &tail)
                if let start = characters.baseAddress, let tail {
                    rest = characters[(tail - start)...].filter { !" \n\t\r;".utf8.contains(UInt8($0)) }.count
                }
                return result
            }
        }
        guard result == SQLITE_OK else {
            throw SQLiteError(reportedBy: connection, code: result, sql: sql)
        }
        guard let prepared, rest == 0 else {
            sqlite3_finalize(prepared)
            throw SQLiteError(
                .misuse, "a statement must be exactly one; a script is for executeScript", sql: sql)
        }
        self.sql = sql
        self.handle = prepared
        self.watch = watch
        self.parameterCount = sqlite3_bind_parameter_count(prepared)
        self.isReadOnly = sqlite3_stmt_readonly(prepared) != 0
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Runs it to its end; rows it may give are passed over.
    @inlinable
    public func execute<each Argument: Bindable>(_ arguments: repeat each Argument) throws(SQLiteError) {
        try begin()
        defer { end() }
        var index: Int32 = 0
        repeat try bind(each arguments, at: &index)
        try expect(arguments: index)
        while try step() {}
    }

    /// The rows, each decoded by `row`.
    @inlinable
    public func query<each Argument: Bindable, Value>(
        _ arguments: repeat each Argument, row: (borrowing Row) throws -> Value
    ) throws -> [Value] {
        try begin()
        defer { end() }
        var index: Int32 = 0
        repeat try bind(each arguments, at: &index)
        try expect(arguments: index)
        var values: [Value] = []
        while try step() {
            values.append(try row(current))
        }
        return values
    }

    /// The first row, decoded, or nothing when there is none.
    @inlinable
    public func queryOne<each Argument: Bindable, Value>(
        _ arguments: repeat each Argument, row: (borrowing Row) throws -> Value
    ) throws -> Value? {
        try begin()
        defer { end() }
        var index: Int32 = 0
        repeat try bind(each arguments, at: &index)
        try expect(arguments: index)
        return try step() ? try row(current) : nil
    }

    /// Lends each row in turn, for results that are too large to keep.
    @inlinable
    public func forEach<each Argument: Bindable>(
        _ arguments: repeat each Argument, row: (borrowing Row) throws -> Void
    ) throws {
        try begin()
        defer { end() }
        var index: Int32 = 0
        repeat try bind(each arguments, at: &index)
        try expect(arguments: index)
        while try step() {
            try row(current)
        }
    }

    /// As `query`, for a list of arguments whose length is known only at run time.
    public func query<Value>(
        arguments: [any Bindable], row: (borrowing Row) throws -> Value
    ) throws -> [Value] {
        try begin()
        defer { end() }
        var index: Int32 = 0
        for argument in arguments { try bind(argument, at: &index) }
        try expect(arguments: index)
        var values: [Value] = []
        while try step() {
            values.append(try row(current))
        }
        return values
    }

    /// As `execute`, for a list of arguments whose length is known only at run time.
    public func execute(arguments: [any Bindable]) throws(SQLiteError) {
        try begin()
        defer { end() }
        var index: Int32 = 0
        for argument in arguments { try bind(argument, at: &index) }
        try expect(arguments: index)
        while try step() {}
    }
}

/// The steps of one run.
extension Statement {
    @usableFromInline
    func begin() throws(SQLiteError) {
        guard !isRunning else {
            throw SQLiteError(.misuse, "the statement is run again within its own rows", sql: sql)
        }
        guard !watch.isCancelled else {
            throw SQLiteError(.interrupted, "cancelled before the statement", sql: sql)
        }
        isRunning = true
        if !isReadOnly { watch.runningWrites += 1 }
    }

    @inlinable
    func bind(_ argument: borrowing some Bindable, at index: inout Int32) throws(SQLiteError) {
        index += 1
        guard index <= parameterCount else { return }
        try argument.bind(to: Parameter(of: self, at: index))
    }

    @usableFromInline
    func expect(arguments count: Int32) throws(SQLiteError) {
        guard count == parameterCount else {
            throw SQLiteError(.misuse, "\(count) arguments for \(parameterCount) placeholders", sql: sql)
        }
    }

    /// Goes to the next row; false at the end.
    @usableFromInline
    func step() throws(SQLiteError) -> Bool {
        let result = sqlite3_step(handle)
        switch result {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            throw SQLiteError(
                reportedBy: sqlite3_db_handle(handle), code: result, sql: sql, concealing: parameterCount > 0)
        }
    }

    @usableFromInline
    var current: Row { Row(of: self) }

    /// Leaves the statement ready for the next run. Its result repeats the failure that `step` has thrown.
    @usableFromInline
    func end() {
        sqlite3_reset(handle)
        if parameterCount > 0 { sqlite3_clear_bindings(handle) }
        if !isReadOnly { watch.runningWrites -= 1 }
        isRunning = false
    }
}
