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
                reply: try? Reply(record: row.reply),
                picture: row.hasPicture ? try BotStore.picture(of: row.id, on: connection) : nil)
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

    public func channelLoads() async throws -> [ChannelLoad] {
        try await database.read { connection in
            var loads: [String: ChannelLoad] = [:]
            func change(_ channel: String, _ body: (inout ChannelLoad) -> Void) {
                body(&loads[channel, default: ChannelLoad(channel: channel)])
            }
            // What is open is counted from its index alone, rows hold whole texts; numbers rise as time does.
            let open = try connection.query(
                "SELECT channel, COUNT(*), MIN(id) FROM delivery WHERE state IN (0, 2) GROUP BY channel"
            ) { (channel: $0.text(0), count: $0.int(1), first: $0.int64(2)) }
            for row in open {
                let oldest = try connection.queryOne(
                    "SELECT enqueued_at FROM delivery WHERE id = ?", row.first
                ) { Timestamp(milliseconds: $0.int64(0)) }
                change(row.channel) {
                    $0.waiting = row.count
                    $0.oldest = oldest
                }
            }
            try connection.forEach(
                """
                SELECT channel, state, COUNT(*)
                FROM delivery
                WHERE state IN (1, 4, 5)
                GROUP BY channel, state
                """
            ) { row in
                let count = row.int(2)
                let state = DeliveryState(rawValue: row.int(1))
                change(row.text(0)) { load in
                    switch state {
                    case .dead: load.dead += count
                    case .expired: load.expired += count
                    default: load.waiting += count
                    }
                }
            }
            return loads.values.sorted { $0.channel < $1.channel }
        }
    }

    public func retry(
        _ numbers: [Int64], until deadline: Timestamp, at now: Timestamp
    ) async throws -> [Int64] {
        try await database.write { try BotStore.retry(numbers, until: deadline, at: now, on: $0) }
    }

    /// Has deliveries tried again within a transaction that does something else besides.
    static func retry(
        _ numbers: [Int64], until deadline: Timestamp, at now: Timestamp, on connection: Connection
    ) throws -> [Int64] {
        var retried: [Int64] = []
        var known: Set<Int64> = []
        for number in numbers where !known.contains(number) {
            let together = try BotStore.companions(of: number, on: connection)
            // What travelled together leaves together, or the same number would stand for another message.
            // Pictures of a suggestion were asked for at a moment: whoever wants them later asks again.
            guard
                !together.contains(where: {
                    $0.progress.state == .sending || AttachmentsShown.isShown(by: $0.key)
                })
            else { continue }
            for var row in together where row.progress.apply(.retriedByHand(until: deadline), at: now) {
                try row.save(at: now, on: connection)
                retried.append(row.id)
                known.insert(row.id)
            }
        }
        return retried
    }

    public func cancel(_ numbers: [Int64], at now: Timestamp) async throws -> [Int64] {
        try await database.write { try BotStore.cancel(numbers, at: now, on: $0) }
    }

    public func noteRecall(of number: Int64, at now: Timestamp) async throws {
        try await database.write { connection in
            for var row in try BotStore.companions(of: number, on: connection)
            where row.progress.apply(.recalled, at: now) {
                try row.save(at: now, on: connection)
                try BotStore.endLinks(ofDelivery: row.key, on: connection)
            }
        }
    }

    /// Takes deliveries back within a transaction that does something else besides.
    static func cancel(
        _ numbers: [Int64], at now: Timestamp, on connection: Connection
    ) throws -> [Int64] {
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
