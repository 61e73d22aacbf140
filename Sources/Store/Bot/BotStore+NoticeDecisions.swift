public import Earshot
import SQLite

/// Whom a notice of a warning reached, and who was not told and why.
extension BotStore {
    public func decisions(of warnings: [Int64]) async throws -> [NoticeDecision] {
        try await database.read { connection in
            try warnings.flatMap { warning in
                try connection.query(
                    """
                    SELECT notice, person, instead_of, account, reason, reason_until, reason_by, at, wish
                    FROM notice_decision
                    WHERE warning = ?
                    ORDER BY id
                    """, warning
                ) { BotStore.decision($0, of: warning) }.compactMap(\.self)
            }
        }
    }

    static func keep(_ decision: NoticeDecision, on connection: Connection) throws {
        var account: String?
        var reason: (name: String, until: Timestamp?, by: String?)?
        switch decision.verdict {
        case .sent(let sent): account = sent
        case .withheld(let why): reason = why.record
        }
        try connection.execute(
            """
            INSERT INTO notice_decision (
                warning, notice, person, instead_of, account, reason, reason_until, reason_by, at,
                wish)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, decision.warning, decision.notice.description, decision.person,
            decision.insteadOf.joined(separator: "\n"), account, reason?.name, reason?.until?.milliseconds,
            reason?.by, decision.at.milliseconds, decision.wish?.description)
    }

    /// One row; nothing for a notice or a reason of another edition of the program.
    private static func decision(_ row: borrowing Row, of warning: Int64) -> NoticeDecision? {
        guard let notice = Notice(row.text(0)) else { return nil }
        let verdict: NoticeDecision.Verdict
        if let account = row.optionalText(3) {
            verdict = .sent(account: account)
        } else {
            guard
                let reason = NoticeDecision.Reason(
                    name: row.optionalText(4) ?? "",
                    until: row.optionalInt64(5).map { Timestamp(milliseconds: $0) }, by: row.optionalText(6))
            else { return nil }
            verdict = .withheld(reason)
        }
        return NoticeDecision(
            warning: warning, notice: notice, person: row.text(1),
            insteadOf: row.text(2).split(separator: "\n").map(String.init),
            // A region is said by its name.
            wish: row.optionalText(8).flatMap { WarningWish($0, regions: []) }, verdict: verdict,
            at: Timestamp(milliseconds: row.int64(7)))
    }
}
