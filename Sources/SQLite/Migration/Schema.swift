/// What a file must be: its kind and the history of its tables.
public struct Schema: Sendable {
    /// Tells this program's kinds of file apart from each other and from foreign ones
    /// (`PRAGMA application_id`, https://www.sqlite.org/fileformat2.html#application_id). Not 0.
    public let applicationID: Int32
    public let migrations: [Migration]

    /// - Precondition: the migrations are numbered 1, 2, 3 …
    public init(applicationID: Int32, migrations: [Migration]) {
        precondition(applicationID != 0, "0 is what every SQLite file carries")
        precondition(
            migrations.map(\.number) == Array(1..<(migrations.count + 1)),
            "migrations are numbered 1, 2, 3 … without gaps")
        self.applicationID = applicationID
        self.migrations = migrations
    }

    /// The number of the latest migration; 0 when there is none.
    public var version: Int { migrations.count }

    /// Refuses a file of another kind or of a newer edition, without changing a byte of it.
    func check(_ connection: Connection, path: String) throws {
        let found = try connection.queryOne("PRAGMA application_id") { row in row.int(0) } ?? 0
        let version = try connection.queryOne("PRAGMA user_version") { row in row.int(0) } ?? 0
        let tables = try connection.queryOne("SELECT COUNT(*) FROM sqlite_schema") { row in row.int(0) } ?? 0
        try check(applicationID: found, version: version, isEmpty: tables == 0, path: path)
    }

    func check(applicationID found: Int, version: Int, isEmpty: Bool, path: String) throws(SQLiteError) {
        let isFresh = found == 0 && version == 0 && isEmpty
        guard isFresh || found == Int(applicationID) else {
            throw SQLiteError(
                .refused,
                """
                \(path) is a database of another kind (application id \(found), expected \(applicationID)); \
                give the path of the right file, or of one that does not exist yet
                """)
        }
        guard version <= self.version else {
            throw SQLiteError(
                .refused,
                """
                \(path) was written by a newer edition of this program (schema \(version), this edition \
                knows \(self.version)); run that edition, or restore a backup made by this one
                """)
        }
    }

    /// Applies the migrations the file lacks, each in a transaction of its own.
    func migrate(_ connection: Connection, path: String) throws {
        // What a migration sorts may be larger than the memory. A table that is made anew goes with its rows, which other
        // tables refer to meanwhile (https://www.sqlite.org/lang_altertable.html#otheralter).
        try connection.executeScript("PRAGMA temp_store = FILE; PRAGMA foreign_keys = OFF")
        for migration in migrations {
            try connection.transaction {
                // Read within the transaction, as another process may be doing the same.
                try check(connection, path: path)
                let version = try connection.queryOne("PRAGMA user_version") { row in row.int(0) } ?? 0
                guard version < migration.number else { return }
                try migration.apply(connection)
                // Both are numbers of ours, and a PRAGMA takes no bound arguments.
                try connection.executeScript(
                    "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(migration.number)")
            }
        }
        try connection.executeScript("PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON")
    }
}
