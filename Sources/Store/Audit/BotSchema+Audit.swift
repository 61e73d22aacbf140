import SQLite

/// The migrations of the audit trail.
extension BotSchema {
    /// A `seal` is the salt of the field before it or, once that was forgotten, what it was committed to; `actor_cause`
    /// and `object_cause` are then the entries that say so. `audit_chain` is one row: the last entry that was written, and the last that was removed
    /// because its time was over, behind which the chain begins.
    private static let chained = """
        ALTER TABLE audit RENAME TO audit_before;
        CREATE TABLE audit (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            actor TEXT,
            actor_seal BLOB NOT NULL,
            action TEXT NOT NULL,
            object TEXT,
            object_seal BLOB NOT NULL,
            actor_cause INTEGER,
            object_cause INTEGER,
            hash BLOB NOT NULL
        );
        CREATE TABLE audit_chain (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            first INTEGER NOT NULL,
            first_hash BLOB NOT NULL,
            last INTEGER NOT NULL,
            last_hash BLOB NOT NULL
        );
        INSERT INTO audit_chain (id, first, first_hash, last, last_hash)
        VALUES (1, 0, zeroblob(32), 0, zeroblob(32));
        """

    /// Chains what there is, in the order in which it was written; numbers begin with 1 and have no gaps from then on.
    static func chainAudit(_ connection: Connection) throws {
        try connection.executeScript(chained)
        var last: Int64 = .min
        while true {
            // A part at a time: the trail of years may not fit the memory.
            let rows = try connection.query(
                "SELECT id, at, actor, action, object FROM audit_before WHERE id > ? ORDER BY id LIMIT 1000",
                last
            ) {
                (id: $0.int64(0), at: $0.int64(1), actor: $0.text(2), action: $0.text(3), object: $0.text(4))
            }
            guard let end = rows.last?.id else { break }
            for row in rows {
                try BotStore.appendAudit(
                    SealedField(row.actor), row.action, SealedField(row.object), at: row.at, on: connection)
            }
            last = end
        }
        try connection.executeScript("DROP TABLE audit_before")
    }
}
