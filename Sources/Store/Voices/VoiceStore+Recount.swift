import SQLite

extension VoiceStore {
    /// Counts everything again from the mentions and compares.
    ///
    /// - Returns: how many rows of `daily_count` differ from the recount, or are missing on either side; 0 for a
    ///   sound file.
    public func recountDifferences() async throws -> Int {
        try await database.read { connection in
            try connection.queryOne(
                """
                WITH recount AS (
                    SELECT day, place, subject, aspect,
                        SUM(polarity < 0) AS negative, SUM(polarity = 0) AS neutral,
                        SUM(polarity > 0) AS positive
                    FROM (
                        SELECT day, place, subject, aspect, polarity FROM mention WHERE place > 0
                        UNION ALL
                        SELECT day, 0, subject, aspect, polarity FROM mention WHERE place < 1000000
                    )
                    GROUP BY day, place, subject, aspect
                ),
                difference AS (
                    SELECT * FROM (SELECT * FROM recount EXCEPT SELECT * FROM daily_count)
                    UNION ALL
                    SELECT * FROM (SELECT * FROM daily_count EXCEPT SELECT * FROM recount)
                )
                SELECT COUNT(*) FROM difference
                """
            ) { $0.int(0) } ?? 0
        }
    }
}
