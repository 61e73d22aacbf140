import Earshot
import SQLite

/// The rows of `edition`: the one in force is the latest that has come into force; there is at most one that has not.
struct EditionRows {
    private let connection: Connection

    struct InForce {
        var number: Int
        /// Empty where the program that read the voices did not say by what.
        var key: String
        /// 0 for what was counted so from the first voice on.
        var since: Int64
        /// Voices among them that were read by another edition.
        var strays: Int
        /// Whether the own series are counted in it, from its first voice on.
        var countsSeries: Bool
    }

    struct Next {
        var number: Int
        var key: String
        var reached: Int64
        /// Whether the own series are counted in it.
        var countsSeries: Bool
    }

    init(_ connection: Connection) {
        self.connection = connection
    }

    func inForce() throws -> InForce? {
        try connection.queryOne(
            """
            SELECT number, key, in_force_since, strays, counts_series
            FROM edition
            WHERE in_force_since IS NOT NULL
            ORDER BY number DESC
            LIMIT 1
            """
        ) { row in
            InForce(
                number: row.int(0), key: row.text(1), since: row.int64(2), strays: row.int(3),
                countsSeries: row.int(4) != 0)
        }
    }

    func next() throws -> Next? {
        try connection.queryOne(
            "SELECT number, key, reached, counts_series FROM edition WHERE in_force_since IS NULL"
        ) { row in
            Next(
                number: row.int(0), key: row.text(1), reached: row.int64(2), countsSeries: row.int(3) != 0)
        }
    }

    /// The edition that new voices go to: the one in force, or the first of the file.
    func begin(with reading: ReadingEdition?) throws -> InForce {
        let key = reading?.key ?? ""
        if var known = try inForce() {
            // Where there is no voice yet, nothing has to be read again.
            guard known.key != key,
                try connection.queryOne("SELECT 1 FROM voice LIMIT 1", row: { $0.int(0) }) == nil
            else { return known }
            try connection.execute(
                "UPDATE edition SET key = ?, counts_series = 1 WHERE number = ?", key, known.number)
            (known.key, known.countsSeries) = (key, true)
            return known
        }
        try connection.execute(
            "INSERT INTO edition (number, key, in_force_since, counts_series) VALUES (1, ?, 0, 1)", key)
        return InForce(number: 1, key: key, since: 0, strays: 0, countsSeries: true)
    }

    /// Notes that the figures have changed.
    ///
    /// - Parameter strays: voices added that were read by another edition than the one they count under.
    func noteChange(of number: Int, strays: Int) throws {
        try connection.execute(
            "UPDATE edition SET changes = changes + 1, strays = strays + ? WHERE number = ?", strays, number)
    }

    /// Another value after every change of the figures.
    func version() throws -> FiguresVersion? {
        try connection.queryOne(
            """
            SELECT number, changes
            FROM edition
            WHERE in_force_since IS NOT NULL
            ORDER BY number DESC
            LIMIT 1
            """
        ) { FiguresVersion(edition: $0.int(0), changes: $0.int64(1)) }
    }

    func beginNext(_ reading: ReadingEdition) throws -> Next {
        try connection.execute("INSERT INTO edition (key, counts_series) VALUES (?, 1)", reading.key)
        guard let next = try next() else { preconditionFailure("a row just inserted is not there") }
        return next
    }

    func advance(_ number: Int, to voice: Int64) throws {
        try connection.execute("UPDATE edition SET reached = ? WHERE number = ?", voice, number)
    }

    func putIntoForce(_ number: Int, since moment: Timestamp) throws {
        try connection.execute(
            "UPDATE edition SET in_force_since = ? WHERE number = ?", moment.milliseconds, number)
    }

    func remove(_ number: Int) throws {
        try connection.execute("DELETE FROM edition WHERE number = ?", number)
    }
}

/// A state of the figures.
struct FiguresVersion: Sendable, Hashable {
    var edition: Int
    var changes: Int64
}

extension FiguresEdition {
    init(_ row: EditionRows.InForce) {
        self.init(
            number: row.number, reading: row.key.isEmpty ? nil : ReadingEdition(key: row.key),
            since: row.since == 0 ? nil : Timestamp(milliseconds: row.since), strays: row.strays,
            countsSeries: row.countsSeries)
    }
}

extension RereadingProgress {
    init(_ row: EditionRows.Next, newest: Int64) {
        self.init(
            edition: FiguresEdition(number: row.number, reading: ReadingEdition(key: row.key), since: nil),
            reached: row.reached, newest: newest)
    }
}
