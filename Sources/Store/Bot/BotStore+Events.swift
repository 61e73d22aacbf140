public import Earshot
import SQLite

extension BotStore: EventRegister {
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
