import Earshot
import SQLite

/// The rows of `second_reading_range`: which voices were looked at for a second reading. The newest come first, and those
/// that come in meanwhile before the ones that are left.
struct SecondReadingRows {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// Numbers that are still to be looked at.
    struct Unread {
        var first: Int64
        /// The highest of them.
        var unread: Int64
    }

    /// Takes in the voices that have come, and begins again where the figures are of another edition.
    ///
    /// - Returns: the newest numbers that are to be looked at; nothing when all were.
    func next(in edition: Int, newest: Int64) throws -> Unread? {
        try connection.execute("DELETE FROM second_reading_range WHERE edition <> ?", edition)
        try cover(upTo: newest, in: edition)
        return try connection.queryOne(
            "SELECT first, unread FROM second_reading_range WHERE unread >= first ORDER BY first DESC LIMIT 1"
        ) { Unread(first: $0.int64(0), unread: $0.int64(1)) }
    }

    private func cover(upTo newest: Int64, in edition: Int) throws {
        let top = try connection.queryOne(
            "SELECT first, unread, last FROM second_reading_range ORDER BY first DESC LIMIT 1"
        ) { (first: $0.int64(0), isUntouched: $0.int64(1) == $0.int64(2), last: $0.int64(2)) }
        guard newest > top?.last ?? 0 else { return }
        if let top, top.isUntouched {
            try connection.execute(
                "UPDATE second_reading_range SET unread = ?, last = ? WHERE first = ?", newest, newest,
                top.first)
            return
        }
        // Only the top one is asked for how far the voices are covered.
        try connection.execute("DELETE FROM second_reading_range WHERE unread < first")
        try connection.execute(
            "INSERT INTO second_reading_range (first, unread, last, edition) VALUES (?, ?, ?, ?)",
            (top?.last ?? 0) + 1, newest, newest, edition)
    }

    /// Says that numbers were looked at, up to the highest unread one of their range.
    func finish(_ numbers: ClosedRange<Int64>, in edition: Int) throws {
        try connection.execute(
            """
            UPDATE second_reading_range
            SET unread = ?
            WHERE edition = ? AND first <= ? AND unread >= ? AND unread <= ?
            """, numbers.lowerBound - 1, edition, numbers.lowerBound, numbers.lowerBound, numbers.upperBound)
    }
}
