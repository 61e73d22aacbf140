internal import CSQLite

extension Connection {
    /// Runs one statement to its end.
    @inlinable
    public func execute<each Argument: Bindable>(
        _ sql: String, _ arguments: repeat each Argument
    ) throws(SQLiteError) {
        try prepare(sql).execute(repeat each arguments)
    }

    /// Runs one statement with a list of arguments whose length is known only at run time.
    public func execute(_ sql: String, arguments: [any Bindable]) throws(SQLiteError) {
        try prepare(sql).execute(arguments: arguments)
    }

    /// The rows of a query, each decoded by `row`.
    @inlinable
    public func query<each Argument: Bindable, Value>(
        _ sql: String, _ arguments: repeat each Argument, row: (borrowing Row) throws -> Value
    ) throws -> [Value] {
        try prepare(sql).query(repeat each arguments, row: row)
    }

    /// The rows of a query with a list of arguments whose length is known only at run time.
    public func query<Value>(
        _ sql: String, arguments: [any Bindable], row: (borrowing Row) throws -> Value
    ) throws -> [Value] {
        try prepare(sql).query(arguments: arguments, row: row)
    }

    /// The first row of a query, decoded, or nothing when there is none.
    @inlinable
    public func queryOne<each Argument: Bindable, Value>(
        _ sql: String, _ arguments: repeat each Argument, row: (borrowing Row) throws -> Value
    ) throws -> Value? {
        try prepare(sql).queryOne(repeat each arguments, row: row)
    }

    /// Lends each row of a query in turn, for results that are too large to keep.
    @inlinable
    public func forEach<each Argument: Bindable>(
        _ sql: String, _ arguments: repeat each Argument, row: (borrowing Row) throws -> Void
    ) throws {
        try prepare(sql).forEach(repeat each arguments, row: row)
    }

    /// Runs any number of statements separated by semicolons, without arguments and without results.
    public func executeScript(_ sql: String) throws(SQLiteError) {
        let result = sqlite3_exec(handle, sql, nil, nil, nil)
        guard result == SQLITE_OK else { throw SQLiteError(reportedBy: handle, code: result, sql: sql) }
    }

    /// Runs `body` in a transaction that is committed when it returns and undone when it throws.
    public func transaction<Value>(_ body: () throws -> Value) throws -> Value {
        try execute("BEGIN IMMEDIATE")
        let value: Value
        do {
            value = try body()
            try execute("COMMIT")
        } catch {
            rollBack()
            throw error
        }
        return value
    }

    /// Undoes the open transaction, if the failure has not done so already. It must also run for work that
    /// is cancelled, so it asks no watch.
    func rollBack() {
        guard isInTransaction else { return }
        let work = watch.work
        watch.work = nil
        defer { watch.work = work }
        // It fails only where the transaction is gone, which is what is wanted.
        _ = try? execute("ROLLBACK")
    }
}
