import SQLite

/// A column of the file in which texts stand, whichever table it is of: what a later edition adds is looked at as well.
struct TextColumn {
    let table: String
    let name: String
    /// What tells a row from the others.
    private let key: [String]

    /// The audit trail has its own way of forgetting.
    private static let exempt: Set<String> = ["audit", "audit_chain"]

    /// All of a file, but for those of the audit trail, and of the tables in which a full-text index keeps itself.
    static func all(on connection: Connection) throws -> [TextColumn] {
        let tables = try connection.query(
            """
            SELECT name, sql LIKE '%WITHOUT ROWID%'
            FROM sqlite_schema
            WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND sql NOT LIKE 'CREATE VIRTUAL%'
            ORDER BY name
            """
        ) { (name: $0.text(0), isKeyed: $0.bool(1)) }
        return try tables.filter { !exempt.contains($0.name) }.flatMap { table in
            let columns = try columns(of: table.name, on: connection)
            let key = table.isKeyed ? columns.filter(\.isKey).map(\.name) : ["rowid"]
            return columns.filter { $0.type == "TEXT" }.map {
                TextColumn(table: table.name, name: $0.name, key: key)
            }
        }
    }

    static func columns(
        of table: String, on connection: Connection
    ) throws -> [(name: String, type: String, isKey: Bool)] {
        try connection.query("SELECT name, type, pk FROM pragma_table_info(?)", table) {
            (name: $0.text(0), type: $0.text(1), isKey: $0.int(2) > 0)
        }
    }

    /// The rows whose text `words` would change: their keys, and what it becomes.
    func found(
        _ words: PersonalWords, on connection: Connection
    ) throws -> [(key: [String], text: String)] {
        let wanted = words.wanted
        guard !wanted.isEmpty else { return [] }
        let condition = wanted.map { _ in "instr(\(name), ?) > 0" }.joined(separator: " OR ")
        return try connection.query(
            "SELECT \(name), \(key.joined(separator: ", ")) FROM \(table) WHERE \(condition)",
            arguments: wanted
        ) { row in
            let before = row.text(0)
            let after = words.replaced(in: before)
            return before == after ? nil : (key: (0..<key.count).map { row.text($0 + 1) }, text: after)
        }.compactMap(\.self)
    }

    /// Replaces what names somebody.
    ///
    /// - Returns: how many rows were changed.
    func replace(_ words: PersonalWords, on connection: Connection) throws -> Int {
        let rows = try found(words, on: connection)
        let condition = key.map { "\($0) = ?" }.joined(separator: " AND ")
        for row in rows {
            // What a column of numbers is compared with becomes a number.
            try connection.execute(
                "UPDATE \(table) SET \(name) = ? WHERE \(condition)", arguments: [row.text] + row.key)
        }
        return rows.count
    }
}
