import SQLite
import Testing

@Suite("Rows of numbers")
struct NumberRowsTests {
    let folder = TemporaryFolder()
    let connection: Connection

    init() throws {
        connection = try Connection(path: folder.file("a.db"))
        try connection.executeScript("CREATE TABLE t (n INTEGER PRIMARY KEY, lean REAL, place INTEGER)")
    }

    private func rows() throws -> NumberRows {
        try NumberRows(
            connection, "INSERT INTO t (n, lean, place) VALUES", columns: 3,
            "ON CONFLICT DO UPDATE SET place = t.place + excluded.place")
    }

    @Test(
        "any number of rows is there after the finish, each as it was given",
        arguments: [0, 1, 15, 16, 17, 50])
    func counts(count: Int) throws {
        var rows = try rows()
        for number in 0..<count {
            try rows.add(.init(number), .real(Double(number) / 2), number % 3 == 0 ? .null : .init(-number))
        }
        try rows.finish()
        let found = try connection.query(
            "SELECT n || ' ' || lean || ' ' || COALESCE(place, 'NULL') FROM t ORDER BY n"
        ) { $0.text(0) }
        let expected = (0..<count).map { number -> String in
            "\(number) \(Double(number) / 2) \(number % 3 == 0 ? "NULL" : String(-number))"
        }
        #expect(found == expected)
    }

    @Test("a row that is there already is met by the tail, also within one statement")
    func conflicts() throws {
        var rows = try rows()
        for _ in 0..<20 { try rows.add(1, .real(0), 1) }
        try rows.finish()
        #expect(try connection.queryOne("SELECT place FROM t") { $0.int(0) } == 20)
    }

    @Test("a row of another length is refused and the ones before are kept")
    func refusal() throws {
        var rows = try rows()
        try rows.add(1, .real(0), 1)
        #expect(throws: SQLiteError.self) { try rows.add(2, 3) }
        try rows.finish()
        #expect(try connection.queryOne("SELECT COUNT(*) FROM t") { $0.int(0) } == 1)
    }
}
