import Crypto
import Earshot
import SQLite

extension BotStore {
    /// Keeps the words of a report, once for all who are given the same.
    ///
    /// - Returns: the number under which they are kept.
    static func keep(_ text: ReportText, on connection: Connection) throws -> Int64? {
        let frame =
            text.frame.isEmpty ? nil : try keep(text.frame, within: nil, naming: text.frame, on: connection)
        let record = text.record
        return try keep(record, within: frame, naming: "\(record)\n\(text.frame)", on: connection)
    }

    private static func keep(
        _ content: String, within frame: Int64?, naming named: String, on connection: Connection
    ) throws -> Int64? {
        let digest = Digest.sha256(of: Array(named.utf8))
        try connection.execute(
            """
            INSERT INTO report_text (digest, content, frame)
            VALUES (?, ?, ?)
            ON CONFLICT (digest) DO NOTHING
            """, digest, content, frame)
        return try connection.queryOne("SELECT number FROM report_text WHERE digest = ?", digest) {
            $0.int64(0)
        }
    }

    /// Removes the words of reports that are kept no more.
    static func forgetReportTexts(on connection: Connection) throws {
        try connection.execute(
            """
            DELETE FROM report_text
            WHERE NOT EXISTS (SELECT 1 FROM report_issue WHERE words = report_text.number)
                AND number NOT IN (SELECT frame FROM report_text WHERE frame IS NOT NULL)
            """)
    }
}
