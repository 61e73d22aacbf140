internal import CSQLite

/// Durable single-row transactions per second through `Database.write`, beside a bare loop over SQLite's C
/// calls that commits the same rows in groups of the same size.
public struct GroupCommitBenchmark: Sendable {
    /// Transactions per second of concurrent callers of `Database.write`.
    public var transactionsPerSecond: Double
    /// Rows per second of the bare loop.
    public var bareRowsPerSecond: Double
    /// Transactions in one commit, on average; the bare loop commits as many at once.
    public var groupSize: Double

    /// Measures both in a folder, which must exist; the two files it makes stay for the caller to remove.
    ///
    /// - Parameters:
    ///   - callers: tasks that write at the same time, each waiting for its commit before its next row.
    ///   - rows: rows written by each of the two ways.
    public static func run(in folder: String, callers: Int = 64, rows: Int = 100_000) async throws -> Self {
        let clock = ContinuousClock()
        let schema = Schema(
            applicationID: 1, migrations: [Migration(1, "rows", sql: table)])
        let database = try Database(path: "\(folder)/grouped.db", schema: schema)
        let start = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<callers {
                group.addTask {
                    for row in stride(from: caller, to: rows, by: callers) {
                        try await database.write { connection in
                            try connection.execute(insert, row, note)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let grouped = start.duration(to: clock.now)
        let statistics = database.statistics
        await database.close()

        let groupSize = Double(statistics.transactions) / Double(max(1, statistics.groups))
        let bare = try bareLoop(
            path: "\(folder)/bare.db", rows: rows, groupSize: max(1, Int(groupSize.rounded())), clock: clock)
        return Self(
            transactionsPerSecond: Double(rows) / (grouped / .seconds(1)),
            bareRowsPerSecond: Double(rows) / (bare / .seconds(1)),
            groupSize: groupSize)
    }

    private static let table = "CREATE TABLE rows (id INTEGER PRIMARY KEY, note TEXT NOT NULL)"
    private static let insert = "INSERT INTO rows VALUES (?, ?)"
    private static let note = "a row as long as a short chat message is, of sixty bytes or so"

    private static func bareLoop(
        path: String, rows: Int, groupSize: Int, clock: ContinuousClock
    ) throws -> Duration {
        let connection = try Connection(path: path)
        try connection.useWriteAheadLog()
        try connection.executeScript(table)
        let prepared = try ["BEGIN IMMEDIATE", insert, "COMMIT"].map { sql in try connection.prepare(sql) }
        let (begin, insert, commit) = (prepared[0].handle, prepared[1].handle, prepared[2].handle)
        let start = clock.now
        var row = 0
        while row < rows {
            sqlite3_step(begin)
            sqlite3_reset(begin)
            for number in row..<min(row + groupSize, rows) {
                sqlite3_bind_int64(insert, 1, Int64(number))
                csqlite_bind_text_copy(insert, 2, note, UInt64(note.utf8.count))
                sqlite3_step(insert)
                sqlite3_reset(insert)
            }
            sqlite3_step(commit)
            guard sqlite3_reset(commit) == SQLITE_OK else {
                throw SQLiteError(reportedBy: connection.handle, code: sqlite3_errcode(connection.handle))
            }
            row += groupSize
        }
        return start.duration(to: clock.now)
    }
}
