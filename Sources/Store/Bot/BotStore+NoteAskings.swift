public import Earshot
import SQLite

extension BotStore {
    public func isAsked(_ person: String, at now: Timestamp) async throws -> Bool {
        try database.readBlocking { connection in
            try connection.queryOne(
                """
                SELECT 1
                FROM note_asking
                WHERE person = ? AND answered_at IS NULL AND asked_at <= ? AND asked_at > ?
                LIMIT 1
                """, person, now.milliseconds, (now - NoteAsking.answerable).milliseconds
            ) { _ in true } ?? false
        }
    }

    public func ask(_ askings: [NoteAsking], at now: Timestamp) async throws -> [Delivery] {
        try await database.write { connection in
            var new: [Delivery] = []
            for asking in askings {
                // Whoever has ended the subscription meanwhile is asked nothing, and nobody twice.
                try connection.execute(
                    """
                    INSERT INTO note_asking (subscription, day, person, asked_at)
                    SELECT number, ?, person, ?
                    FROM report_subscription
                    WHERE number = ? AND person = ?
                    ON CONFLICT DO NOTHING
                    """, asking.day.number, asking.at.milliseconds, asking.subscription, asking.person)
                guard connection.changes == 1 else { continue }
                if try BotStore.enqueue([asking.delivery], at: now, on: connection) > 0 {
                    new.append(asking.delivery)
                }
            }
            return new
        }
    }

    /// Closes what a person was asked.
    static func answerAsking(of person: String, at now: Timestamp, on connection: Connection) throws {
        try connection.execute(
            "UPDATE note_asking SET answered_at = ? WHERE person = ? AND answered_at IS NULL",
            now.milliseconds, person)
    }
}
