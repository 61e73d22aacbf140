public import Earshot
import SQLite

/// What stood out of too few voices.
extension BotStore {
    public func sparseRises(since day: Day, regions: [Region]) async throws -> [SparseRise] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT day, subject, days, observed, expected
                FROM sparse_rise
                WHERE day >= ?
                ORDER BY day DESC, subject
                """, day.number
            ) { row -> SparseRise? in
                // Of a place or an aspect that is none any more nobody asks.
                guard let matter = WarningSubject(row.text(1), regions: regions)?.matter else { return nil }
                let last = Day(number: row.int(0))
                return SparseRise(
                    matter, days: (last - (max(1, row.int(2)) - 1))...last, observed: row.int(3),
                    expected: row.double(4))
            }.compactMap(\.self)
        }
    }

    /// How long it can be said that something was of too few voices.
    static let daysOfSparseRises = 90

    static func keep(_ rise: SparseRise, on connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO sparse_rise (day, subject, days, observed, expected) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET
                days = excluded.days, observed = excluded.observed, expected = excluded.expected
            """, rise.days.upperBound.number, WarningSubject(rise.matter).description, rise.days.count,
            rise.observed, rise.expected)
    }
}
