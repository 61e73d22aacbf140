internal import CSQLite

/// One placeholder of a statement, to which a value is bound.
public struct Parameter {
    private let handle: OpaquePointer
    private let index: Int32

    @usableFromInline
    init(of statement: Statement, at index: Int32) {
        self.handle = statement.handle
        self.index = index
    }

    public func bind(_ value: Int64) throws(SQLiteError) {
        try check(sqlite3_bind_int64(handle, index, value))
    }

    public func bind(_ value: Double) throws(SQLiteError) {
        try check(sqlite3_bind_double(handle, index, value))
    }

    /// Binds the text's UTF-8 bytes; SQLite takes the one copy that is made.
    public func bind(_ value: String) throws(SQLiteError) {
        // `withUTF8` is mutating only to make a bridged string contiguous; a native one is not copied.
        var value = value
        let result = value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                csqlite_bind_text_copy(handle, index, characters.baseAddress, UInt64(characters.count))
            }
        }
        try check(result)
    }

    public func bind(_ value: [UInt8]) throws(SQLiteError) {
        // A null address binds NULL and an empty array may have one.
        guard !value.isEmpty else { return try check(sqlite3_bind_zeroblob(handle, index, 0)) }
        let result = value.withUnsafeBytes { bytes in
            csqlite_bind_blob_copy(handle, index, bytes.baseAddress, UInt64(bytes.count))
        }
        try check(result)
    }

    public func bindNull() throws(SQLiteError) {
        try check(sqlite3_bind_null(handle, index))
    }

    private func check(_ result: Int32) throws(SQLiteError) {
        guard result != SQLITE_OK else { return }
        let sql = sqlite3_sql(handle).map { String(cString: $0) }
        throw SQLiteError(reportedBy: sqlite3_db_handle(handle), code: result, sql: sql)
    }
}
