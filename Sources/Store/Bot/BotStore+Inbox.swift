public import Earshot
import SQLite

extension BotStore: MessageInbox {
    /// How often a message is tried again after the program ended over it.
    static let mostTries = 3

    public func keep(_ message: InboundMessage, at now: Timestamp) async throws {
        let record = message.record
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO inbox (channel, message, content, kept_at, tries)
                VALUES (?, ?, ?, ?, 0)
                ON CONFLICT DO NOTHING
                """, message.channel, message.id, record, now.milliseconds)
        }
    }

    public func remove(_ message: MessageKey) async throws {
        try await database.write { connection in try BotStore.remove(message, on: connection) }
    }

    public func left() async throws -> LeftMessages {
        try await database.write { connection in
            let rows = try connection.query(
                "SELECT channel, message, content, tries FROM inbox ORDER BY kept_at"
            ) { row in
                (
                    key: MessageKey(channel: row.text(0), id: row.text(1)), record: row.text(2),
                    tries: row.int(3)
                )
            }
            var left = LeftMessages()
            for row in rows {
                // What another edition of the program wrote may not be readable.
                if row.tries < BotStore.mostTries, var message = try? InboundMessage(record: row.record) {
                    // An earlier edition kept it as the platform spelled it.
                    message.account = message.account.map(Account.canonical)
                    left.messages.append(message)
                } else {
                    left.givenUp.append(row.key)
                    try BotStore.remove(row.key, on: connection)
                }
            }
            return left
        }
    }

    public func countTry(of message: MessageKey) async throws {
        try await database.write { connection in
            try connection.execute(
                "UPDATE inbox SET tries = tries + 1 WHERE channel = ? AND message = ?", message.channel,
                message.id)
        }
    }

    private static func remove(_ message: MessageKey, on connection: Connection) throws {
        try connection.execute(
            "DELETE FROM inbox WHERE channel = ? AND message = ?", message.channel, message.id)
    }
}
