import SQLite
import Testing

@Suite("Statement and row")
struct StatementTests {
    let folder = TemporaryFolder()
    let connection: Connection

    init() throws {
        connection = try Connection(path: folder.file("a.db"))
        try connection.executeScript(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b REAL, c BLOB, d INTEGER)")
    }

    @Test("every kind of value comes back as it was bound")
    func roundTrip() throws {
        let blob: [UInt8] = [0, 255, 7]
        try connection.execute(
            "INSERT INTO t (id, a, b, c, d) VALUES (?, ?, ?, ?, ?)", 7, "油耗\0高 🚗", 2.5, blob, true)
        #expect(connection.lastInsertedRowID == 7)
        #expect(connection.changes == 1)
        let found = try connection.queryOne("SELECT a, b, c, d, id FROM t WHERE id = ?", 7) { row in
            (row.text(0), row.double(1), row.blob(2), row.bool(3), row.int64(4))
        }
        let row = try #require(found)
        #expect(row.0 == "油耗\0高 🚗")
        #expect(row.1 == 2.5)
        #expect(row.2 == blob)
        #expect(row.3)
        #expect(row.4 == 7)
    }

    @Test("NULL is told apart from zero and from empty")
    func nulls() throws {
        try connection.execute(
            "INSERT INTO t VALUES (1, ?, ?, ?, ?)", String?.none, Double?.none, [UInt8]?.none, Int?.none)
        try connection.execute("INSERT INTO t VALUES (2, ?, ?, ?, ?)", "", 0.0, [UInt8](), 0)
        let rows = try connection.query("SELECT a, b, c, d FROM t ORDER BY id") { row in
            (row.optionalText(0), row.optionalDouble(1), row.optionalBlob(2), row.optionalInt(3))
        }
        try #require(rows.count == 2)
        #expect(rows[0].0 == nil && rows[0].1 == nil && rows[0].2 == nil && rows[0].3 == nil)
        #expect(rows[1].0 == "" && rows[1].1 == 0 && rows[1].2 == [] && rows[1].3 == 0)
        let sum = try connection.queryOne("SELECT SUM(d) FROM t WHERE id > 9") { row in
            (row.int(0), row.optionalInt(0), row.text(0))
        }
        #expect(sum?.0 == 0 && sum?.1 == nil && sum?.2 == "")
    }

    @Test("a statement is compiled once per connection and text")
    func caching() throws {
        let first = try connection.prepare("SELECT ?")
        #expect(try connection.prepare("SELECT ?") === first)
        let count = connection.cachedStatements
        for number in 0..<100 {
            #expect(try connection.queryOne("SELECT ?", number) { row in row.int(0) } == number)
        }
        #expect(connection.cachedStatements == count)
    }

    @Test("texts made at run time do not fill the memory")
    func cacheLimit() throws {
        for number in 0..<2000 {
            try connection.execute("SELECT \(number)")
        }
        #expect(connection.cachedStatements <= Options().statementCache)
    }

    @Test("a query within the rows of the same query works")
    func nesting() throws {
        for id in 1...3 { try connection.execute("INSERT INTO t (id) VALUES (?)", id) }
        let pairs = try connection.query("SELECT id FROM t WHERE id >= ?", 1) { outer in
            try connection.query("SELECT id FROM t WHERE id >= ?", outer.int(0)) { inner in inner.int(0) }
        }
        #expect(pairs == [[1, 2, 3], [2, 3], [3]])
    }

    @Test("a run leaves nothing bound for the next one")
    func bindingsAreCleared() throws {
        let statement = try connection.prepare("SELECT ?, ?")
        _ = try statement.query("a", "b") { row in row.text(0) }
        #expect(throws: SQLiteError.self) { try statement.execute("only one") }
        let list: [any Bindable] = ["x", 5]
        let rows = try connection.query("SELECT ?, ?", arguments: list) { row in
            row.text(0) + row.text(1)
        }
        #expect(rows == ["x5"])
    }

    @Test("two statements in one text are refused, comments and semicolons after one are not")
    func oneStatement() throws {
        #expect(throws: SQLiteError.self) { try connection.execute("DELETE FROM t; DROP TABLE t") }
        #expect(throws: SQLiteError.self) { try connection.execute("  ") }
        try connection.execute("DELETE FROM t ; \n")
    }

    @Test("an error names code and SQL and never an argument")
    func errorsKeepArgumentsSecret() throws {
        let secret = "13800138000"
        try connection.executeScript(
            """
            CREATE TABLE strict_one (n INTEGER NOT NULL UNIQUE CHECK (n < 5)) STRICT;
            CREATE VIRTUAL TABLE words USING fts5 (body);
            """)
        let failing: [(String, Int32)] = [
            ("INSERT INTO strict_one VALUES (?)", 3091), ("SELECT * FROM words WHERE words MATCH ?", 1),
            ("SELECT json_extract('{}', ?)", 1),
        ]
        for (sql, code) in failing {
            let error = #expect(throws: SQLiteError.self) { try connection.execute(sql, "\"\(secret)") }
            let found = try #require(error)
            #expect(found.extendedCode == code)
            #expect(found.sql == sql)
            #expect(!"\(found)".contains(secret))
        }
        try connection.execute("INSERT INTO strict_one VALUES (1)")
        let repeated = #expect(throws: SQLiteError.self) {
            try connection.execute("INSERT INTO strict_one VALUES (?)", 1)
        }
        #expect(repeated?.code == .constraint)
        #expect(repeated?.message == "UNIQUE constraint failed: strict_one.n")
    }
}
