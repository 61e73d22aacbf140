public import Earshot
import SQLite
import Synchronization

extension BotStore: SuggestionDesk {
    public func nextSuggestion() async throws -> Int64 {
        let filed = try await database.read { connection in
            try connection.queryOne("SELECT seq FROM sqlite_sequence WHERE name = 'suggestion'") {
                $0.int64(0)
            }
        }
        // Many may file at once, and each gets another one; a number that is not used in the end stays out.
        return lastSuggestion.withLock { last in
            last = max(last, filed ?? 0) + 1
            return last
        }
    }

    public func suggestion(_ number: Int64, within reach: SuggestionReach) async throws -> Suggestion? {
        try await database.read { connection in
            var terms = SuggestionTerms(reach)
            terms.add("number = ?", number)
            return try BotStore.suggestions(terms, offset: 0, limit: 1, on: connection).first
        }
    }

    public func suggestions(
        _ filter: SuggestionFilter, within reach: SuggestionReach, offset: Int, limit: Int
    ) async throws -> [Suggestion] {
        try await database.read { connection in
            try BotStore.suggestions(
                SuggestionTerms(filter, within: reach), offset: offset, limit: limit, on: connection)
        }
    }

    public func count(_ filter: SuggestionFilter, within reach: SuggestionReach) async throws -> Int {
        try await database.read { connection in
            let terms = SuggestionTerms(filter, within: reach)
            return try connection.query(
                "SELECT COUNT(*) FROM suggestion WHERE \(terms.condition)", arguments: terms.arguments
            ) { $0.int(0) }.first ?? 0
        }
    }

    public func suggestions(wantedBy person: String, limit: Int) async throws -> [Suggestion] {
        try await database.read { connection in
            var terms = SuggestionTerms(.all)
            terms.add(
                """
                (filer = ? OR number IN (SELECT suggestion FROM suggestion_support WHERE person = ?))
                """, person, person)
            terms.add("state <> ?", SuggestionState.withdrawn.rawValue)
            return try BotStore.suggestions(terms, offset: 0, limit: limit, on: connection)
        }
    }

    public func weight(
        of suggestion: Int64, joinedBy backer: Suggestion.Backer?
    ) async throws -> Suggestion.Weight {
        try await database.read { connection in
            try connection.queryOne(
                """
                \(BotStore.backers)
                SELECT COUNT(DISTINCT dealer), COUNT(DISTINCT city)
                FROM (SELECT dealer, city FROM backer UNION ALL SELECT ?, ?)
                """, suggestion, backer?.dealer, backer?.city
            ) { Suggestion.Weight(dealers: $0.int(0), cities: $0.int(1)) }
                ?? Suggestion.Weight(dealers: 0, cities: 0)
        }
    }

    public func history(of suggestion: Int64) async throws -> [SuggestionStep] {
        try await steps(of: suggestion, but: [], limit: Int(Int32.max))
    }

    public func course(of suggestion: Int64, limit: Int) async throws -> [SuggestionStep] {
        try await steps(of: suggestion, but: [.supported, .unsupported], limit: limit)
    }

    /// The last ones, in order.
    private func steps(
        of suggestion: Int64, but kinds: [SuggestionStep.Kind], limit: Int
    ) async throws -> [SuggestionStep] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT at, actor, kind, note
                FROM suggestion_step
                WHERE suggestion = ? AND kind NOT IN (\(kinds.map { _ in "?" }.joined(separator: ", ")))
                ORDER BY id DESC
                LIMIT ?
                """, arguments: [suggestion] + kinds.map { $0.rawValue as any Bindable } + [limit]
            ) { row in
                SuggestionStep.Kind(rawValue: row.text(2)).map {
                    SuggestionStep(
                        suggestion, at: Timestamp(milliseconds: row.int64(0)), by: row.text(1), $0,
                        note: row.optionalText(3))
                }
            }.compactMap(\.self)
        }.reversed()
    }

    public func attachments(of suggestion: Int64) async throws -> Int {
        try await database.read { connection in
            try connection.queryOne(
                """
                SELECT COUNT(*)
                FROM suggestion_attachment
                JOIN attachment USING (channel, message)
                WHERE suggestion = ?
                """, suggestion
            ) { $0.int(0) } ?? 0
        }
    }

    public func hasLostAttachments(_ suggestion: Int64) async throws -> Bool {
        try await database.read { connection in
            try connection.queryOne(
                """
                SELECT 1
                FROM suggestion_attachment AS linked
                WHERE suggestion = ? AND NOT EXISTS (
                    SELECT 1 FROM attachment
                    WHERE attachment.channel = linked.channel AND attachment.message = linked.message)
                """, suggestion
            ) { _ in true } ?? false
        }
    }

    /// Everybody who wants a suggestion or one that is a part of it, and by which number, as the table `backer`.
    static let backers = """
        WITH RECURSIVE
            part (number) AS (
                SELECT ?
                UNION
                SELECT suggestion.number FROM suggestion JOIN part ON suggestion.merged_into = part.number
            ),
            backer (number, person, dealer, city) AS (
                SELECT number, filer, filer_dealer, filer_city FROM suggestion JOIN part USING (number)
                UNION
                SELECT number, person, dealer, city
                FROM suggestion_support
                JOIN part ON suggestion_support.suggestion = part.number
            )
        """

    private static func suggestions(
        _ terms: SuggestionTerms, offset: Int, limit: Int, on connection: Connection
    ) throws -> [Suggestion] {
        let found = try connection.query(
            """
            SELECT \(SuggestionRow.columns)
            FROM suggestion
            WHERE \(terms.condition)
            ORDER BY number DESC
            LIMIT ? OFFSET ?
            """, arguments: terms.arguments + [limit, offset]
        ) { SuggestionRow.suggestion($0) }.compactMap(\.self)
        return try found.map { suggestion in
            var suggestion = suggestion
            suggestion.supporters = try connection.query(
                """
                SELECT person, dealer, city, region, at
                FROM suggestion_support
                WHERE suggestion = ?
                ORDER BY at, person
                """, suggestion.number
            ) { row in
                Suggestion.Backer(
                    person: row.text(0), dealer: row.optionalText(1), city: row.optionalText(2),
                    region: row.optionalText(3), at: Timestamp(milliseconds: row.int64(4)))
            }
            return suggestion
        }
    }

    static func file(_ filing: SuggestionFiling, at now: Timestamp, on connection: Connection) throws {
        let suggestion = filing.suggestion
        // The same words may have come from another chat of the same person meanwhile.
        let twin = try connection.queryOne(
            "SELECT number FROM suggestion WHERE filer = ? AND words = ? AND filed_at > ? AND state <> ?",
            suggestion.filer.person, suggestion.words, (now - SuggestionFiling.repeated).milliseconds,
            SuggestionState.withdrawn.rawValue
        ) { $0.int64(0) }
        guard twin == nil else { throw ConversationConflict() }
        try SuggestionRow.insert(suggestion, on: connection)
        for message in filing.messages {
            try connection.execute(
                """
                INSERT INTO suggestion_attachment (suggestion, channel, message)
                VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """, suggestion.number, message.channel, message.id)
        }
        let actor = suggestion.filer.person
        _ = try keep(SuggestionStep(suggestion.number, at: now, by: actor, .filed), on: connection)
        try audit(actor, "suggestion.filed", suggestion.name, at: now, on: connection)
    }

    /// Makes durable what a person did, within the transaction of the answer.
    ///
    /// - Throws: `ConversationConflict` where the suggestion is not what the answer took it for.
    static func apply(
        _ change: SuggestionChange, by actor: String, at now: Timestamp, on connection: Connection
    ) throws {
        try SuggestionRow.update(change.suggestion, before: change.before, on: connection)
        try audit(
            actor, "suggestion.\(change.step.kind.rawValue)", change.suggestion.name, at: now, on: connection)
        try keep(toldStep: change.step, on: connection)
    }

    /// Keeps a step with who is to be told of it.
    static func keep(toldStep step: SuggestionStep, on connection: Connection) throws {
        let id = try keep(step, on: connection)
        guard step.kind.isTold else { return }
        // Whoever wants it now is told of it, whatever becomes of it until then; who did it knows.
        try connection.execute(
            """
            \(BotStore.backers)
            INSERT INTO suggestion_notice (step, person, wanted)
            SELECT ?, person, COALESCE(MIN(number) FILTER (WHERE number = ?), MIN(number))
            FROM backer
            WHERE person <> ?
            GROUP BY person
            """, step.suggestion, id, step.suggestion, step.actor)
    }

    private static func keep(_ step: SuggestionStep, on connection: Connection) throws -> Int64 {
        try connection.execute(
            "INSERT INTO suggestion_step (suggestion, at, actor, kind, note) VALUES (?, ?, ?, ?, ?)",
            step.suggestion, step.at.milliseconds, step.actor, step.kind.rawValue, step.note)
        return connection.lastInsertedRowID
    }
}
