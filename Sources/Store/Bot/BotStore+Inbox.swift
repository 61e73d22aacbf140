public import Earshot
import SQLite

extension BotStore: MessageInbox {
    /// How often a message is taken up again after the program ended over it.
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
        try await database.write { connection in
            try connection.execute(
                "DELETE FROM inbox WHERE channel = ? AND message = ?", message.channel, message.id)
        }
    }

    public func takeUp() async throws -> [InboundMessage] {
        try await database.write { connection in
            try connection.execute("UPDATE inbox SET tries = tries + 1")
            return try connection.query(
                "SELECT content FROM inbox WHERE tries <= ? ORDER BY kept_at", BotStore.mostTries
            ) { row in row.text(0) }
            // What another edition of the program wrote may not be readable; `forget` removes it in time.
            .compactMap { try? InboundMessage(record: $0) }
        }
    }
}
