import SQLite

/// The rows that answered messages left in `bot.db`, written again by nothing but SQLite.
enum BareRows {
    private static let most = 100_000

    /// Messages a second whose rows a bare loop commits in groups of a size.
    static func rate(of path: String, into copy: String, groupSize: Double) throws -> Double {
        let connection = try Connection(path: path, access: .readOnly)
        let tables = try connection.query(
            """
            SELECT sql
            FROM sqlite_master
            WHERE tbl_name IN ('handled', 'conversation') AND sql IS NOT NULL
            """
        ) { $0.text(0) }
        let conversations = try connection.query(
            "SELECT account, chat, state, updated_at FROM conversation ORDER BY updated_at DESC LIMIT 5000"
        ) { row in
            [.text(row.text(0)), .text(row.text(1)), .text(row.text(2)), .integer(row.int64(3))]
                as [BareCommitLoop.Value]
        }
        guard !conversations.isEmpty else { throw Failure("no message was answered") }
        var number = 0
        let transactions = try connection.query(
            "SELECT channel, message, reply, handled_at FROM handled ORDER BY handled_at DESC LIMIT ?", most
        ) { row in
            number += 1
            return [
                [.text(row.text(0)), .text(row.text(1)), .text(row.text(2)), .integer(row.int64(3))],
                conversations[number % conversations.count],
            ] as [[BareCommitLoop.Value]]
        }
        let loop = BareCommitLoop(
            tables: tables.joined(separator: ";\n"),
            statements: [
                "INSERT INTO handled (channel, message, reply, handled_at) VALUES (?, ?, ?, ?)",
                """
                INSERT INTO conversation (account, chat, state, updated_at)
                VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at
                """,
            ])
        // From the oldest on, as they came.
        let time = try loop.run(
            transactions.reversed(), into: copy, groupSize: max(1, Int(groupSize.rounded())))
        return Double(transactions.count) / Stopwatch.seconds(time)
    }
}
