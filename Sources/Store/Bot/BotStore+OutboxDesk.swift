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
                SELECT \(DeliveryRow.columns)
                FROM delivery
                WHERE state IN (\(places)) AND (? IS NULL OR channel = ?)
                ORDER BY id DESC
                LIMIT ?
                """,
                arguments: states.map(\.rawValue).sorted().map { $0 as any Bindable }
                    + [channel, channel, limit]
            ) { try DeliveryRow($0).summary }
        }
    }

    public func delivery(_ number: Int64) async throws -> DeliveryDetails? {
        try await database.read { connection in
            let together = try BotStore.companions(of: number, on: connection)
            guard let row = together.first(where: { $0.id == number }) else { return nil }
            return DeliveryDetails(
                summary: row.summary, priority: Delivery.Priority(rawValue: row.priority) ?? .normal,
                changedAt: row.changedAt, together: together.map(\.id),
                reply: try? Reply(record: row.reply))
        }
    }

    public func states(of numbers: [Int64]) async throws -> [Int64: DeliveryState] {
        try await database.read { connection in
            var states: [Int64: DeliveryState] = [:]
            // One by one: there is a bound to the places of a statement, and none to what an operator asks for.
            for number in numbers {
                states[number] =
                    try connection.queryOne("SELECT state FROM delivery WHERE id = ?", number) {
                        DeliveryState(rawValue: $0.int(0))
                    } ?? nil
            }
            return states
        }
    }

    public func numbers(in state: DeliveryState, on channel: String?) async throws -> [Int64] {
        try await database.read { connection in
            try connection.query(
                "SELECT id FROM delivery WHERE state = ? AND (? IS NULL OR channel = ?) ORDER BY id",
                state.rawValue, channel, channel
            ) { $0.int64(0) }
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

    public func deliveryLoad() async throws -> DeliveryLoad {
        try await database.read { connection in
            var load = DeliveryLoad()
            // Read from the index by state alone: rows hold whole texts.
            try connection.forEach(
                "SELECT state, COUNT(*) FROM delivery WHERE state IN (0, 1, 2, 4, 5) GROUP BY state"
            ) { row in
                switch DeliveryState(rawValue: row.int(0)) {
                case .dead: load.dead += row.int(1)
                case .expired: load.expired += row.int(1)
                default: load.waiting += row.int(1)
                }
            }
            return load
        }
    }

    public func retry(
        _ numbers: [Int64], until deadline: Timestamp, at now: Timestamp
    ) async throws -> [Int64] {
        try await database.write { connection in
            var retried: [Int64] = []
            var known: Set<Int64> = []
            for number in numbers where !known.contains(number) {
                let together = try BotStore.companions(of: number, on: connection)
                // What travelled together leaves together, or the same number would stand for another message.
                guard !together.contains(where: { $0.progress.state == .sending }) else { continue }
                for var row in together where row.progress.apply(.retriedByHand(until: deadline), at: now) {
                    try row.save(at: now, on: connection)
                    retried.append(row.id)
                    known.insert(row.id)
                }
            }
            return retried
        }
    }

    public func cancel(_ numbers: [Int64], at now: Timestamp) async throws -> [Int64] {
        try await database.write { connection in
            var cancelled: [Int64] = []
            for number in numbers {
                guard var row = try BotStore.delivery(number, on: connection),
                    row.progress.apply(.cancelled, at: now)
                else { continue }
                try row.save(at: now, on: connection)
                cancelled.append(number)
            }
            return cancelled
        }
    }

    /// A delivery, and those that were in one message with it.
    private static func companions(of number: Int64, on connection: Connection) throws -> [DeliveryRow] {
        guard let row = try delivery(number, on: connection) else { return [] }
        guard row.consignment != 0 else { return [row] }
        return try connection.query(
            "SELECT \(DeliveryRow.columns) FROM delivery WHERE channel = ? AND consignment = ? ORDER BY id",
            row.channel, row.consignment
        ) { try DeliveryRow($0) }
    }
}
