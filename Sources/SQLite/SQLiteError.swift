internal import CSQLite

/// What SQLite refused to do, and why.
///
/// Carries the SQL text, never the values bound to it: those may be personal data.
public struct SQLiteError: Error, Sendable {
    /// The primary result code (https://www.sqlite.org/rescode.html).
    public var code: Code
    /// The extended result code, for example 2067 for a violated UNIQUE constraint.
    public var extendedCode: Int32
    /// What went wrong, in English, for the log.
    public var message: String
    /// The statement that failed, with placeholders; nothing when no statement was at work.
    public var sql: String?

    public init(_ code: Code, extendedCode: Int32? = nil, _ message: String, sql: String? = nil) {
        self.code = code
        self.extendedCode = extendedCode ?? code.rawValue
        self.message = message
        self.sql = sql
    }

    /// A primary result code of SQLite.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public var rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        public static let error = Code(rawValue: SQLITE_ERROR)
        public static let busy = Code(rawValue: SQLITE_BUSY)
        public static let locked = Code(rawValue: SQLITE_LOCKED)
        public static let readOnly = Code(rawValue: SQLITE_READONLY)
        public static let interrupted = Code(rawValue: SQLITE_INTERRUPT)
        public static let inputOutput = Code(rawValue: SQLITE_IOERR)
        public static let corrupt = Code(rawValue: SQLITE_CORRUPT)
        public static let full = Code(rawValue: SQLITE_FULL)
        public static let cannotOpen = Code(rawValue: SQLITE_CANTOPEN)
        public static let constraint = Code(rawValue: SQLITE_CONSTRAINT)
        public static let misuse = Code(rawValue: SQLITE_MISUSE)
        public static let notADatabase = Code(rawValue: SQLITE_NOTADB)
        /// The file is a database, but not one this program may open: another kind, or a newer edition.
        public static let refused = Code(rawValue: SQLITE_AUTH)
    }

    /// What the operator can do about it; nothing when the program itself is at fault.
    public var hint: String? {
        switch code {
        case .busy, .locked:
            "another process holds the database; end it or try again when it is done"
        case .readOnly:
            "give the account that runs the program the right to write the file and its folder"
        case .full:
            "free space on the volume of the database; nothing committed was lost"
        case .inputOutput:
            "check the volume of the database (space, health, whether it is mounted)"
        case .corrupt:
            "stop the program, keep a copy of the file and restore the latest backup"
        case .notADatabase:
            "the path names a file that is not a database; correct the path, or move the file away"
        case .cannotOpen:
            "check that the folder exists and that the account that runs the program may write it"
        default:
            nil
        }
    }
}

extension SQLiteError {
    /// What anything asked of a closed database gets.
    static let closed = SQLiteError(.misuse, "the database is closed")
}

extension SQLiteError: CustomStringConvertible {
    public var description: String {
        var text = "SQLite \(extendedCode): \(message)"
        if let sql { text += " [\(sql)]" }
        if let hint { text += " (\(hint))" }
        return text
    }
}

extension SQLiteError {
    /// The error that a connection or statement has just reported.
    ///
    /// - Parameter concealing: whether SQLite's own words may quote an argument. A generic error at run time
    ///   does (`fts5: syntax error near "…"`, `JSON path error near '…'`), so its words are left out then.
    init(reportedBy connection: OpaquePointer?, code: Int32, sql: String? = nil, concealing: Bool = false) {
        let primary = Code(rawValue: code & 0xff)
        let words: UnsafePointer<CChar>? =
            if let connection, !(concealing && primary == .error) {
                sqlite3_errmsg(connection)
            } else {
                sqlite3_errstr(code)
            }
        let message = words.map { String(cString: $0) } ?? "unknown error"
        self.init(primary, extendedCode: code, message, sql: sql)
    }
}
