internal import CSQLite

/// A bare loop over SQLite's C calls that commits given rows in groups: what a service that makes the same rows
/// durable is measured against.
public struct BareCommitLoop: Sendable {
    public enum Value: Sendable {
        case integer(Int64)
        case text(String)
    }

    /// The script that makes the tables.
    public var tables: String
    /// What every transaction runs, one after the other.
    public var statements: [String]

    public init(tables: String, statements: [String]) {
        self.tables = tables
        self.statements = statements
    }

    /// Writes all transactions into a new file, which stays for the caller to remove.
    ///
    /// - Parameters:
    ///   - transactions: for each the arguments of every statement.
    ///   - groupSize: transactions a commit; each commit is flushed to the disk.
    /// - Returns: how long the writing took.
    public func run(_ transactions: [[[Value]]], into path: String, groupSize: Int) throws -> Duration {
        let connection = try Connection(path: path)
        try connection.useWriteAheadLog()
        try connection.executeScript(tables)
        let begin = try connection.prepare("BEGIN IMMEDIATE").handle
        let commit = try connection.prepare("COMMIT").handle
        let prepared = try statements.map { try connection.prepare($0).handle }
        let start = ContinuousClock.now
        for first in stride(from: 0, to: transactions.count, by: max(1, groupSize)) {
            sqlite3_step(begin)
            sqlite3_reset(begin)
            for transaction in transactions[first..<min(first + max(1, groupSize), transactions.count)] {
                for (statement, values) in zip(prepared, transaction) {
                    bind(values, to: statement)
                    sqlite3_step(statement)
                    sqlite3_reset(statement)
                }
            }
            sqlite3_step(commit)
            guard sqlite3_reset(commit) == SQLITE_OK else {
                throw SQLiteError(reportedBy: connection.handle, code: sqlite3_errcode(connection.handle))
            }
        }
        return ContinuousClock.now - start
    }

    private func bind(_ values: [Value], to statement: OpaquePointer) {
        for (index, value) in values.enumerated() {
            switch value {
            case .integer(let number): sqlite3_bind_int64(statement, Int32(index + 1), number)
            case .text(var text):
                text.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        _ = csqlite_bind_text_copy(
                            statement, Int32(index + 1), $0.baseAddress, UInt64($0.count))
                    }
                }
            }
        }
    }
}
