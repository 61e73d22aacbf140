import SQLite
import Testing

@Suite("Database")
struct DatabaseTests {
    let folder = TemporaryFolder()
    let schema = Schema(
        applicationID: 78,
        migrations: [
            Migration(1, "t", sql: "CREATE TABLE t (n INTEGER PRIMARY KEY, body TEXT NOT NULL DEFAULT '')")
        ])
    /// A query that would run for hours.
    static let endless = """
        WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000000000000)
        SELECT COUNT(*) FROM c
        """

    func open(_ name: String = "a.db", options: Options = Options()) throws -> Database {
        try Database(path: folder.file(name), schema: schema, options: options)
    }

    @Test("readers see whole transactions only, each read one snapshot, while writes go on")
    func concurrentReaders() async throws {
        let database = try open()
        let writing = Task {
            for number in 0..<300 {
                try await database.write { connection in
                    try connection.execute("INSERT INTO t (n) VALUES (?)", number * 2)
                    try connection.execute("INSERT INTO t (n) VALUES (?)", number * 2 + 1)
                }
            }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    for _ in 0..<100 {
                        let (first, second) = try await database.read { connection in
                            let count = "SELECT COUNT(*) FROM t"
                            let first = try connection.queryOne(count) { row in row.int(0) } ?? -1
                            let second = try connection.queryOne(count) { row in row.int(0) } ?? -2
                            return (first, second)
                        }
                        #expect(first.isMultiple(of: 2))
                        #expect(first == second)
                    }
                }
            }
            try await group.waitForAll()
        }
        try await writing.value
        #expect(database.statistics.reads >= 600)
        #expect(database.statistics.transactions == 300)
    }

    @Test("a reader cannot write")
    func readersOnlyRead() async throws {
        let database = try open()
        let error = await #expect(throws: SQLiteError.self) {
            try await database.read { connection in try connection.execute("INSERT INTO t (n) VALUES (1)") }
        }
        #expect(error?.code == .readOnly)
    }

    @Test("cancelling a task ends its endless query, and the reader serves on")
    func cancelledRead() async throws {
        var options = Options()
        options.readers = 1
        let database = try open(options: options)
        let started = Gate()
        let task = Task {
            try await database.read { connection in
                started.open()
                return try connection.queryOne(Self.endless) { row in row.int(0) }
            }
        }
        await until { started.isOpen }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        let one = try await database.read { connection in try connection.queryOne("SELECT 1") { $0.int(0) } }
        #expect(one == 1)
    }

    @Test("cancelling a running write undoes it alone")
    func cancelledWrite() async throws {
        let database = try open()
        let gate = Gate()
        let holding = Task {
            try await database.write { connection in
                gate.wait()
                try connection.execute("INSERT INTO t (n) VALUES (1)")
            }
        }
        await until { gate.isWaitedFor }
        let started = Gate()
        let endless = Task {
            try await database.write { connection in
                try connection.execute("INSERT INTO t (n) VALUES (2)")
                started.open()
                _ = try connection.queryOne(Self.endless) { row in row.int(0) }
            }
        }
        await until { database.statistics.waitingWrites == 1 }
        gate.open()
        await until { started.isOpen }
        endless.cancel()
        await #expect(throws: CancellationError.self) { try await endless.value }
        try await holding.value
        let rows = try await database.read { connection in
            try connection.query("SELECT n FROM t") { row in row.int(0) }
        }
        #expect(rows == [1])
    }

    @Test("a write that is cancelled while it waits never runs")
    func cancelledWhileWaiting() async throws {
        let database = try open()
        let gate = Gate()
        let holding = Task { try await database.write { _ in gate.wait() } }
        await until { gate.isWaitedFor }
        let waiting = Task {
            try await database.write { connection in try connection.execute("INSERT INTO t (n) VALUES (2)") }
        }
        await until { database.statistics.waitingWrites == 1 }
        waiting.cancel()
        // It ends although the writer is still held.
        await #expect(throws: CancellationError.self) { try await waiting.value }
        gate.open()
        try await holding.value
        let count = try database.readBlocking { connection in
            try connection.queryOne("SELECT COUNT(*) FROM t") { row in row.int(0) }
        }
        #expect(count == 0)
    }

    @Test("what was acknowledged is there when only the write-ahead log holds it")
    func afterACrash() async throws {
        let database = try open()
        for number in 0..<20 {
            try await database.write { connection in
                try connection.execute("INSERT INTO t VALUES (?, ?)", number, "voice \(number)")
            }
        }
        // The files as a crash would leave them: nothing checkpointed, nothing closed.
        for ending in ["", "-wal"] {
            try write(try bytes(of: folder.file("a.db\(ending)")), to: folder.file("b.db\(ending)"))
        }
        let copy = try open("b.db")
        let count = try copy.readBlocking { connection in
            try connection.queryOne("SELECT COUNT(*) FROM t") { row in row.int(0) }
        }
        #expect(count == 20)
        // A log torn in its last frame loses that frame's transaction and nothing before it.
        try write(try bytes(of: folder.file("a.db")), to: folder.file("c.db"))
        try write(Array(try bytes(of: folder.file("a.db-wal")).dropLast(100)), to: folder.file("c.db-wal"))
        let torn = try open("c.db")
        let rest = try torn.readBlocking { connection in
            try connection.queryOne("SELECT COUNT(*) FROM t") { row in row.int(0) }
        }
        #expect(rest == 19)
    }

    @Test("a full disk fails the transaction with a hint, and later ones still work")
    func full() async throws {
        let database = try open()
        try await database.write { connection in
            _ = try connection.queryOne("PRAGMA max_page_count = 12") { row in row.int(0) }
        }
        let error = await #expect(throws: SQLiteError.self) {
            try await database.write { connection in
                for number in 0..<100 {
                    try connection.execute(
                        "INSERT INTO t VALUES (?, ?)", number, String(repeating: "x", count: 3000))
                }
            }
        }
        #expect(error?.code == .full)
        #expect(error?.hint != nil)
        try await database.write { connection in try connection.execute("INSERT INTO t VALUES (1, 'small')") }
        let count = try database.readBlocking { connection in
            try connection.queryOne("SELECT COUNT(*) FROM t") { row in row.int(0) }
        }
        #expect(count == 1)
    }

    @Test("another process that holds the file is waited for and then named as the trouble")
    func locked() async throws {
        var options = Options()
        options.busyTimeout = .milliseconds(20)
        let database = try open(options: options)
        let other = try Connection(path: folder.file("a.db"))
        try other.execute("BEGIN IMMEDIATE")
        let error = await #expect(throws: SQLiteError.self) {
            try await database.write { connection in try connection.execute("INSERT INTO t (n) VALUES (1)") }
        }
        #expect(error?.code == .busy)
        try other.execute("ROLLBACK")
        try await database.write { connection in try connection.execute("INSERT INTO t (n) VALUES (1)") }
    }

    @Test("the log is emptied into the file at closing")
    func closing() async throws {
        let database = try open()
        try await database.write { connection in try connection.execute("INSERT INTO t (n) VALUES (1)") }
        await database.close()
        await database.close()
        #expect(throws: FileFailure.self) { try bytes(of: folder.file("a.db-wal")) }
    }

    @Test("a file is durable as promised: write-ahead log, full synchronisation, foreign keys")
    func settings() async throws {
        let database = try open()
        let settings = try await database.write { connection in
            try ["journal_mode", "synchronous", "foreign_keys"].map { name in
                try connection.queryOne("PRAGMA \(name)") { row in row.text(0) }
            }
        }
        #expect(settings == ["wal", "2", "1"])
    }
}
