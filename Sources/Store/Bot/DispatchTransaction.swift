import Earshot
import SQLite

/// Chooses, within one transaction, what may leave through a channel now.
struct DispatchTransaction {
    private let connection: Connection
    private let channel: String
    private let rules: ChannelRules
    private let now: Timestamp
    private var buckets: RateBuckets
    private var chosen: [Chosen] = []
    /// Recipients that must wait, with the moment until which.
    private var waiting: [String: Timestamp] = [:]

    /// A message that leaves, and the deliveries in it.
    private struct Chosen {
        var rows: [DeliveryRow]
        var reply: Reply
        var bytes: Int
        /// Only a message that was never begun takes in others: at a second try it must be the same.
        let isNew: Bool
    }

    /// Rows that are looked at to find the recipients who may receive.
    private static let mostRows = 512

    init(_ connection: Connection, channel: String, rules: ChannelRules, at now: Timestamp) {
        self.connection = connection
        self.channel = channel
        self.rules = rules
        self.now = now
        buckets = RateBuckets(connection, channel: channel, rules: rules, at: now)
    }

    mutating func run(most: Int) throws -> Dispatch {
        try connection.execute(
            "UPDATE delivery SET state = ?, changed_at = ? WHERE channel = ? AND state IN (0, 2) AND deadline <= ?",
            DeliveryState.expired.rawValue, now.milliseconds, channel, now.milliseconds)
        let allowed = min(most, try buckets.available())
        let rows = try due(limit: allowed == 0 ? 1 : DispatchTransaction.mostRows)
        guard !rows.isEmpty else { return Dispatch(next: try nextDue()) }
        guard allowed > 0 else { return Dispatch(next: try buckets.next()) }
        let isCrowded = rules.mergesTexts && rows.count > allowed
        var begun: Set<Int64> = []
        var isFull = false
        for row in rows where !begun.contains(row.id) {
            if isCrowded, row.consignment == 0, try merge(row) { continue }
            guard chosen.count < allowed else {
                isFull = true
                if !isCrowded { break }
                continue
            }
            guard try mayReceive(row.recipient) else { continue }
            let together = row.consignment == 0 ? [row] : try consignment(row.consignment)
            begun.formUnion(together.map(\.id))
            try choose(together)
        }
        let consignments = try chosen.map { try begin($0) }
        try buckets.save()
        return Dispatch(consignments, next: try next(isFull: isFull, allowed: allowed, most: most))
    }

    private func due(limit: Int) throws -> [DeliveryRow] {
        try connection.query(
            """
            SELECT \(DeliveryRow.columns)
            FROM delivery
            WHERE channel = ? AND state IN (0, 2) AND due <= ?
            ORDER BY priority, due, id
            LIMIT ?
            """, channel, now.milliseconds, limit
        ) { try DeliveryRow($0) }
    }

    private func consignment(_ number: Int64) throws -> [DeliveryRow] {
        try connection.query(
            "SELECT \(DeliveryRow.columns) FROM delivery WHERE consignment = ? AND state IN (1, 2) AND state = 2 ORDER BY id",
            number
        ) { try DeliveryRow($0) }
    }

    private mutating func mayReceive(_ recipient: String) throws -> Bool {
        if waiting[recipient] != nil { return false }
        if try buckets.mayReceive(recipient) { return true }
        waiting[recipient] = try buckets.next(recipient)
        return false
    }

    /// Puts a delivery into a message that leaves for the same recipient anyway.
    private mutating func merge(_ row: DeliveryRow) throws -> Bool {
        let bytes = row.reply.utf8.count
        let room = chosen.firstIndex {
            $0.isNew && $0.rows[0].recipient == row.recipient && $0.bytes + bytes <= rules.mergedBytes
        }
        guard let room else { return false }
        chosen[room].reply.blocks += try Reply(record: row.reply).blocks
        chosen[room].rows.append(row)
        chosen[room].bytes += bytes
        return true
    }

    private mutating func choose(_ rows: [DeliveryRow]) throws {
        var reply = Reply()
        for row in rows { reply.blocks += try Reply(record: row.reply).blocks }
        chosen.append(
            Chosen(
                rows: rows, reply: reply, bytes: rows.reduce(0) { $0 + $1.reply.utf8.count },
                isNew: rows[0].consignment == 0))
        try buckets.take(rows[0].recipient)
    }

    private func begin(_ message: Chosen) throws -> Consignment {
        let first = message.rows[0]
        let number = first.consignment == 0 ? first.id : first.consignment
        for var row in message.rows {
            guard row.progress.apply(.begun, at: now) else {
                throw SQLiteError(.corrupt, "a delivery was begun that is not open")
            }
            row.consignment = number
            try row.save(at: now, on: connection)
        }
        return Consignment(
            number: number, channel: channel, recipient: first.recipient, reply: message.reply,
            earlierTries: first.progress.tries, mayHaveArrived: first.progress.mayHaveArrived)
    }

    private mutating func next(isFull: Bool, allowed: Int, most: Int) throws -> Timestamp? {
        // Whoever has too much under way looks again when something of it has ended.
        if isFull, allowed == most { return nil }
        if isFull { return try buckets.next() }
        return [try nextDue(), waiting.values.min()].compactMap { $0 }.min()
    }

    private func nextDue() throws -> Timestamp? {
        try connection.queryOne(
            "SELECT MIN(due) FROM delivery WHERE channel = ? AND state IN (0, 2) AND due > ?", channel,
            now.milliseconds
        ) { row in row.optionalInt64(0).map { Timestamp(milliseconds: $0) } } ?? nil
    }
}
