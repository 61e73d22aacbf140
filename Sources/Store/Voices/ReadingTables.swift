import SQLite

/// The tables with what voices were read as and how they count: of the edition in force, of the one that is being made, or
/// of one that is to be removed. They differ in their names alone, so an edition comes into force by renaming.
struct ReadingTables: Equatable {
    private let prefix: String

    /// What every figure and quote comes from.
    static let inForce = ReadingTables(prefix: "")
    /// What grows while voices are read again.
    static let next = ReadingTables(prefix: "next_")

    /// What edition `number` has left.
    static func former(_ number: Int) -> ReadingTables { ReadingTables(prefix: "old_\(number)_") }

    var reading: String { prefix + "reading" }
    var mention: String { prefix + "mention" }
    var dailyCount: String { prefix + "daily_count" }
    var sketch: String { prefix + "sketch" }

    /// The tables with their keys.
    private static let keys: [(name: String, key: String)] = [
        ("reading", "voice"), ("mention", "day, subject, aspect, polarity, place, voice"),
        ("daily_count", "day, place, subject, aspect"), ("sketch", "voice"),
    ]

    /// Gives the tables of an edition other names.
    func rename(to other: ReadingTables, on connection: Connection) throws(SQLiteError) {
        for (name, _) in ReadingTables.keys {
            try connection.executeScript("ALTER TABLE \(prefix)\(name) RENAME TO \(other.prefix)\(name)")
        }
    }

    /// Makes them, empty, as `VoiceSchema` has those in force.
    func make(on connection: Connection) throws(SQLiteError) {
        try connection.executeScript(
            """
            \(VoiceSchema.readingTable(reading));
            CREATE TABLE \(mention) (
                day INTEGER NOT NULL,
                subject INTEGER NOT NULL,
                aspect INTEGER NOT NULL,
                polarity INTEGER NOT NULL,
                place INTEGER NOT NULL,
                voice INTEGER NOT NULL,
                lean REAL NOT NULL,
                evidence_start INTEGER,
                evidence_end INTEGER,
                PRIMARY KEY (day, subject, aspect, polarity, place, voice)
            ) WITHOUT ROWID;
            CREATE TABLE \(dailyCount) (
                day INTEGER NOT NULL,
                place INTEGER NOT NULL,
                subject INTEGER NOT NULL,
                aspect INTEGER NOT NULL,
                negative INTEGER NOT NULL,
                neutral INTEGER NOT NULL,
                positive INTEGER NOT NULL,
                PRIMARY KEY (day, place, subject, aspect)
            ) WITHOUT ROWID;
            CREATE TABLE \(sketch) (
                voice INTEGER PRIMARY KEY,
                first_anchor INTEGER NOT NULL,
                second_anchor INTEGER NOT NULL,
                bits INTEGER NOT NULL
            );
            """)
    }

    /// Removes some rows of an edition that is in force no more, or a table without any. Dropping a table with millions of
    /// rows would hold up every other writer for seconds.
    ///
    /// - Returns: false when nothing is left.
    static func removeSome(of rows: Int, on connection: Connection) throws -> Bool {
        let found = try connection.queryOne(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'old_[0-9]*' ORDER BY name LIMIT 1"
        ) { $0.text(0) }
        guard let table = found, let key = keys.first(where: { table.hasSuffix("_\($0.name)") })?.key else {
            return false
        }
        try connection.execute(
            """
            DELETE FROM \(table)
            WHERE (\(key)) <= (SELECT \(key) FROM \(table) ORDER BY \(key) LIMIT 1 OFFSET ?)
            """, rows)
        // Fewer rows than that are left: they are no more work.
        if connection.changes == 0 { try connection.executeScript("DROP TABLE \(table)") }
        return true
    }
}
