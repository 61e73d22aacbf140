import Testing

@testable import SQLite

@Suite("The write-ahead log under steady writing")
struct CheckpointTests {
    private let folder = TemporaryFolder()

    private func open(checkpointAfter pages: Int) throws -> Database {
        var options = Options()
        options.checkpointAfter = pages
        let schema = Schema(
            applicationID: 7,
            migrations: [Migration(1, "t", sql: "CREATE TABLE t (n INTEGER PRIMARY KEY, s TEXT)")])
        return try Database(path: folder.file("a.db"), schema: schema, options: options)
    }

    @Test("the log is begun anew again and again while writing goes on, and is gone at the end")
    func begunAnew() async throws {
        let database = try open(checkpointAfter: 50)
        var (rows, longest, beginnings) = (0, 0, 0)
        // Bounded for a log that only ever grows.
        while beginnings < 3, rows < 100_000 {
            let row = rows
            let frames = try await database.write { connection in
                try connection.execute("INSERT INTO t VALUES (?, 'a short text')", row)
                return connection.watch.logFrames
            }
            if frames < longest {
                beginnings += 1
                longest = 0
            }
            longest = max(longest, frames)
            rows += 1
        }
        #expect(beginnings == 3)
        let count = try database.readBlocking { connection in
            try connection.queryOne("SELECT COUNT(*) FROM t") { row in row.int(0) }
        }
        #expect(count == rows)
        await database.close()
        #expect(throws: FileFailure.self) { try bytes(of: folder.file("a.db-wal")) }
    }

    @Test("a reader that stays in an old snapshot lets the log grow, sees that snapshot, and harms nothing")
    func longReader() async throws {
        let database = try open(checkpointAfter: 20)
        try await database.write { connection in try connection.execute("INSERT INTO t VALUES (0, 'first')") }
        let reader = try Connection(path: folder.file("a.db"), access: .readOnly)
        try reader.execute("BEGIN")
        #expect(try reader.queryOne("SELECT COUNT(*) FROM t") { $0.int(0) } == 1)
        for number in 1...300 {
            try await database.write { connection in
                try connection.execute("INSERT INTO t VALUES (?, ?)", number, "voice \(number)")
            }
        }
        #expect(try reader.queryOne("SELECT COUNT(*) FROM t") { $0.int(0) } == 1)
        try reader.execute("ROLLBACK")
        #expect(try reader.queryOne("SELECT COUNT(*) FROM t") { $0.int(0) } == 301)
        await database.close()
    }
}
