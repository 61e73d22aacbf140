public import Earshot
import SQLite

extension BotStore: WarningDesk {
    public func warning(_ number: Int64, regions: [Region]) async throws -> Warning? {
        try await database.read { connection in
            try connection.queryOne("SELECT \(WarningRow.columns) FROM warning WHERE number = ?", number) {
                WarningRow.warning($0, regions: regions)
            } ?? nil
        }
    }

    public func warnings(active: Bool, limit: Int, regions: [Region]) async throws -> [Warning] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(WarningRow.columns)
                FROM warning
                WHERE state < ?
                ORDER BY state >= 4, number DESC
                LIMIT ?
                """, active ? WarningState.resolved.rawValue : Int.max, limit
            ) { WarningRow.warning($0, regions: regions) }.compactMap(\.self)
        }
    }

    public func warnings(openAtOrAfter moment: Timestamp, regions: [Region]) async throws -> [Warning] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(WarningRow.columns) FROM warning WHERE ended_at IS NULL OR ended_at >= ?
                ORDER BY number
                """, moment.milliseconds
            ) { WarningRow.warning($0, regions: regions) }.compactMap(\.self)
        }
    }
}

extension BotStore {
    /// How many warnings that are not over stand in each state.
    public func warningCounts() async throws -> [WarningState: Int] {
        try await database.read { connection in
            var counts: [WarningState: Int] = [:]
            try connection.forEach(
                "SELECT state, COUNT(*) FROM warning WHERE state < ? GROUP BY state",
                WarningState.resolved.rawValue
            ) { row in
                if let state = WarningState(rawValue: row.int(0)) { counts[state] = row.int(1) }
            }
            return counts
        }
    }
}
