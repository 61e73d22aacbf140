public import Earshot
import SQLite

extension BotStore {
    /// Who was forgotten in another state of the file, after an entry of the trail, people and customers: what stands in their
    /// receipts, with how many names were lost or voices changed. Customers also where only the beginning was written down.
    /// Nothing where the file is not there.
    public static func forgettings(path: String, after number: Int64) throws -> [String] {
        guard try pendingMigration(path: path) == nil else { return [] }
        return try Connection(path: path).query(
            """
            SELECT object
            FROM audit
            WHERE action IN (?, ?, ?) AND id > ? AND object IS NOT NULL
            GROUP BY object
            ORDER BY MIN(id)
            """, AuditAction.forgotten, AuditAction.forgettingAuthor, AuditAction.forgottenAuthor, number
        ) { $0.text(0) }
    }

    /// Takes note that the file is a backup's: what was to be sent then has been since, as far as anybody knows, what was to be
    /// answered has been answered, reports that have been due since have come, and who was to be told of a suggestion or of an action
    /// knows.
    /// Nothing of it goes out by itself; deliveries stand among the dead, from where an operator may have them tried again.
    ///
    /// - Parameter note: what is said of each delivery, in the place of the platform's words.
    /// - Returns: how many deliveries are held.
    public func settleRestored(note: String, at now: Timestamp) async throws -> Int {
        try await database.write { connection in
            let open: [DeliveryState] = [.waiting, .sending, .retrying]
            let states = open.map { String($0.rawValue) }.joined(separator: ", ")
            try connection.execute(
                "UPDATE delivery SET state = ?, note = ?, changed_at = ? WHERE state IN (\(states))",
                DeliveryState.dead.rawValue, note, now.milliseconds)
            let held = connection.changes
            try connection.execute("DELETE FROM inbox")
            try connection.execute(
                "UPDATE suggestion_notice SET told_at = ? WHERE told_at IS NULL", now.milliseconds)
            try connection.execute(
                """
                UPDATE agreed_action SET news = NULL, recorder_news = NULL
                WHERE news IS NOT NULL OR recorder_news IS NOT NULL
                """)
            // Of what was due already was reminded.
            try connection.execute(
                "UPDATE agreed_action SET reminded_at = ? WHERE state = 0 AND reminded_at IS NULL AND due < ?",
                now.milliseconds, LocalCalendar.shanghai.day(of: now).number)
            try connection.execute("UPDATE report_subscription SET since = ?", now.milliseconds)
            try BotStore.audit("operator", "restore", note, at: now, on: connection)
            return held
        }
    }
}
