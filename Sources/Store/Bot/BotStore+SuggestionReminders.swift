public import Earshot
import SQLite

extension BotStore: SuggestionReminders, SuggestionOutcomes {
    public func overdueSuggestions(on today: Day, limit: Int) async throws -> [Suggestion] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(SuggestionRow.columns)
                FROM suggestion
                WHERE due < ? AND \(SuggestionTerms.isPending)
                ORDER BY due DESC, number DESC
                LIMIT ?
                """, today.number, limit
            ) { SuggestionRow.suggestion($0) }.compactMap(\.self)
        }
    }

    public func reminders(of suggestions: [Int64]) async throws -> [SuggestionReminder] {
        try await database.read { connection in
            let statement = try connection.prepare(
                "SELECT due, person, at, count FROM suggestion_reminder WHERE suggestion = ?")
            return try suggestions.flatMap { number in
                try statement.query(number) { row in
                    SuggestionReminder(
                        suggestion: number, due: Day(number: row.int(0)), person: row.text(1),
                        at: Timestamp(milliseconds: row.int64(2)), count: row.int(3))
                }
            }
        }
    }

    public func remind(
        _ reminders: [SuggestionReminder], _ delivery: Delivery, at now: Timestamp
    ) async throws {
        try await database.write { connection in
            for reminder in reminders {
                try connection.execute(
                    """
                    INSERT INTO suggestion_reminder (suggestion, due, person, at, count)
                    VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (suggestion, due, person) DO UPDATE SET at = excluded.at, count = excluded.count
                    """, reminder.suggestion, reminder.due.number, reminder.person, reminder.at.milliseconds,
                    reminder.count)
            }
            _ = try BotStore.enqueue([delivery], at: now, on: connection)
        }
    }

    public func suggestionsWithoutOutcome(
        shippedFrom first: Timestamp, before last: Timestamp, limit: Int
    ) async throws -> [Suggestion] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(SuggestionRow.columns)
                FROM suggestion
                WHERE state = ? AND merged_into IS NULL AND evidence IS NOT NULL AND shipped_at >= ? AND shipped_at < ?
                    AND NOT EXISTS (
                        SELECT 1
                        FROM suggestion_step
                        WHERE suggestion = suggestion.number AND kind = ? AND at > suggestion.shipped_at
                    )
                ORDER BY shipped_at
                LIMIT ?
                """, SuggestionState.shipped.rawValue, first.milliseconds, last.milliseconds,
                SuggestionStep.Kind.measured.rawValue, limit
            ) { SuggestionRow.suggestion($0) }.compactMap(\.self)
        }
    }

    public func keep(
        _ outcome: SuggestionOutcome, of suggestion: Suggestion, at now: Timestamp
    ) async throws {
        try await database.write { connection in
            // It may have been taken back, or looked at by another process, since it was read.
            let isOpen = try connection.queryOne(
                """
                SELECT 1
                FROM suggestion
                WHERE number = ? AND state = ? AND shipped_at = ? AND NOT EXISTS (
                    SELECT 1 FROM suggestion_step WHERE suggestion = ? AND kind = ? AND at > ?)
                """, suggestion.number, SuggestionState.shipped.rawValue,
                suggestion.shippedAt?.milliseconds, suggestion.number,
                SuggestionStep.Kind.measured.rawValue, suggestion.shippedAt?.milliseconds
            ) { _ in true }
            guard isOpen == true else { return }
            try BotStore.keep(
                toldStep: SuggestionStep(
                    suggestion.number, at: now, by: SuggestionStep.program, .measured, note: outcome.note),
                on: connection)
        }
    }
}
