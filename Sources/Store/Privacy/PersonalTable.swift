import SQLite

/// A table of the file with its columns of texts, whichever they are: what a later edition adds is looked at as well.
struct PersonalTable {
    let name: String
    /// What tells a row from the others.
    private let key: [String]
    private let columns: [(name: String, kind: PersonalColumn)]

    /// The audit trail has its own way of forgetting.
    private static let exempt: Set<String> = ["audit", "audit_chain"]

    /// All of a file, but for those of the audit trail, and those in which a full-text index keeps itself.
    static func all(on connection: Connection) throws -> [PersonalTable] {
        let tables = try connection.query(
            """
            SELECT name, sql LIKE '%WITHOUT ROWID%'
            FROM sqlite_schema
            WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND sql NOT LIKE 'CREATE VIRTUAL%'
            ORDER BY name
            """
        ) { (name: $0.text(0), isKeyed: $0.bool(1)) }
        return try tables.filter { !exempt.contains($0.name) }.map { table in
            let columns = try columns(of: table.name, on: connection)
            return PersonalTable(
                name: table.name, key: table.isKeyed ? columns.filter(\.isKey).map(\.name) : ["rowid"],
                columns: columns.filter { $0.type == "TEXT" }.map {
                    ($0.name, PersonalColumn.of($0.name, in: table.name))
                })
        }
    }

    static func columns(
        of table: String, on connection: Connection
    ) throws -> [(name: String, type: String, isKey: Bool)] {
        try connection.query("SELECT name, type, pk FROM pragma_table_info(?)", table) {
            (name: $0.text(0), type: $0.text(1), isKey: $0.int(2) > 0)
        }
    }

    private struct Change {
        var key: [String]
        /// What is to stand in a column.
        var texts: [(column: String, text: String)]
    }

    /// Looks through the table once, at rows that are nobody's own.
    private func forEach(
        _ words: PersonalWords, beside own: [PersonalRows], on connection: Connection,
        _ body: (Change) -> Void
    ) throws {
        let conditions = columns.compactMap { words.condition(on: $0.name, $0.kind) }
        guard !conditions.isEmpty else { return }
        let own = own.filter { $0.table == name }
        let others = own.map { " AND (\($0.condition)) IS NOT TRUE" }.joined()
        let isStep = columns.contains { if case .step = $0.kind { true } else { false } }
        let statement = try connection.prepare(
            """
            SELECT \((key + columns.map(\.name) + (isStep ? ["kind"] : [])).joined(separator: ", "))
            FROM \(name)
            WHERE (\(conditions.map(\.sql).joined(separator: " OR ")))\(others)
            """)
        _ = try statement.query(
            arguments: conditions.flatMap(\.arguments) + own.flatMap(\.arguments)
        ) { row -> Void in
            let step = isStep ? row.optionalText(key.count + columns.count) : nil
            var texts: [(String, String)] = []
            for (index, column) in columns.enumerated() {
                guard let before = row.optionalText(key.count + index) else { continue }
                let after = words.replaced(in: before, of: column.kind, step: step)
                if after != before { texts.append((column.name, after)) }
            }
            if !texts.isEmpty { body(Change(key: key.indices.map { row.text($0) }, texts: texts)) }
        }
    }

    /// How many rows name somebody, beside the own ones.
    func count(_ words: PersonalWords, beside own: [PersonalRows], on connection: Connection) throws -> Int {
        var count = 0
        try forEach(words, beside: own, on: connection) { _ in count += 1 }
        return count
    }

    /// How many rows have one of these texts anywhere in them, also as a part of another word.
    func mentions(of texts: [String], on connection: Connection) throws -> Int {
        guard !texts.isEmpty, !columns.isEmpty else { return 0 }
        let conditions = columns.flatMap { column in texts.map { _ in "instr(\(column.name), ?) > 0" } }
        return try connection.query(
            "SELECT COUNT(*) FROM \(name) WHERE \(conditions.joined(separator: " OR "))",
            arguments: columns.flatMap { _ in texts }
        ) { $0.int(0) }.first ?? 0
    }

    /// Replaces what names somebody.
    ///
    /// - Returns: how many rows named them.
    func replace(_ words: PersonalWords, on connection: Connection) throws -> Int {
        var changes: [Change] = []
        try forEach(words, beside: [], on: connection) { changes.append($0) }
        for change in changes where try !make(change, on: connection) {
            // Two rows that differed only in what the person was called.
            if name == "unanswered" {
                try merge(change, on: connection)
            } else {
                try number(change, words, on: connection)
            }
        }
        return changes.count
    }

    private var isRow: String { key.map { "\($0) = ?" }.joined(separator: " AND ") }

    /// - Returns: whether it could be made; not where another row would be the same.
    private func make(_ change: Change, on connection: Connection) throws -> Bool {
        let values = change.texts.map { "\($0.column) = ?" }.joined(separator: ", ")
        // What a column of numbers is compared with becomes a number.
        try connection.execute(
            "UPDATE OR IGNORE \(name) SET \(values) WHERE \(isRow)",
            arguments: change.texts.map(\.text) + change.key)
        return connection.changes > 0
    }

    /// A question without an answer that is now asked in the same words as another of its day is counted with it.
    private func merge(_ change: Change, on connection: Connection) throws {
        guard let text = change.texts.first(where: { $0.column == "key" })?.text else { return }
        try connection.execute(
            """
            UPDATE unanswered
            SET count = count + (SELECT count FROM unanswered WHERE \(isRow))
            WHERE day = ? AND key = ?
            """, arguments: change.key + [change.key[0], text])
        try connection.execute("DELETE FROM unanswered WHERE \(isRow)", arguments: change.key)
    }

    /// Tells a row from its likes by a number behind the pseudonym.
    private func number(_ change: Change, _ words: PersonalWords, on connection: Connection) throws {
        for number in 2... {
            var other = change
            for index in other.texts.indices {
                other.texts[index].text.replace(words.pseudonym, with: "\(words.pseudonym)-\(number)")
            }
            if try make(other, on: connection) { return }
        }
    }
}
