import SQLite
import Testing

struct Refusal: Error, Equatable {
    var number: Int
}

@Suite("Writing in groups")
struct GroupWriterTests {
    let folder = TemporaryFolder()
    let schema = Schema(
        applicationID: 77,
        migrations: [
            Migration(1, "numbers", sql: "CREATE TABLE numbers (n INTEGER PRIMARY KEY, note TEXT)")
        ])

    func open(_ name: String = "a.db") throws -> Database {
        try Database(path: folder.file(name), schema: schema)
    }

    @Test("transactions that wait share one commit, and one that throws is undone alone")
    func savepoints() async throws {
        let database = try open()
        let gate = Gate()
        // The first transaction holds the writer until all others wait behind it.
        let first = Task {
            try await database.write { connection in
                gate.wait()
                try connection.execute("INSERT INTO numbers VALUES (0, 'first')")
            }
        }
        await until { database.statistics.waitingWrites == 0 && gate.isWaitedFor }
        let others = (1...60).map { number in
            Task {
                try await database.write { connection in
                    try connection.execute("INSERT INTO numbers VALUES (?, 'other')", number)
                    if number.isMultiple(of: 3) { throw Refusal(number: number) }
                    return number
                }
            }
        }
        await until { database.statistics.waitingWrites == 60 }
        gate.open()
        try await first.value
        for (index, task) in others.enumerated() {
            let number = index + 1
            switch await task.result {
            case .success(let value): #expect(value == number && !number.isMultiple(of: 3))
            case .failure(let error): #expect(error as? Refusal == Refusal(number: number))
            }
        }
        let kept = try await database.read { connection in
            try connection.query("SELECT n FROM numbers ORDER BY n") { row in row.int(0) }
        }
        #expect(kept == (0...60).filter { $0 == 0 || !$0.isMultiple(of: 3) })
        let statistics = database.statistics
        #expect(statistics.transactions == 41)
        #expect(statistics.undone == 20)
        #expect(statistics.groups < 41)
        #expect(statistics.largestGroup > 1)
        await database.close()
    }

    @Test("a constraint that fails in SQLite undoes its own transaction only")
    func constraint() async throws {
        let database = try open()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<40 {
                group.addTask {
                    do {
                        try await database.write { connection in
                            try connection.execute("INSERT INTO numbers VALUES (?, NULL)", number)
                            try connection.execute("INSERT INTO numbers VALUES (?, NULL)", number % 2 * 1000)
                        }
                        return true
                    } catch let error as SQLiteError {
                        #expect(error.code == .constraint)
                        return false
                    }
                }
            }
            var good = 0
            for try await result in group where result { good += 1 }
            let count = try database.readBlocking { connection in
                try connection.queryOne("SELECT COUNT(*) FROM numbers") { row in row.int(0) }
            }
            #expect(count == good * 2)
            #expect(good >= 1)
        }
    }

    @Test("a write that ends the transaction itself fails and harms no later one")
    func endingTheTransaction() async throws {
        let database = try open()
        await #expect(throws: SQLiteError.self) {
            try await database.write { connection in try connection.execute("COMMIT") }
        }
        try await database.write { connection in try connection.execute("INSERT INTO numbers VALUES (1, '')")
        }
        #expect(database.statistics.transactions == 1)
    }

    @Test("writing on the calling thread gives the value and the error")
    func blocking() throws {
        let database = try open()
        let id = try database.writeBlocking { connection in
            try connection.execute("INSERT INTO numbers VALUES (5, NULL)")
            return connection.lastInsertedRowID
        }
        #expect(id == 5)
        #expect(throws: Refusal(number: 1)) {
            try database.writeBlocking { _ in throw Refusal(number: 1) }
        }
    }

    @Test("closing finishes what is queued, and refuses what comes later")
    func closing() async throws {
        let database = try open()
        let tasks = (0..<50).map { number in
            Task {
                try await database.write { connection in
                    try connection.execute("INSERT INTO numbers VALUES (?, NULL)", number)
                }
            }
        }
        await until { database.statistics.transactions + database.statistics.waitingWrites > 0 }
        await database.close()
        var done = 0
        for task in tasks {
            if case .success = await task.result { done += 1 }
        }
        await #expect(throws: SQLiteError.self) { try await database.write { _ in } }
        await #expect(throws: SQLiteError.self) { try await database.read { _ in } }
        #expect(throws: SQLiteError.self) { try database.readBlocking { _ in } }
        let again = try open()
        let count = try again.readBlocking { connection in
            try connection.queryOne("SELECT COUNT(*) FROM numbers") { row in row.int(0) }
        }
        #expect(count == done)
        await again.close()
    }
}
