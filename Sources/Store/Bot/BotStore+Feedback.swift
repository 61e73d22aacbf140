public import Earshot
import SQLite

extension BotStore: FeedbackRegister {
    public func keep(_ feedback: Feedback, at now: Timestamp) async throws -> Bool {
        try await database.write { connection in
            try BotStore.keep(feedback, at: now, on: connection)
            return connection.changes > 0
        }
    }

    /// - Parameter request: what was understood, where the answer itself was not kept with it.
    static func keep(
        _ feedback: Feedback, of request: Request? = nil, at now: Timestamp, on connection: Connection
    ) throws {
        // The answer is copied: it is forgotten earlier than what was thought of it.
        try connection.execute(
            """
            INSERT INTO feedback (
                channel, event, message, account, verdict, reasons, comment, given_at, request, reply, answered_at
            )
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, COALESCE(answer.request, ?), answer.reply, answer.handled_at
            FROM (SELECT 1) AS one
            LEFT JOIN handled AS answer
            ON answer.channel = ? AND answer.message = ? AND COALESCE(answer.request, ?) IS NOT NULL
            WHERE true
            ON CONFLICT DO NOTHING
            """, feedback.event.channel, feedback.event.id, feedback.message, feedback.account,
            feedback.verdict.rawValue, feedback.reasons.record, feedback.comment, now.milliseconds,
            request?.record, feedback.event.channel, feedback.message, request?.record)
    }
}

extension BotStore: FeedbackDesk {
    private static let columns = """
        id, channel, event, message, account, verdict, reasons, comment, given_at, request, reply, answered_at
        """

    /// Whether nothing later was said by the same person of the same answer.
    private static let isLastWord = """
        NOT EXISTS (
            SELECT 1
            FROM feedback AS later
            WHERE later.channel = feedback.channel AND later.message = feedback.message
                AND later.account = feedback.account AND later.id > feedback.id
        )
        """

    public func feedback(
        since moment: Timestamp, verdicts: Set<Feedback.Verdict>, limit: Int
    ) async throws -> [RatedAnswer] {
        let places = Array(repeating: "?", count: verdicts.count).joined(separator: ", ")
        return try await database.read { connection in
            try connection.query(
                """
                SELECT \(BotStore.columns)
                FROM feedback
                WHERE given_at >= ? AND verdict IN (\(places)) AND \(BotStore.isLastWord)
                ORDER BY id DESC
                LIMIT ?
                """,
                arguments: [moment.milliseconds]
                    + verdicts.map(\.rawValue).sorted().map { $0 as any Bindable }
                    + [limit]
            ) { BotStore.ratedAnswer($0) }.compactMap { $0 }
        }
    }

    public func feedback(_ number: Int64) async throws -> RatedAnswer? {
        try await database.read { connection in
            try connection.queryOne("SELECT \(BotStore.columns) FROM feedback WHERE id = ?", number) {
                BotStore.ratedAnswer($0)
            } ?? nil
        }
    }

    public func feedbackCounts(since moment: Timestamp) async throws -> [Feedback.Verdict: Int] {
        try await database.read { connection in
            var counts: [Feedback.Verdict: Int] = [:]
            try connection.forEach(
                """
                SELECT verdict, COUNT(*)
                FROM feedback
                WHERE given_at >= ? AND \(BotStore.isLastWord)
                GROUP BY verdict
                """, moment.milliseconds
            ) { row in
                if let verdict = Feedback.Verdict(rawValue: row.int(0)) { counts[verdict] = row.int(1) }
            }
            return counts
        }
    }

    /// One row; nothing for a verdict of another edition of the program.
    private static func ratedAnswer(_ row: borrowing Row) -> RatedAnswer? {
        guard let verdict = Feedback.Verdict(rawValue: row.int(5)) else { return nil }
        let feedback = Feedback(
            event: MessageKey(channel: row.text(1), id: row.text(2)), message: row.text(3),
            account: row.text(4), verdict: verdict,
            reasons: (try? [Feedback.Reason](record: row.text(6))) ?? [], comment: row.optionalText(7))
        return RatedAnswer(
            number: row.int64(0), feedback: feedback, givenAt: Timestamp(milliseconds: row.int64(8)),
            answer: BotStore.answered(
                request: row.optionalText(9), reply: row.optionalText(10), at: row.optionalInt64(11)))
    }

    /// Nothing where the answer was forgotten, or was written by an edition whose records cannot be read.
    private static func answered(request: String?, reply: String?, at: Int64?) -> RatedAnswer.Answered? {
        guard let at, let request = request.flatMap({ try? Request(record: $0) }),
            let reply = reply.flatMap({ try? Reply(record: $0) })
        else { return nil }
        return RatedAnswer.Answered(request: request, reply: reply, at: Timestamp(milliseconds: at))
    }
}
