import Earshot
import SQLite

/// An agreed action as a row of its table.
enum ActionRow {
    static let columns = """
        number, version, owner, recorder, city, region, words, due, recorded_at, state, ended_by, ended_at, remark, news,
        reminded_at, is_of_headquarters, recorder_news
        """

    /// Nothing for a row of another edition of the program.
    static func action(_ row: borrowing Row) -> AgreedAction? {
        guard let state = AgreedAction.State(rawValue: row.int(9)) else { return nil }
        let place: Territory =
            row.optionalText(4).map { .city($0) } ?? row.optionalText(5).map { .region($0) } ?? .nation
        var action = AgreedAction(
            number: row.int64(0), owner: row.text(2), recorder: row.text(3),
            isOfHeadquarters: row.int(15) != 0, place: place, words: row.text(6),
            due: Day(number: row.int(7)),
            recordedAt: Timestamp(milliseconds: row.int64(8)))
        action.version = row.int(1)
        action.state = state
        if let by = row.optionalText(10), let at = row.optionalInt64(11) {
            action.end = AgreedAction.End(
                by: by, at: Timestamp(milliseconds: at), remark: row.optionalText(12))
        }
        action.news = row.optionalText(13).flatMap { AgreedAction.News(rawValue: $0) }
        action.recorderNews = row.optionalText(16).flatMap { AgreedAction.News(rawValue: $0) }
        action.remindedAt = row.optionalInt64(14).map { Timestamp(milliseconds: $0) }
        return action
    }

    static func insert(_ action: AgreedAction, at now: Timestamp, on connection: Connection) throws {
        let (city, region) = columns(of: action.place)
        try connection.execute(
            """
            INSERT INTO agreed_action (
                number, version, owner, recorder, city, region, words, due, recorded_at, state, news, news_at,
                is_of_headquarters, recorder_news)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            arguments: [
                action.number, action.version, action.owner, action.recorder, city, region, action.words,
                action.due.number, action.recordedAt.milliseconds, action.state.rawValue,
                action.news?.rawValue, now.milliseconds, action.isOfHeadquarters ? 1 : 0,
                action.recorderNews?.rawValue,
            ])
        guard connection.changes == 1 else { throw ConversationConflict() }
    }

    private static func columns(of place: Territory) -> (city: String?, region: String?) {
        switch place {
        case .nation: (nil, nil)
        case .city(let name): (name, nil)
        case .region(let name): (nil, name)
        }
    }

    /// - Parameter before: the version that the row must have.
    static func update(
        _ action: AgreedAction, before: Int, at now: Timestamp, on connection: Connection
    ) throws {
        let (city, region) = columns(of: action.place)
        try connection.execute(
            """
            UPDATE agreed_action
            SET version = ?, owner = ?, city = ?, region = ?, due = ?, state = ?, ended_by = ?, ended_at = ?, remark = ?, news = ?, news_at = ?,
                reminded_at = ?, recorder_news = ?
            WHERE number = ? AND version = ?
            """,
            arguments: [
                action.version, action.owner, city, region, action.due.number, action.state.rawValue,
                action.end?.by,
                action.end?.at.milliseconds, action.end?.remark, action.news?.rawValue, now.milliseconds,
                action.remindedAt?.milliseconds, action.recorderNews?.rawValue, action.number, before,
            ])
        guard connection.changes == 1 else { throw ConversationConflict() }
    }
}
