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
                consignment, enqueued_at, changed_at, has_picture)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, 0, 0, ?, ?, ?)
            ON CONFLICT (key) DO NOTHING
            """)
        var added = 0
        for delivery in deliveries {
            let due = delivery.notBefore.map { max($0, now) } ?? now
            try insert.execute(
                delivery.key, delivery.channel, delivery.recipient, delivery.reply.record,
                delivery.priority.rawValue, DeliveryState.waiting.rawValue, due.milliseconds,
                delivery.deadline.milliseconds, now.milliseconds, now.milliseconds,
                delivery.picture != nil || delivery.attachment != nil)
            guard connection.changes > 0 else { continue }
            added += 1
            guard delivery.picture != nil || delivery.attachment != nil else { continue }
            try connection.execute(
                "INSERT INTO delivery_picture (delivery, bytes, attachment) VALUES (?, ?, ?)",
                connection.lastInsertedRowID, delivery.picture?.bytes ?? [], delivery.attachment)
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

    @discardableResult
    public func settle(
        _ consignment: Consignment, _ outcome: SendOutcome, at now: Timestamp
    ) async throws -> [DeliveryProgress] {
        try await database.write { connection in
            var reached: [DeliveryProgress] = []
            for number in consignment.deliveries {
                guard var row = try BotStore.delivery(number, on: connection),
                    row.progress.apply(.ended(outcome), at: now)
                else { continue }
                try row.save(at: now, on: connection)
                reached.append(row.progress)
            }
            return reached
        }
    }

    public func recover(at now: Timestamp) async throws -> Recovery {
        try await database.write { connection in
            let rows = try connection.query(
                "SELECT \(DeliveryRow.columns) FROM delivery WHERE state = ? ORDER BY id",
                DeliveryState.sending.rawValue
            ) { try DeliveryRow($0) }
            var recovery = Recovery()
            for var row in rows where row.progress.apply(.interrupted, at: now) {
                try row.save(at: now, on: connection)
                guard row.progress.state.isOpen else {
                    recovery.ended.append(
                        EndedDeliveries(
                            channel: row.channel, state: row.progress.state, reason: row.progress.note))
                    continue
                }
                let consignment = InterruptedConsignment(
                    number: row.consignment, channel: row.channel,
                    begunAt: row.progress.perhapsArrivedAt ?? row.changedAt)
                if !recovery.interrupted.contains(consignment) { recovery.interrupted.append(consignment) }
            }
            return recovery
        }
    }

    public func expire(at now: Timestamp) async throws -> [EndedDeliveries] {
        try await database.write { connection in
            let channels = try connection.query(
                "SELECT DISTINCT channel FROM delivery WHERE state IN (0, 2) AND deadline <= ?",
                now.milliseconds
            ) { $0.text(0) }
            return try channels.compactMap { try BotStore.expire(on: $0, at: now, on: connection) }
        }
    }

    /// What `DeliveryProgress` does to one, done to all of a channel that are past their deadline.
    static func expire(
        on channel: String, at now: Timestamp, on connection: Connection
    ) throws -> EndedDeliveries? {
        try connection.execute(
            """
            UPDATE delivery SET state = ?, changed_at = ?
            WHERE channel = ? AND state IN (0, 2) AND deadline <= ?
            """, DeliveryState.expired.rawValue, now.milliseconds, channel, now.milliseconds)
        guard connection.changes > 0 else { return nil }
        return EndedDeliveries(channel: channel, state: .expired, count: connection.changes)
    }

    static func delivery(_ number: Int64, on connection: Connection) throws -> DeliveryRow? {
        try connection.queryOne("SELECT \(DeliveryRow.columns) FROM delivery WHERE id = ?", number) {
            try DeliveryRow($0)
        }
    }
}
