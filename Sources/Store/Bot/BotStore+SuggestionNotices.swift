public import Earshot
import SQLite

extension BotStore: SuggestionNotices {
    public func peopleWaiting(
        since moment: Timestamp, after: String, limit: Int
    ) async throws -> [String] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT DISTINCT person
                FROM suggestion_notice
                JOIN suggestion_step ON suggestion_step.id = suggestion_notice.step
                WHERE told_at IS NULL AND person > ? AND at >= ?
                ORDER BY person
                LIMIT ?
                """, after, moment.milliseconds, limit
            ) { $0.text(0) }
        }
    }

    public func noticesWaiting(
        of person: String, since moment: Timestamp, limit: Int
    ) async throws -> [SuggestionNotice] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT id, suggestion, at, actor, kind, note, person, wanted
                FROM suggestion_notice
                JOIN suggestion_step ON suggestion_step.id = suggestion_notice.step
                WHERE told_at IS NULL AND person = ? AND at >= ?
                ORDER BY id
                LIMIT ?
                """, person, moment.milliseconds, limit
            ) { row in
                SuggestionStep.Kind(rawValue: row.text(4)).map { kind in
                    SuggestionNotice(
                        id: row.int64(0),
                        SuggestionStep(
                            row.int64(1), at: Timestamp(milliseconds: row.int64(2)), by: row.text(3), kind,
                            note: row.optionalText(5)), to: row.text(6), wanting: row.optionalInt64(7))
                }
            }.compactMap(\.self)
        }
    }

    public func lastTold(_ person: String, before moment: Timestamp) async throws -> Timestamp? {
        try await database.read { connection in
            try connection.queryOne(
                """
                SELECT MAX(told_at)
                FROM suggestion_notice
                WHERE person = ? AND told_at IS NOT NULL AND told_at < ?
                """, person, moment.milliseconds
            ) { $0.optionalInt64(0) }?.map { Timestamp(milliseconds: $0) }
        }
    }

    public func tell(_ notices: [SuggestionNotice], _ delivery: Delivery?, at now: Timestamp) async throws {
        try await database.write { connection in
            for notice in notices {
                try connection.execute(
                    """
                    UPDATE suggestion_notice
                    SET told_at = ?
                    WHERE step = ? AND person = ? AND told_at IS NULL
                    """, now.milliseconds, notice.id, notice.person)
                guard connection.changes == 1 else { throw SuggestionConflict() }
            }
            if let delivery { _ = try BotStore.enqueue([delivery], at: now, on: connection) }
        }
    }
}
