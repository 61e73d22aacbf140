public import Earshot
import SQLite

extension BotStore: OutboxDesk {
    public func deliveries(
        in states: Set<DeliveryState>, on channel: String?, limit: Int
    ) async throws -> [DeliverySummary] {
        let places = Array(repeating: "?", count: states.count).joined(separator: ", ")
        return try await database.read { connection in
            try connection.query(
                """
                SELECT \(DeliveryRow.columns), key, enqueued_at
                FROM delivery
                WHERE state IN (\(places)) AND (? IS NULL OR channel = ?)
                ORDER BY id DESC
                LIMIT ?
                """,
                arguments: states.map(\.rawValue).sorted().map { $0 as any Bindable }
                    + [channel, channel, limit]
            ) { row in
                let known = try DeliveryRow(row)
                return DeliverySummary(
                    number: known.id, key: row.text(DeliveryRow.columnCount), channel: known.channel,
                    recipient: known.recipient,
                    enqueuedAt: Timestamp(milliseconds: row.int64(DeliveryRow.columnCount + 1)),
                    progress: known.progress)
            }
        }
    }

    public func deliveryCounts() async throws -> [DeliveryCount] {
        try await database.read { connection in
            try connection.query(
                "SELECT channel, state, COUNT(*) FROM delivery GROUP BY channel, state ORDER BY channel, state"
            ) { row in
                DeliveryState(rawValue: row.int(1)).map {
                    DeliveryCount(channel: row.text(0), state: $0, count: row.int(2))
                }
            }.compactMap { $0 }
        }
    }

    public func retry(
        _ numbers: [Int64], until deadline: Timestamp, at now: Timestamp
    ) async throws -> [Int64] {
        try await change(numbers, .retriedByHand(until: deadline), at: now)
    }

    public func cancel(_ numbers: [Int64], at now: Timestamp) async throws -> [Int64] {
        try await change(numbers, .cancelled, at: now)
    }

    private func change(
        _ numbers: [Int64], _ event: DeliveryProgress.Event, at now: Timestamp
    ) async throws -> [Int64] {
        try await database.write { connection in
            var changed: [Int64] = []
            for number in numbers {
                let found = try connection.queryOne(
                    "SELECT \(DeliveryRow.columns) FROM delivery WHERE id = ?", number
                ) { try DeliveryRow($0) }
                guard var row = found, row.progress.apply(event, at: now) else { continue }
                try row.save(at: now, on: connection)
                changed.append(number)
            }
            return changed
        }
    }
}
