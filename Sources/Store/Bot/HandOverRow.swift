import Earshot
import SQLite

/// A hand-over as a row of its table.
enum HandOverRow {
    static let columns = """
        number, version, asker, store, city, state, opened_at, holder, attended_at, unanswered_since, last_at, level,
        alarm, alarmed_at, due, answers, ended_by, ended_at, proposed_at, before
        """

    /// Nothing for a row of another edition of the program.
    static func handOver(_ row: borrowing Row) -> HandOver? {
        guard let state = HandOver.State(rawValue: row.int(5)),
            let level = ChainOfCommand.Level(rawValue: row.int(11)),
            let alarm = HandOver.Alarm(rawValue: row.int(12)),
            let before = try? turns(row.text(19))
        else { return nil }
        func moment(_ milliseconds: Int64?) -> Timestamp? {
            milliseconds.map { Timestamp(milliseconds: $0) }
        }
        var handOver = HandOver(
            number: row.int64(0), asker: row.text(2), store: row.text(3), city: row.text(4), level: level,
            openedAt: Timestamp(milliseconds: row.int64(6)), before: before)
        handOver.version = row.int(1)
        handOver.state = state
        if let holder = row.optionalText(7), let at = moment(row.optionalInt64(8)) {
            handOver.holder = HandOver.Holder(holder, attendedAt: at)
        }
        handOver.unansweredSince = moment(row.optionalInt64(9))
        handOver.lastAt = Timestamp(milliseconds: row.int64(10))
        handOver.alarm = alarm
        handOver.alarmedAt = moment(row.optionalInt64(13))
        handOver.due = Timestamp(milliseconds: row.int64(14))
        handOver.answers = row.int(15)
        handOver.end = moment(row.optionalInt64(17)).map { HandOver.End(by: row.optionalText(16), at: $0) }
        handOver.proposedAt = moment(row.optionalInt64(18))
        return handOver
    }

    private static func turns(_ record: String) throws -> [RecentTurn] {
        var reader = RecordReader(record)
        let turns = try reader.recentTurns()
        try reader.expectEnd()
        return turns
    }

    static func insert(_ handOver: HandOver, on connection: Connection) throws {
        var before = RecordWriter()
        before.add(handOver.before)
        try connection.execute(
            """
            INSERT INTO hand_over (
                number, version, asker, store, city, state, opened_at, unanswered_since, last_at, level, alarm, due,
                answers, before)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            arguments: [
                handOver.number, handOver.version, handOver.asker, handOver.store, handOver.city,
                handOver.state.rawValue, handOver.openedAt.milliseconds,
                handOver.unansweredSince?.milliseconds, handOver.lastAt.milliseconds,
                handOver.level.rawValue, handOver.alarm.rawValue, handOver.due.milliseconds,
                handOver.answers, before.text,
            ])
        guard connection.changes == 1 else { throw ConversationConflict() }
    }

    /// - Parameter before: the version that the row must have.
    static func update(_ handOver: HandOver, before: Int, on connection: Connection) throws {
        try connection.execute(
            """
            UPDATE hand_over
            SET version = ?, state = ?, holder = ?, attended_at = ?, unanswered_since = ?, last_at = ?, level = ?,
                alarm = ?, alarmed_at = ?, due = ?, answers = ?, ended_by = ?, ended_at = ?, proposed_at = ?
            WHERE number = ? AND version = ?
            """,
            arguments: [
                handOver.version, handOver.state.rawValue, handOver.holder?.person,
                handOver.holder?.attendedAt.milliseconds, handOver.unansweredSince?.milliseconds,
                handOver.lastAt.milliseconds, handOver.level.rawValue, handOver.alarm.rawValue,
                handOver.alarmedAt?.milliseconds, handOver.due.milliseconds, handOver.answers,
                handOver.end?.by, handOver.end?.at.milliseconds, handOver.proposedAt?.milliseconds,
                handOver.number, before,
            ])
        guard connection.changes == 1 else { throw ConversationConflict() }
    }
}
