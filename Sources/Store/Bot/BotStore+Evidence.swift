public import Earshot
import SQLite

extension BotStore: EvidenceRegister {
    public func suggestionsWantingEvidence(at now: Timestamp, limit: Int) async throws -> [Suggestion] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(SuggestionRow.columns)
                FROM suggestion
                WHERE evidence_due <= ? AND state IN (0, 1, 3) AND merged_into IS NULL
                ORDER BY evidence_due
                LIMIT ?
                """, now.milliseconds, limit
            ) { SuggestionRow.suggestion($0) }.compactMap(\.self)
        }
    }

    public func renewEvidence(
        of suggestion: Int64, _ evidence: Evidence?, due: Timestamp
    ) async throws {
        try await database.write { connection in
            try connection.execute(
                "UPDATE suggestion SET evidence = ?, evidence_due = ? WHERE number = ?", evidence?.record,
                due.milliseconds, suggestion)
        }
    }
}
