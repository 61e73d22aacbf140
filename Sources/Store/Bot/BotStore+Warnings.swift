public import Earshot
import SQLite

extension BotStore: WarningRegister {
    public func book(endedSince moment: Timestamp, regions: [Region]) async throws -> WarningBook {
        try await database.read { connection in
            let warnings = try connection.query(
                """
                SELECT \(WarningRow.columns) FROM warning WHERE is_ongoing = 1 OR state < 4
                UNION
                SELECT \(WarningRow.columns) FROM warning WHERE ended_at >= ?
                ORDER BY number
                """, moment.milliseconds
            ) { WarningRow.warning($0, regions: regions) }
            let last = try connection.queryOne("SELECT seq FROM sqlite_sequence WHERE name = 'warning'") {
                $0.int64(0)
            }
            return WarningBook(
                warnings.compactMap(\.self), nextNumber: (last ?? 0) + 1,
                position: try BotStore.watchPosition(on: connection))
        }
    }

    public func keep(_ changes: WarningBook.Changes, at now: Timestamp) async throws {
        try await database.write { connection in
            for (warning, before) in changes.warnings {
                try WarningRow.save(warning, before: before, on: connection)
                if !warning.state.isActive {
                    try BotStore.takeBackNotices(of: warning.number, at: now, on: connection)
                }
            }
            for step in changes.steps { try BotStore.keep(step, on: connection) }
            for rise in changes.sparse { try BotStore.keep(rise, on: connection) }
            if let newest = changes.sparse.map(\.days.upperBound.number).max() {
                try connection.execute(
                    "DELETE FROM sparse_rise WHERE day < ?", newest - BotStore.daysOfSparseRises)
            }
            try BotStore.advance(to: changes.position, on: connection)
        }
    }

    public func keep(
        _ decisions: [NoticeDecision], of warnings: [Warning], _ deliveries: [Delivery], at now: Timestamp
    ) async throws {
        try await database.write { connection in
            for warning in warnings {
                let version = try connection.queryOne(
                    "SELECT version FROM warning WHERE number = ?", warning.number
                ) { $0.int(0) }
                guard version == warning.version else { throw WarningConflict() }
            }
            for decision in decisions { try BotStore.keep(decision, on: connection) }
            _ = try BotStore.enqueue(deliveries, at: now, on: connection)
        }
    }

    public func alarmShares() async throws -> [String: AlarmShare] {
        try await database.read { connection in
            var shares: [String: AlarmShare] = [:]
            try connection.forEach("SELECT subject, factor, false_alarms, confirmed FROM alarm_share") {
                row in
                let subject = row.text(0)
                shares[subject] = AlarmShare(
                    subject: subject, factor: row.double(1), falseAlarms: row.int(2), confirmed: row.int(3))
            }
            return shares
        }
    }
}
