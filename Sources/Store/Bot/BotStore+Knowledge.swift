public import Earshot
import SQLite
import Synchronization

extension BotStore: KnowledgeDesk {
    public func nextEntry() async throws -> Int64 {
        let filed = try await database.read { connection in
            try connection.queryOne("SELECT seq FROM sqlite_sequence WHERE name = 'knowledge'") {
                $0.int64(0)
            }
        }
        // As with suggestions: a number that is not used in the end stays out.
        return lastEntry.withLock { last in
            last = max(last, filed ?? 0) + 1
            return last
        }
    }

    public func knowledgeEdition() async throws -> Int64 {
        try await database.read { connection in
            try connection.queryOne("SELECT MAX(id) FROM knowledge_revision") { $0.optionalInt64(0) ?? 0 }
                ?? 0
        }
    }

    public func entry(_ number: Int64, within reach: KnowledgeReach) async throws -> KnowledgeEntry? {
        try await database.read { connection in
            var terms = KnowledgeQuery(within: reach)
            terms.add("number = ?", number)
            return try BotStore.entries(terms, offset: 0, limit: 1, on: connection).first
        }
    }

    public func entry(asking key: String, in place: Territory) async throws -> KnowledgeEntry? {
        try await database.read { connection in
            var terms = KnowledgeQuery(within: .all)
            terms.add("retired_at IS NULL AND key = ? AND place = ?", key, place.description)
            return try BotStore.entries(terms, offset: 0, limit: 1, on: connection).first
        }
    }

    public func wasFiled(
        _ key: String, in place: Territory, since moment: Timestamp
    ) async throws -> Bool {
        try await database.read { connection in
            try connection.queryOne(
                "SELECT 1 FROM knowledge WHERE key = ? AND place = ? AND filed_at >= ? LIMIT 1", key,
                place.description, moment.milliseconds
            ) { $0.int(0) } != nil
        }
    }

    public func entries(
        _ filter: KnowledgeFilter, within reach: KnowledgeReach, offset: Int, limit: Int
    ) async throws -> [KnowledgeEntry] {
        try await database.read { connection in
            try BotStore.entries(
                KnowledgeQuery(filter, within: reach), offset: offset, limit: limit, on: connection)
        }
    }

    public func count(_ filter: KnowledgeFilter, within reach: KnowledgeReach) async throws -> Int {
        try await database.read { connection in
            let terms = KnowledgeQuery(filter, within: reach)
            return try connection.query(
                "SELECT COUNT(*) FROM knowledge WHERE \(terms.condition)", arguments: terms.arguments
            ) { $0.int(0) }.first ?? 0
        }
    }

    public func revisions(of entry: Int64) async throws -> [KnowledgeChange] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT entry, version, question, variants, answer, place, valid_until, approver, actor, at,
                    kind, reason
                FROM knowledge_revision
                WHERE entry = ?
                ORDER BY version
                """, entry
            ) { KnowledgeRow.revision($0) }.compactMap(\.self)
        }
    }

    private static func entries(
        _ terms: KnowledgeQuery, offset: Int, limit: Int, on connection: Connection
    ) throws -> [KnowledgeEntry] {
        try connection.query(
            """
            SELECT \(KnowledgeRow.columns)
            FROM knowledge
            WHERE \(terms.condition)
            ORDER BY number DESC
            LIMIT ? OFFSET ?
            """, arguments: terms.arguments + [limit, offset]
        ) { KnowledgeRow.entry($0) }.compactMap(\.self)
    }

    /// Makes durable what somebody makes of an entry, by a command.
    ///
    /// - Throws: `ConversationConflict` where the entry is not what the change takes it for.
    public func keep(_ changes: [KnowledgeChange]) async throws {
        try await database.write { connection in
            for change in changes { try BotStore.apply(change, on: connection) }
        }
    }

    /// Makes durable what somebody makes of an entry, with its revision, within the transaction of the answer.
    static func apply(_ change: KnowledgeChange, on connection: Connection) throws {
        if change.kind == .filed {
            try KnowledgeRow.insert(change.entry, on: connection)
        } else {
            try KnowledgeRow.update(change.entry, before: change.before, on: connection)
        }
        try KnowledgeRow.keep(change, on: connection)
        let entry = change.entry
        let object = entry.version == 1 ? entry.name : "\(entry.name)/\(entry.version)"
        try audit(
            change.mark.by, "knowledge.\(change.kind.rawValue)", object, at: change.mark.at, on: connection)
    }
}
