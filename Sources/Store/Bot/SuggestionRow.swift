import Earshot
import SQLite

/// A suggestion as a row of its table.
enum SuggestionRow {
    static let columns = """
        number, version, words, aspect, series, urgency, filer, filer_dealer, filer_city, filer_region, filed_at,
        state, decided_by, decided_at, reason, department, due, merged_into, shipped_at, evidence
        """

    /// The suggestion of a row, without those who support it; nothing for a state of another edition of the program.
    static func suggestion(_ row: borrowing Row) -> Suggestion? {
        guard let state = SuggestionState(rawValue: row.int(11)) else { return nil }
        let filer = Suggestion.Backer(
            person: row.text(6), dealer: row.optionalText(7), city: row.optionalText(8),
            region: row.optionalText(9), at: Timestamp(milliseconds: row.int64(10)))
        var suggestion = Suggestion(
            number: row.int64(0), row.text(2), aspect: row.optionalText(3).flatMap { Aspect($0[...]) },
            series: row.optionalText(4), urgency: Suggestion.Urgency(rawValue: row.int(5)) ?? .normal,
            filer: filer)
        suggestion.version = row.int(1)
        suggestion.state = state
        if let by = row.optionalText(12), let at = row.optionalInt64(13) {
            suggestion.decision = Suggestion.Decision(by: by, at: Timestamp(milliseconds: at))
        }
        suggestion.reason = row.optionalText(14)
        suggestion.department = row.optionalText(15)
        suggestion.due = row.optionalInt(16).map { Day(number: $0) }
        suggestion.mergedInto = row.optionalInt64(17)
        suggestion.shippedAt = row.optionalInt64(18).map { Timestamp(milliseconds: $0) }
        suggestion.evidence = row.optionalText(19).flatMap { Evidence(record: $0) }
        return suggestion
    }

    static func insert(_ suggestion: Suggestion, on connection: Connection) throws {
        let filer = suggestion.filer
        try connection.execute(
            """
            INSERT INTO suggestion (
                number, version, words, aspect, series, urgency, filer, filer_dealer, filer_city, filer_region,
                filed_at, state, evidence, evidence_due)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            arguments: [
                suggestion.number, suggestion.version, suggestion.words, suggestion.aspect?.name,
                suggestion.series, suggestion.urgency.rawValue, filer.person, filer.dealer, filer.city,
                filer.region, suggestion.filedAt.milliseconds, suggestion.state.rawValue,
                suggestion.evidence?.record,
                EvidenceRounds.due(after: suggestion.evidence, at: suggestion.filedAt).milliseconds,
            ])
        guard connection.changes == 1 else { throw ConversationConflict() }
    }

    /// Writes what a person may change; what the program finds out beside that stays as it is.
    ///
    /// - Parameter before: the version that the row must have.
    static func update(_ suggestion: Suggestion, before: Int, on connection: Connection) throws {
        try connection.execute(
            """
            UPDATE suggestion
            SET version = ?, state = ?, decided_by = ?, decided_at = ?, reason = ?, department = ?, due = ?,
                merged_into = ?, shipped_at = ?
            WHERE number = ? AND version = ?
            """,
            arguments: [
                suggestion.version, suggestion.state.rawValue, suggestion.decision?.by,
                suggestion.decision?.at.milliseconds, suggestion.reason, suggestion.department,
                suggestion.due?.number, suggestion.mergedInto, suggestion.shippedAt?.milliseconds,
                suggestion.number, before,
            ])
        guard connection.changes == 1 else { throw ConversationConflict() }
        let supporters = Set(suggestion.supporters.map(\.person))
        let known = try connection.query(
            "SELECT person FROM suggestion_support WHERE suggestion = ?", suggestion.number
        ) { $0.text(0) }
        for person in known where !supporters.contains(person) {
            try connection.execute(
                "DELETE FROM suggestion_support WHERE suggestion = ? AND person = ?", suggestion.number,
                person)
        }
        for backer in suggestion.supporters {
            try connection.execute(
                """
                INSERT INTO suggestion_support (suggestion, person, dealer, city, region, at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, suggestion.number, backer.person, backer.dealer, backer.city, backer.region,
                backer.at.milliseconds)
        }
    }
}

extension Evidence {
    /// As it is kept: counts and numbers, nothing of the voices themselves.
    var record: String {
        var record = RecordWriter()
        record.add(day.number)
        record.add(city) { $0.add($1) }
        record.add(nation)
        record.add(voices) { $0.add(Int($1)) }
        if isAtLeast { record.add(1) }
        return record.text
    }

    /// Nothing for what another edition of the program wrote: it is looked for again.
    init?(record: String) {
        var reader = RecordReader(record)
        do {
            let day = Day(number: try reader.number())
            let city = try reader.optional { try $0.span() }
            let nation = try reader.span()
            let voices = try reader.list { Int64(try $0.number()) }
            let isAtLeast = reader.isAtEnd ? false : try reader.number() == 1
            try reader.expectEnd()
            self.init(day: day, city: city, nation: nation, voices: voices, isAtLeast: isAtLeast)
        } catch {
            return nil
        }
    }
}

extension RecordWriter {
    fileprivate mutating func add(_ span: Evidence.Span) {
        add(span.month)
        add(span.quarter)
    }
}

extension RecordReader {
    fileprivate mutating func span() throws -> Evidence.Span {
        Evidence.Span(month: try number(), quarter: try number())
    }
}
