public import Earshot
import SQLite
import Synchronization

extension BotStore: HandOverRegister {
    public func nextHandOver() async throws -> Int64 {
        let opened = try await database.read { connection in
            try connection.queryOne("SELECT seq FROM sqlite_sequence WHERE name = 'hand_over'") {
                $0.int64(0)
            }
        }
        // As with suggestions: a number that is not used in the end stays out.
        return lastHandOver.withLock { last in
            last = max(last, opened ?? 0) + 1
            return last
        }
    }

    public func handOver(_ number: Int64, within reach: HandOverReach) async throws -> HandOver? {
        let (term, arguments) = BotStore.term(reach)
        return try await handOvers(
            "WHERE number = ? AND \(term)", [number] + arguments, limit: 1
        ).first
    }

    public func openHandOver(of asker: String) async throws -> HandOver? {
        try await handOvers("WHERE asker = ? AND state < 2", [asker], limit: 1).first
    }

    public func handOversAtHand(
        of person: String, within reach: HandOverReach, limit: Int
    ) async throws -> [HandOver] {
        let (term, arguments) = BotStore.term(reach)
        return try await handOvers(
            """
            WHERE state < 2 AND \(term) AND (
                holder IS NULL OR holder = ?
                OR EXISTS (SELECT 1 FROM hand_over_line WHERE hand_over = number AND author = ?))
            ORDER BY holder IS ? DESC, iif(holder IS ?, attended_at, last_at) DESC, number DESC
            """, arguments + [person, person, person, person], limit: limit)
    }

    public func openHandOvers(within reach: HandOverReach, limit: Int) async throws -> [HandOver] {
        let (term, arguments) = BotStore.term(reach)
        return try await handOvers(
            """
            WHERE state < 2 AND \(term)
            ORDER BY unanswered_since IS NULL, unanswered_since, number
            """, arguments, limit: limit)
    }

    public func proposedHandOvers(since moment: Timestamp, limit: Int) async throws -> [HandOver] {
        try await handOvers(
            "WHERE proposed_at >= ? ORDER BY proposed_at, number", [moment.milliseconds], limit: limit)
    }

    public func handOversDue(at now: Timestamp, limit: Int) async throws -> [HandOver] {
        try await handOvers(
            "WHERE state < 2 AND due <= ? ORDER BY due", [now.milliseconds], limit: limit)
    }

    public func lines(ofHandOver number: Int64, limit: Int) async throws -> [HandOverLine] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT author, text, at FROM hand_over_line WHERE hand_over = ? ORDER BY id DESC LIMIT ?
                """, number, limit
            ) { HandOverLine($0.text(0), $0.text(1), at: Timestamp(milliseconds: $0.int64(2))) }
        }.reversed()
    }

    public func waitingLines(ofHandOver number: Int64, unreadBy person: String) async throws -> Int {
        try await database.read { connection in
            let beginning = HandOverKey.beginning(.line, of: number)
            let waiting = try BotStore.waiting(beginning, on: connection)
            let sent = try connection.query(
                "SELECT key FROM delivery WHERE key > ? AND key < ? AND state IN (1, 3)", beginning,
                beginning + "\u{10FFFF}"
            ) { $0.text(0) }
            let read = sent.compactMap { HandOverKey($0) }.filter { $0.person == person }
            // Several people may be sent the same.
            return Set(waiting.compactMap { HandOverKey($0.key)?.version }).subtracting(read.map(\.version))
                .count
        }
    }

    @discardableResult
    public func dropOvertaken(at now: Timestamp) async throws -> Int {
        try await database.write { connection in
            let stale = try BotStore.waiting(HandOverKey.beginning, on: connection).filter { delivery in
                guard let key = HandOverKey(delivery.key) else { return false }
                let handOver = try connection.queryOne(
                    "SELECT \(HandOverRow.columns) FROM hand_over WHERE number = ?", key.number
                ) { HandOverRow.handOver($0) }
                return handOver?.map { key.isOvertaken(by: $0) } ?? false
            }
            return try BotStore.cancel(stale.map(\.number), at: now, on: connection).count
        }
    }

    public func keep(_ change: HandOverChange, at now: Timestamp) async throws {
        try await database.write { try BotStore.apply(change, at: now, on: $0) }
    }

    /// Makes durable what becomes of a hand-over with what was said and who is told, within one transaction.
    static func apply(_ change: HandOverChange, at now: Timestamp, on connection: Connection) throws {
        if let before = change.before {
            try HandOverRow.update(change.handOver, before: before, on: connection)
        } else {
            try HandOverRow.insert(change.handOver, on: connection)
        }
        if let line = change.line {
            try connection.execute(
                "INSERT INTO hand_over_line (hand_over, author, text, at) VALUES (?, ?, ?, ?)",
                change.handOver.number, line.author, line.text, line.at.milliseconds)
        }
        let stale = try waiting(HandOverKey.beginning(of: change.handOver.number), on: connection)
            .filter { HandOverKey($0.key).map(change.overtakes) ?? false }
        _ = try cancel(stale.map(\.number), at: now, on: connection)
        let uncalled = try uncalled(to: change.handOver.number, on: connection)
        let deliveries = change.deliveries.filter { delivery in
            HandOverKey(delivery.key).map { $0.kind != .relief || !uncalled.contains($0.person) } ?? true
        }
        _ = try enqueue(deliveries, at: now, on: connection)
        try audit(
            change.actor ?? "earshot", "handover.\(change.event)", change.handOver.name, at: now,
            on: connection)
    }

    /// Those who were to be called to one, and of whom every call was taken back before it went out: they know nothing of it.
    private static func uncalled(to number: Int64, on connection: Connection) throws -> Set<String> {
        let prefix = HandOverKey.beginning(.call, of: number)
        let calls = try connection.query(
            "SELECT key, state FROM delivery WHERE key > ? AND key < ?", prefix, prefix + "\u{10FFFF}"
        ) { ($0.text(0), $0.int64(1) == DeliveryState.cancelled.rawValue) }
        var (uncalled, called): (Set<String>, Set<String>) = ([], [])
        for (key, isCancelled) in calls {
            guard let person = HandOverKey(key)?.person else { continue }
            if isCancelled { uncalled.insert(person) } else { called.insert(person) }
        }
        return uncalled.subtracting(called)
    }

    private static func term(_ reach: HandOverReach) -> (String, [any Bindable & Sendable]) {
        switch reach {
        case .all: return ("1", [])
        case .asker(let person): return ("asker = ?", [person])
        case .cities(let names):
            let names = names.sorted()
            return ("city IN (\(names.map { _ in "?" }.joined(separator: ", ")))", names)
        }
    }

    private func handOvers(
        _ clause: String, _ arguments: [any Bindable & Sendable], limit: Int
    ) async throws -> [HandOver] {
        try await database.read { connection in
            try connection.query(
                "SELECT \(HandOverRow.columns) FROM hand_over \(clause) LIMIT ?",
                arguments: arguments.map { $0 as any Bindable } + [limit]
            ) { HandOverRow.handOver($0) }.compactMap(\.self)
        }
    }
}
