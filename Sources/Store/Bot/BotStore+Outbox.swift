public import Earshot
import SQLite

extension BotStore: Outbox {
    public func enqueue(_ deliveries: [Delivery], at now: Timestamp) async throws -> Int {
        try await database.write { connection in
            try BotStore.enqueue(deliveries, at: now, on: connection)
        }
    }

    /// Enqueues within a transaction that does something else besides.
    static func enqueue(_ deliveries: [Delivery], at now: Timestamp, on connection: Connection) throws -> Int
    {
        let insert = try connection.prepare(
            """
            INSERT INTO delivery (
                key, channel, recipient, reply, priority, state, tries, due, deadline, may_have_arrived,
                consignment, enqueued_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, 0, 0, ?, ?)
            ON CONFLICT (key) DO NOTHING
            """)
        var added = 0
        for delivery in deliveries {
            let due = delivery.notBefore.map { max($0, now) } ?? now
            try insert.execute(
                delivery.key, delivery.channel, delivery.recipient, delivery.reply.record,
                delivery.priority.rawValue, DeliveryState.waiting.rawValue, due.milliseconds,
                delivery.deadline.milliseconds, now.milliseconds, now.milliseconds)
            added += connection.changes
        }
        return added
    }

    public func holds(key: String) async throws -> Bool {
        try database.readBlocking { connection in
            try connection.queryOne("SELECT 1 FROM delivery WHERE key = ?", key) { _ in true } ?? false
        }
    }

    public func begin(
        on channel: String, rules: ChannelRules, most: Int, at now: Timestamp
    ) async throws -> Dispatch {
        try await database.write { connection in
            var transaction = DispatchTransaction(connection, channel: channel, rules: rules, at: now)
            return try transaction.run(most: most)
        }
    }

    public func settle(
        _ consignment: Consignment, _ outcome: SendOutcome, at now: Timestamp
    ) async throws {
        try await database.write { connection in
            for number in consignment.deliveries {
                guard var row = try BotStore.delivery(number, on: connection),
                    row.progress.apply(.ended(outcome), at: now)
                else { continue }
                try row.save(at: now, on: connection)
            }
        }
    }

    public func recover(at now: Timestamp) async throws -> [InterruptedConsignment] {
        try await database.write { connection in
            let rows = try connection.query(
                "SELECT \(DeliveryRow.columns) FROM delivery WHERE state = ? ORDER BY id",
                DeliveryState.sending.rawValue
            ) { try DeliveryRow($0) }
            var interrupted: [InterruptedConsignment] = []
            for var row in rows where row.progress.apply(.interrupted, at: now) {
                try row.save(at: now, on: connection)
                guard row.progress.state.isOpen else { continue }
                let consignment = InterruptedConsignment(
                    number: row.consignment, channel: row.channel, begunAt: row.changedAt)
                if !interrupted.contains(consignment) { interrupted.append(consignment) }
            }
            return interrupted
        }
    }

    static func delivery(_ number: Int64, on connection: Connection) throws -> DeliveryRow? {
        try connection.queryOne("SELECT \(DeliveryRow.columns) FROM delivery WHERE id = ?", number) {
            try DeliveryRow($0)
        }
    }
}
