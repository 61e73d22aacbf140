public import Earshot
import SQLite

extension BotStore: ReportRegister {
    public func report(key: String) async throws -> Report? {
        try await database.read { connection in
            try connection.queryOne(
                "SELECT key, composed_at, content FROM report WHERE key = ?", key
            ) { row in
                try Report(
                    key: row.text(0), composedAt: Timestamp(milliseconds: row.int64(1)), record: row.text(2))
            }
        }
    }

    public func lastIssue(of subscription: Int64) async throws -> ReportIssue? {
        try await issues(
            "WHERE subscription = ? ORDER BY report_issue.number DESC LIMIT 1", [subscription]
        ).first
    }

    /// The report of a number; nothing where there is none.
    public func reportIssue(_ number: Int64) async throws -> ReportIssue? {
        try await issues("WHERE report_issue.number = ?", [number]).first
    }

    /// The newest reports first.
    public func reportIssues(limit: Int) async throws -> [ReportIssue] {
        try await issues("ORDER BY report_issue.number DESC LIMIT ?", [Int64(limit)])
    }

    public func issued(since day: Day) async throws -> [Int64: Set<Day>] {
        let rows = try await database.read { connection in
            try connection.query(
                """
                SELECT subscription, day FROM report_issue WHERE day >= ? AND subscription IS NOT NULL
                UNION
                SELECT subscription, day FROM note_asking WHERE day >= ?
                """, day.number, day.number
            ) { ($0.int64(0), Day(number: $0.int(1))) }
        }
        return rows.reduce(into: [:]) { $0[$1.0, default: []].insert($1.1) }
    }

    public func issue(_ sendings: [ReportSending], at now: Timestamp) async throws -> [Delivery] {
        try await database.write { connection in
            var new: [Delivery] = []
            for sending in sendings where try BotStore.keep(sending.issue, on: connection) {
                // Its subscription may have ended while it was composed.
                if try BotStore.enqueue([sending.delivery], at: now, on: connection) > 0 {
                    new.append(sending.delivery)
                }
            }
            return new
        }
    }

    /// - Returns: whether it is new.
    @discardableResult
    static func keep(_ issue: ReportIssue, on connection: Connection) throws -> Bool {
        if let subscription = issue.subscription {
            // Whoever has ended it meanwhile is sent nothing, and nobody twice.
            let isOpen = try connection.queryOne(
                """
                SELECT 1 FROM report_subscription
                WHERE number = ? AND NOT EXISTS (
                    SELECT 1 FROM report_issue WHERE subscription = ? AND day = ?)
                """, subscription, subscription, issue.day.number
            ) { _ in true }
            guard isOpen == true else { return false }
        }
        let report = issue.report
        try connection.execute(
            "INSERT INTO report (key, composed_at, content) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING",
            report.key, report.composedAt.milliseconds, report.record)
        let kept = try connection.queryOne(
            "SELECT number, content FROM report WHERE key = ?", report.key
        ) { ($0.int64(0), $0.text(1)) }
        guard let kept else { return false }
        // Somebody composed it at the same moment from more voices: what is said must be what is kept.
        guard kept.1 == report.record else { throw ConversationConflict() }
        try connection.execute(
            """
            INSERT INTO report_issue (subscription, person, kind, day, late, report, news, issued_at, words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, issue.subscription, issue.person, issue.kind.rawValue, issue.day.number,
            issue.isLate ? 1 : 0, kept.0, issue.news.record, issue.at.milliseconds,
            try issue.text.flatMap { try keep($0, on: connection) })
        return true
    }

    private func issues(_ clause: String, _ arguments: [Int64]) async throws -> [ReportIssue] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT report_issue.number, subscription, person, kind, day, late, news, issued_at,
                    report.key, composed_at, report.content, report_text.content, frame.content
                FROM report_issue
                JOIN report ON report.number = report_issue.report
                LEFT JOIN report_text ON report_text.number = report_issue.words
                LEFT JOIN report_text AS frame ON frame.number = report_text.frame
                \(clause)
                """, arguments: arguments
            ) { row -> ReportIssue? in
                guard let kind = ReportTopic.Kind(rawValue: row.text(3)) else { return nil }
                return ReportIssue(
                    number: row.int64(0), subscription: row.optionalInt64(1), person: row.text(2),
                    kind: kind, day: Day(number: row.int(4)), isLate: row.int(5) != 0,
                    report: try Report(
                        key: row.text(8), composedAt: Timestamp(milliseconds: row.int64(9)),
                        record: row.text(10)), news: try ReportNews(record: row.text(6)),
                    at: Timestamp(milliseconds: row.int64(7)),
                    text: try row.optionalText(11).map {
                        try ReportText(record: $0, frame: row.optionalText(12) ?? "")
                    })
            }.compactMap(\.self)
        }
    }
}
