import Crypto
public import Earshot
import SQLite

extension BotStore: ReportLinkDesk {
    public func keepLink(
        _ token: String, to report: ReportLinks.Report, sentTo account: String, until end: Timestamp
    ) async throws -> Bool {
        let hash = Digest.sha256(of: Array(token.utf8))
        return try await database.write { connection in
            // Without its words there is no page.
            try connection.execute(
                """
                INSERT INTO report_link (token_hash, issue, expires_at, account)
                SELECT ?, number, ?, ?
                FROM report_issue
                WHERE subscription = ? AND day = ? AND words IS NOT NULL
                """, hash, end.milliseconds, Account.canonical(account), report.subscription,
                report.day.number)
            return connection.changes > 0
        }
    }

    public func report(linkedBy token: String, at now: Timestamp) async throws -> LinkedReport? {
        let hash = Digest.sha256(of: Array(token.utf8))
        let link = try await database.read { connection in
            try connection.queryOne(
                "SELECT issue, account FROM report_link WHERE token_hash = ? AND expires_at > ?", hash,
                now.milliseconds
            ) { (issue: $0.int64(0), account: $0.text(1)) }
        }
        guard let link, let issue = try await reportIssue(link.issue) else { return nil }
        return LinkedReport(issue: issue, account: link.account)
    }

    /// Ends the links of a message that was taken back.
    static func endLinks(ofDelivery key: String, on connection: Connection) throws {
        guard let report = ReportLinks.Report(ofDelivery: key) else { return }
        try connection.execute(
            """
            DELETE FROM report_link
            WHERE issue IN (SELECT number FROM report_issue WHERE subscription = ? AND day = ?)
            """, report.subscription, report.day.number)
    }
}
