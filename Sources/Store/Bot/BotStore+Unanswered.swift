public import Earshot
import SQLite

extension BotStore {
    /// Different questions that are kept of a day: whoever floods the bot fills no disk.
    private static let mostQuestions = 2000

    public func unanswered(since day: Day, offset: Int, limit: Int) async throws -> [UnansweredQuestion] {
        try await unanswered(from: day.number, through: Int.max, offset: offset, limit: limit)
    }

    public func unanswered(
        during days: ClosedRange<Day>, limit: Int
    ) async throws -> [UnansweredQuestion] {
        try await unanswered(
            from: days.lowerBound.number, through: days.upperBound.number, offset: 0, limit: limit)
    }

    private func unanswered(
        from first: Int, through last: Int, offset: Int, limit: Int
    ) async throws -> [UnansweredQuestion] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT
                    (
                        SELECT text
                        FROM unanswered AS latest
                        WHERE latest.key = unanswered.key
                        ORDER BY latest.day DESC
                        LIMIT 1
                    ),
                    SUM(count)
                FROM unanswered
                WHERE day BETWEEN ? AND ?
                GROUP BY key
                ORDER BY SUM(count) DESC, MAX(day) DESC, key
                LIMIT ? OFFSET ?
                """, first, last, limit, offset
            ) { UnansweredQuestion($0.text(0), count: $0.int(1)) }
        }
    }

    public func countUnanswered(since day: Day) async throws -> Int {
        try await database.read { connection in
            try connection.queryOne(
                "SELECT COUNT(DISTINCT key) FROM unanswered WHERE day >= ?", day.number
            ) { $0.int(0) } ?? 0
        }
    }

    static func countUnanswered(_ text: String, on day: Day, on connection: Connection) throws {
        let known =
            try connection.queryOne(
                "SELECT COUNT(*) FROM unanswered WHERE day = ?", day.number
            ) { $0.int(0) } ?? 0
        try connection.execute(
            """
            UPDATE unanswered SET text = ?, count = count + 1 WHERE day = ? AND key = ?
            """, text, day.number, UnansweredQuestion.key(of: text))
        guard connection.changes == 0, known < mostQuestions else { return }
        try connection.execute(
            "INSERT INTO unanswered (day, key, text, count) VALUES (?, ?, ?, 1)", day.number,
            UnansweredQuestion.key(of: text), text)
    }
}
