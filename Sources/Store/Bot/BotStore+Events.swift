public import Earshot
import SQLite

extension BotStore: EventRegister {
    public func hasSeen(_ event: MessageKey) async throws -> Bool {
        try await database.read { connection in
            try connection.queryOne(
                "SELECT 1 FROM handled WHERE channel = ? AND message = ?", event.channel, event.id
            ) { _ in true } ?? false
        }
    }

    /// Kept beside the messages, as something that was answered with nothing.
    public func see(_ event: MessageKey, at now: Timestamp) async throws -> Bool {
        let nothing = Reply().record
        return try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO handled (channel, message, reply, handled_at)
                VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, event.channel, event.id, nothing, now.milliseconds)
            return connection.changes > 0
        }
    }
}
