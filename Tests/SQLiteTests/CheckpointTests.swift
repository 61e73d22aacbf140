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

    private var logSize: Int {
        get throws { try bytes(of: folder.file("a.db-wal")).count }
    }

    @Test("the log is begun anew again and again, and everything written is there")
    func bounded() async throws {
        let database = try open(checkpointAfter: 50)
        let text = String(repeating: "x", count: 2000)
        try await withThrowingTaskGroup { group in
            for caller in 0..<8 {
                group.addTask {
                    for number in 0..<500 {
                        try await database.write { connection in
                            try connection.execute("INSERT INTO t VALUES (?, ?)", caller * 500 + number, text)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        // 4,000 rows of half a page each, some pages written many times: 8 MB at the least if it only ever grew.
        #expect(try logSize < 4_000_000)
        let count = try database.readBlocking { connection in
            try connection.queryOne("SELECT COUNT(*) FROM t WHERE length(s) = 2000") { row in row.int(0) }
        }
        #expect(count == 4000)
        await database.close()
        #expect(throws: FileFailure.self) { _ = try logSize }
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
