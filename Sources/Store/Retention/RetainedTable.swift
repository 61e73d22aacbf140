import Earshot
import SQLite

/// A table whose rows go one by one when their time is over.
struct RetainedTable {
    let name: String
    /// The columns that tell a row from the others.
    let key: String
    /// Which rows may go before `?`; those of the kind otherwise.
    let isOf: String
    let isDue: String

    private init(_ name: String, key: String = "id", of isOf: String = "true", due isDue: String) {
        (self.name, self.key, self.isOf, self.isDue) = (name, key, isOf, isDue)
    }

    /// The first is the kind itself, the others go along.
    static func tables(of kind: RetainedKind) -> [RetainedTable] {
        switch kind {
        case .replies:
            [
                RetainedTable(
                    "handled", key: "channel, message", of: "request IS NULL", due: "handled_at < ?"),
                RetainedTable("wrong_code", due: "at < ?"),
                RetainedTable("inbox", key: "channel, message", due: "kept_at < ?"),
                // By then no address works any more, and no callback that brings one is fresh.
                RetainedTable("spent_address", key: "address_hash", due: "spent_at < ?"),
                RetainedTable("report_link", key: "token_hash", due: "expires_at < ?"),
                // By then every bucket is full again.
                RetainedTable("rate", key: "bucket", due: "moment < ?"),
            ]
        case .ratedReplies:
            [
                RetainedTable(
                    "handled", key: "channel, message", of: "request IS NOT NULL", due: "handled_at < ?")
            ]
        case .conversations: [RetainedTable("conversation", key: "account, chat", due: "updated_at < ?")]
        case .feedback: [RetainedTable("feedback", due: "given_at < ?")]
        case .deliveries: [RetainedTable("delivery", of: "state IN (3, 4, 5, 6)", due: "changed_at < ?")]
        case .warnings:
            [
                RetainedTable(
                    "warning", key: "number", of: "state >= 4 AND is_ongoing = 0", due: "ended_at < ?")
            ]
        case .reports:
            [
                RetainedTable("report_issue", key: "number", due: "issued_at < ?"),
                RetainedTable("note_asking", key: "subscription, day", due: "asked_at < ?"),
            ]
        case .unanswered: [RetainedTable("unanswered", key: "day, key", due: "day < ?")]
        case .actions: [RetainedTable("agreed_action", key: "number", due: "ended_at < ?")]
        case .handOvers: [RetainedTable("hand_over", key: "number", due: "ended_at < ?")]
        case .notes: [RetainedTable("voice_note", key: "number", of: "waiting = 0", due: "recorded_at < ?")]
        case .attachments: [RetainedTable("attachment", due: "forget_at <= ?")]
        case .suggestions:
            [
                RetainedTable(
                    "suggestion", key: "number", of: "state IN (2, 4, 5) AND merged_into IS NULL",
                    due: "MAX(filed_at, COALESCE(decided_at, 0), COALESCE(shipped_at, 0)) < ?")
            ]
        case .audit: [RetainedTable("audit", due: "at < ?")]
        // In the other file.
        case .voices, .authors: []
        }
    }

    /// Removes a part of what is due.
    func expire(before horizon: Int64, limit: Int, on connection: Connection) throws -> Int {
        try connection.execute(
            """
            DELETE FROM \(name)
            WHERE (\(key)) IN (SELECT \(key) FROM \(name) WHERE \(isOf) AND \(isDue) LIMIT ?)
            """, horizon, limit)
        return connection.changes
    }

    /// The keys of a part of what is due, where the key is a number.
    func due(before horizon: Int64, limit: Int, on connection: Connection) throws -> [Int64] {
        try connection.query(
            "SELECT \(key) FROM \(name) WHERE \(isOf) AND \(isDue) LIMIT ?", horizon, limit
        ) { $0.int64(0) }
    }

    func amount(before horizon: Int64?, on connection: Connection) throws -> RetainedAmount {
        let count = try connection.queryOne("SELECT COUNT(*) FROM \(name) WHERE \(isOf)") { $0.int(0) }
        guard let horizon else { return RetainedAmount(entries: count ?? 0, due: 0) }
        let due = try connection.queryOne(
            "SELECT COUNT(*) FROM \(name) WHERE \(isOf) AND \(isDue)", horizon
        ) { $0.int(0) }
        return RetainedAmount(entries: count ?? 0, due: due ?? 0)
    }
}
