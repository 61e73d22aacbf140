import Earshot
import SQLite

/// A line to take as a row of its table.
enum KnowledgeRow {
    static let columns = """
        number, version, question, variants, answer, place, valid_until, approver, filed_by, filed_at, retired_by,
        retired_at, reason
        """

    /// Nothing for a place of another edition of the program.
    static func entry(_ row: borrowing Row) -> KnowledgeEntry? {
        guard let content = content(row) else { return nil }
        var retirement: KnowledgeEntry.Retirement?
        if let by = row.optionalText(10), let at = row.optionalInt64(11) {
            retirement = KnowledgeEntry.Retirement(
                KnowledgeEntry.Mark(by: by, at: Timestamp(milliseconds: at)),
                reason: row.optionalText(12) ?? "")
        }
        return KnowledgeEntry(
            number: row.int64(0), version: row.int(1), content,
            filed: KnowledgeEntry.Mark(by: row.text(8), at: Timestamp(milliseconds: row.int64(9))),
            retirement: retirement)
    }

    /// A row with actor, time, kind and reason behind the content.
    static func revision(_ row: borrowing Row) -> KnowledgeChange? {
        guard let content = content(row), let kind = KnowledgeChange.Kind(rawValue: row.text(10)) else {
            return nil
        }
        let mark = KnowledgeEntry.Mark(by: row.text(8), at: Timestamp(milliseconds: row.int64(9)))
        let retirement =
            kind == .retired
            ? KnowledgeEntry.Retirement(mark, reason: row.optionalText(11) ?? "") : nil
        return KnowledgeChange(
            kind,
            KnowledgeEntry(
                number: row.int64(0), version: row.int(1), content, filed: mark, retirement: retirement),
            mark)
    }

    private static func content(_ row: borrowing Row) -> KnowledgeEntry.Content? {
        guard let place = Territory(row.text(5)) else { return nil }
        return KnowledgeEntry.Content(
            question: row.text(2),
            variants: row.text(3).split(separator: "\n").map(String.init), answer: row.text(4),
            place: place, validUntil: row.optionalInt(6).map { Day(number: $0) }, approver: row.text(7))
    }

    static func insert(_ entry: KnowledgeEntry, on connection: Connection) throws {
        let content = entry.content
        try connection.execute(
            """
            INSERT INTO knowledge (
                number, version, key, question, variants, answer, place, valid_until, approver, filed_by,
                filed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            arguments: [
                entry.number, entry.version, content.key, content.question,
                content.variants.joined(separator: "\n"), content.answer, content.place.description,
                content.validUntil?.number, content.approver, entry.filed.by, entry.filed.at.milliseconds,
            ])
        guard connection.changes == 1 else { throw ConversationConflict() }
    }

    /// - Parameter before: the version that the row must have.
    static func update(_ entry: KnowledgeEntry, before: Int, on connection: Connection) throws {
        let content = entry.content
        try connection.execute(
            """
            UPDATE OR IGNORE knowledge
            SET version = ?, key = ?, question = ?, variants = ?, answer = ?, place = ?, valid_until = ?,
                approver = ?, filed_by = ?, filed_at = ?, retired_by = ?, retired_at = ?, reason = ?
            WHERE number = ? AND version = ?
            """,
            arguments: [
                entry.version, content.key, content.question, content.variants.joined(separator: "\n"),
                content.answer, content.place.description, content.validUntil?.number, content.approver,
                entry.filed.by, entry.filed.at.milliseconds, entry.retirement?.mark.by,
                entry.retirement?.mark.at.milliseconds, entry.retirement?.reason, entry.number, before,
            ])
        guard connection.changes == 1 else { throw ConversationConflict() }
    }

    static func keep(_ change: KnowledgeChange, on connection: Connection) throws {
        let (entry, content) = (change.entry, change.entry.content)
        try connection.execute(
            """
            INSERT INTO knowledge_revision (
                entry, version, kind, at, actor, question, variants, answer, place, valid_until, approver,
                reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            arguments: [
                entry.number, entry.version, change.kind.rawValue, change.mark.at.milliseconds,
                change.mark.by, content.question, content.variants.joined(separator: "\n"), content.answer,
                content.place.description, content.validUntil?.number, content.approver,
                entry.retirement?.reason,
            ])
    }
}

/// Which lines to take a query is about, as the condition of its `WHERE`.
struct KnowledgeQuery {
    private(set) var condition = "1 = 1"
    private(set) var arguments: [any Bindable] = []

    init(within reach: KnowledgeReach) {
        guard case .places(let places) = reach else { return }
        let marks = places.map { _ in "?" }.joined(separator: ", ")
        condition += " AND place IN (\(marks))"
        arguments += places.map(\.description).sorted()
    }

    init(_ filter: KnowledgeFilter, within reach: KnowledgeReach) {
        self.init(within: reach)
        if !filter.includesRetired { condition += " AND retired_at IS NULL" }
        if let day = filter.validOn { add("(valid_until IS NULL OR valid_until >= ?)", day.number) }
    }

    mutating func add(_ term: String, _ arguments: any Bindable...) {
        condition += " AND \(term)"
        self.arguments += arguments
    }
}
