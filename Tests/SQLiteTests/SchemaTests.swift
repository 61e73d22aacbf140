import SQLite
import Testing

@Suite("Schema and migrations")
struct SchemaTests {
    let folder = TemporaryFolder()
    let first = Migration(
        1, "people", sql: "CREATE TABLE people (id TEXT PRIMARY KEY); INSERT INTO people VALUES ('a')")
    let second = Migration(2, "age") { connection in
        try connection.execute("ALTER TABLE people ADD COLUMN age INTEGER NOT NULL DEFAULT 0")
        try connection.execute("UPDATE people SET age = ?", 40)
    }

    func open(_ name: String, _ migrations: [Migration], id: Int32 = 1001) throws -> Database {
        try Database(path: folder.file(name), schema: Schema(applicationID: id, migrations: migrations))
    }

    @Test("a file is brought forward by the migrations it lacks, and by those only")
    func forward() async throws {
        let old = try open("a.db", [first])
        try await old.write { connection in try connection.execute("INSERT INTO people VALUES ('b')") }
        await old.close()
        for _ in 0..<2 {
            let new = try open("a.db", [first, second])
            let ages = try await new.read { connection in
                try connection.query("SELECT id, age FROM people ORDER BY id") { row in
                    row.text(0) + String(row.int(1))
                }
            }
            #expect(ages == ["a40", "b40"])
            await new.close()
        }
    }

    @Test("a migration that fails leaves the file as the one before made it")
    func failing() async throws {
        let broken = Migration(2, "broken") { connection in
            try connection.execute("DELETE FROM people")
            try connection.execute("INSERT INTO no_such_table VALUES (1)")
        }
        #expect(throws: SQLiteError.self) { try open("a.db", [first, broken]) }
        let database = try open("a.db", [first])
        let count = try database.readBlocking { connection in
            try connection.queryOne("SELECT COUNT(*) FROM people") { row in row.int(0) }
        }
        #expect(count == 1)
    }

    @Test("a file of a newer edition is refused, unchanged, and the message says so")
    func newer() async throws {
        await (try open("a.db", [first, second])).close()
        let before = try bytes(of: folder.file("a.db"))
        let error = #expect(throws: SQLiteError.self) { try open("a.db", [first]) }
        #expect(error?.code == .refused)
        #expect(error?.message.contains("newer edition") == true)
        #expect(try bytes(of: folder.file("a.db")) == before)
    }

    @Test("a file of another kind is refused, whoever made it")
    func otherKind() async throws {
        await (try open("a.db", [first])).close()
        #expect(throws: SQLiteError.self) { try open("a.db", [first], id: 1002) }
        do {
            let foreign = try Connection(path: folder.file("foreign.db"))
            try foreign.execute("CREATE TABLE theirs (a)")
        }
        let error = #expect(throws: SQLiteError.self) { try open("foreign.db", [first]) }
        #expect(error?.code == .refused)
        #expect(error?.message.contains("another kind") == true)
    }

    @Test("a file that is no database, a folder that is missing and a broken page are told apart")
    func notUsable() async throws {
        try write(Array("id,text\n".utf8) + Array(repeating: 65, count: 5000), to: folder.file("voices.csv"))
        let text = #expect(throws: SQLiteError.self) { try open("voices.csv", [first]) }
        #expect(text?.code == .notADatabase)
        #expect(text?.hint != nil)
        let missing = #expect(throws: SQLiteError.self) { try open("no/such/folder/a.db", [first]) }
        #expect(missing?.code == .cannotOpen)

        let database = try open("a.db", [first])
        try await database.write { connection in
            for number in 0..<5000 { try connection.execute("INSERT INTO people VALUES (?)", "p\(number)") }
        }
        await database.close()
        var content = try bytes(of: folder.file("a.db"))
        for index in 8192..<content.count { content[index] = 0xA5 }
        try write(content, to: folder.file("a.db"))
        let broken = try open("a.db", [first])
        let error = await #expect(throws: SQLiteError.self) {
            try await broken.read { connection in
                try connection.query("SELECT id FROM people ORDER BY id") { row in row.text(0) }
            }
        }
        #expect(error?.code == .corrupt)
    }

    @Test("a foreign key is enforced")
    func foreignKeys() async throws {
        let database = try open(
            "a.db",
            [
                Migration(
                    1, "t", sql: "CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a REFERENCES a)")
            ])
        let error = await #expect(throws: SQLiteError.self) {
            try await database.write { connection in try connection.execute("INSERT INTO b VALUES (?)", 9) }
        }
        #expect(error?.code == .constraint)
    }

    private func examine(_ name: String, _ migrations: [Migration], id: Int32 = 1001) throws {
        try Database.examine(
            path: folder.file(name), schema: Schema(applicationID: id, migrations: migrations))
    }

    @Test("looking at a file finds what would be refused, and makes and changes nothing")
    func examine() async throws {
        try examine("none.db", [first])
        #expect(throws: FileFailure.self) { try bytes(of: folder.file("none.db")) }
        let database = try open("a.db", [first, second])
        // Also while it is open.
        try examine("a.db", [first, second])
        await database.close()
        let before = try bytes(of: folder.file("a.db"))
        try examine("a.db", [first, second])
        for refused in [
            #expect(throws: SQLiteError.self) { try examine("a.db", [first]) },
            #expect(throws: SQLiteError.self) { try examine("a.db", [first, second], id: 7) },
        ] {
            #expect(refused?.code == .refused)
        }
        #expect(try bytes(of: folder.file("a.db")) == before)
        try write(Array("garbage".utf8), to: folder.file("b.db"))
        let garbage = #expect(throws: SQLiteError.self) { try examine("b.db", [first]) }
        #expect(garbage?.code == .notADatabase)
        try write([], to: folder.file("c.db"))
        try examine("c.db", [first])
    }
}
