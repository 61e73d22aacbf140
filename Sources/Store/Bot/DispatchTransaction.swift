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
    private var ended: [EndedDeliveries] = []
    /// Deliveries that are in a chosen message already.
    private var begun: Set<Int64> = []
    /// Recipients that must wait, with the moment until which.
    private var waiting: [String: Timestamp] = [:]

    /// A message that leaves, and the deliveries in it.
    private struct Chosen {
        var rows: [DeliveryRow]
        var bytes: Int
        /// Only a message that was never begun takes in others: at a second try it must be the same.
        let isNew: Bool
        let picture: Picture?
    }

    /// Rows that are read at a time, and how often: to look past recipients who must wait.
    private static let rowsAtOnce = 512
    private static let mostReads = 20

    init(_ connection: Connection, channel: String, rules: ChannelRules, at now: Timestamp) {
        self.connection = connection
        self.channel = channel
        self.rules = rules
        self.now = now
        buckets = RateBuckets(connection, channel: channel, rules: rules, at: now)
    }

    mutating func run(most: Int) throws -> Dispatch {
        if let expired = try BotStore.expire(on: channel, at: now, on: connection) { ended.append(expired) }
        var dispatch = try dispatch(most: most)
        dispatch.ended = ended
        return dispatch
    }

    private mutating func dispatch(most: Int) throws -> Dispatch {
        let available = try buckets.available()
        guard available > 0 else {
            let isAnythingDue = try !due(after: nil, limit: 1).isEmpty
            return Dispatch(next: isAnythingDue ? try buckets.next() : try nextDue())
        }
        let isFull = try choose(most: min(most, available), available: available)
        let consignments = try chosen.map { try begin($0) }
        try buckets.save()
        guard isFull else {
            return Dispatch(
                consignments, next: [try nextDue(), waiting.values.min()].compactMap { $0 }.min())
        }
        // Whoever has too much under way looks again when something of it has ended.
        return Dispatch(consignments, next: most <= available ? nil : try buckets.next())
    }

    /// - Returns: whether something is left over for which there was no room.
    private mutating func choose(most: Int, available: Int) throws -> Bool {
        var last: DeliveryRow?
        var isFull = try choose(repeats(), most: most, available: available)
        guard !isFull else { return true }
        for _ in 0..<DispatchTransaction.mostReads {
            let rows = try due(after: last, limit: DispatchTransaction.rowsAtOnce)
            isFull = try choose(rows, most: most, available: available)
            last = rows.last
            if isFull || rows.count < DispatchTransaction.rowsAtOnce { break }
        }
        return isFull
    }

    private mutating func choose(_ rows: [DeliveryRow], most: Int, available: Int) throws -> Bool {
        let perRecipient = Dictionary(grouping: rows, by: \.recipient).mapValues(\.count)
        var isFull = false
        for row in rows where !begun.contains(row.id) {
            guard try isReadable(row) else { continue }
            let isCrowded =
                try rules.mergesTexts
                && (rows.count > available
                    || perRecipient[row.recipient] ?? 0 > buckets.available(row.recipient))
            if isCrowded, row.consignment == 0, !row.hasPicture, merge(row) { continue }
            guard chosen.count < most else {
                isFull = true
                continue
            }
            if try mayReceive(row.recipient) { try add(row) }
        }
        return isFull
    }

    /// What may have arrived, is due again, and would still be recognised by the platform: later it could be read twice, so
    /// it goes before all else.
    private func repeats() throws -> [DeliveryRow] {
        guard let recognised = rules.recognisesRepetitions else { return [] }
        return try connection.query(
            """
            SELECT \(DeliveryRow.columns)
            FROM delivery
            WHERE channel = ? AND state = 2 AND may_have_arrived > 0 AND may_have_arrived > ? AND due <= ?
            ORDER BY may_have_arrived, id
            LIMIT ?
            """, channel, now.milliseconds - recognised.components.seconds * 1000, now.milliseconds,
            DispatchTransaction.rowsAtOnce
        ) { try DeliveryRow($0) }
    }

    /// What is due and follows nothing that has not ended. Who follows is looked at again when that has: its due moment is past.
    private func due(after last: DeliveryRow?, limit: Int) throws -> [DeliveryRow] {
        try connection.query(
            """
            SELECT \(DeliveryRow.columns)
            FROM delivery
            WHERE channel = ? AND state IN (0, 2) AND due <= ? AND (priority, due, id) > (?, ?, ?)
                AND NOT EXISTS (
                    SELECT 1 FROM delivery AS earlier
                    WHERE earlier.key = delivery.key || ? AND earlier.state IN (0, 1, 2))
            ORDER BY priority, due, id
            LIMIT ?
            """, channel, now.milliseconds, last?.priority ?? -1, last?.progress.due.milliseconds ?? 0,
            last?.id ?? 0, Delivery.partMark, limit
        ) { try DeliveryRow($0) }
    }

    /// Whether this edition can read what a delivery says; one that it cannot goes to the dead letters.
    private mutating func isReadable(_ row: DeliveryRow) throws -> Bool {
        if try BotStore.lacksAttachment(row, at: now, on: connection) {
            try withdraw(row)
            return false
        }
        let isThere = try !row.hasPicture || BotStore.hasPicture(row.id, on: connection)
        if isThere, (try? Reply(record: row.reply)) != nil { return true }
        try bury(row)
        return false
    }

    /// Has a delivery end that shows what was removed meanwhile; nobody did wrong.
    private func withdraw(_ row: DeliveryRow) throws {
        var row = row
        guard row.progress.apply(.withdrawn("what it shows was removed meanwhile"), at: now) else { return }
        try row.save(at: now, on: connection)
    }

    /// Has a delivery end that this edition cannot read.
    private mutating func bury(_ row: DeliveryRow) throws {
        var row = row
        guard row.progress.apply(.unreadable, at: now) else { return }
        try row.save(at: now, on: connection)
        ended.append(
            EndedDeliveries(channel: channel, state: row.progress.state, reason: row.progress.note))
    }

    private mutating func mayReceive(_ recipient: String) throws -> Bool {
        if waiting[recipient] != nil { return false }
        if try buckets.available(recipient) > 0 { return true }
        waiting[recipient] = try buckets.next(recipient)
        return false
    }

    /// Puts a delivery into a message that leaves for the same recipient anyway.
    private mutating func merge(_ row: DeliveryRow) -> Bool {
        let bytes = row.reply.utf8.count
        let room = chosen.firstIndex {
            $0.isNew && $0.rows[0].recipient == row.recipient && $0.bytes + bytes <= rules.mergedBytes
        }
        guard let room else { return false }
        chosen[room].rows.append(row)
        chosen[room].bytes += bytes
        begun.insert(row.id)
        return true
    }

    /// Begins a message with a delivery, and with those that travelled with it before.
    private mutating func add(_ row: DeliveryRow) throws {
        let picture = row.hasPicture ? try BotStore.picture(of: row.id, on: connection) : nil
        // Read when it is to leave, and not at every look at what waits.
        guard !row.hasPicture || picture != nil else { return try bury(row) }
        let together = row.consignment == 0 ? [row] : try consignment(row.consignment)
        begun.formUnion(together.map(\.id))
        chosen.append(
            Chosen(
                rows: together, bytes: together.reduce(0) { $0 + $1.reply.utf8.count },
                isNew: row.consignment == 0 && !row.hasPicture, picture: picture))
        try buckets.take(row.recipient)
    }

    private func consignment(_ number: Int64) throws -> [DeliveryRow] {
        try connection.query(
            "SELECT \(DeliveryRow.columns) FROM delivery WHERE consignment = ? AND state = ?", number,
            DeliveryState.retrying.rawValue
        ) { try DeliveryRow($0) }
    }

    private func begin(_ message: Chosen) throws -> Consignment {
        // In the order in which they were enqueued, at every try.
        let rows = message.rows.sorted { $0.id < $1.id }
        let first = rows[0]
        let number = first.consignment == 0 ? first.id : first.consignment
        // They go together, so they end together: none drops out of a message that is sent again.
        let deadline = rows.map(\.progress.deadline).max() ?? first.progress.deadline
        var reply = Reply()
        for var row in rows {
            guard row.progress.apply(.begun(until: deadline), at: now) else {
                throw SQLiteError(.corrupt, "a delivery was begun that is not open")
            }
            row.consignment = number
            try row.save(at: now, on: connection)
            guard let part = try? Reply(record: row.reply) else { continue }
            reply.blocks += part.blocks
            // Of several matters together nothing is pressed.
            reply.actions = rows.count == 1 ? part.actions : nil
        }
        return Consignment(
            number: number, key: first.key, deliveries: rows.map(\.id), channel: channel,
            recipient: first.recipient, reply: reply,
            picture: message.picture,
            earlierTries: first.progress.tries)
    }

    private func nextDue() throws -> Timestamp? {
        try connection.queryOne(
            "SELECT MIN(due) FROM delivery WHERE channel = ? AND state IN (0, 2) AND due > ?", channel,
            now.milliseconds
        ) { row in row.optionalInt64(0).map { Timestamp(milliseconds: $0) } } ?? nil
    }
}
