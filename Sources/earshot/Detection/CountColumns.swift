import CSV
import Earshot

/// What the rows of a table of counts have in common: a day and a count.
enum CountColumns {
    /// Days from the first to the last of a series or map that are taken: more than a century of days.
    static let longest = 40_000

    static func day(_ row: Row) -> Day? {
        row["t"].flatMap { Day($0) }
    }

    /// Counts are whole and not negative; more than two thousand million is a mistake.
    static func count(_ row: Row) -> Int? {
        row["count"].flatMap { Int($0) }.flatMap { (0...Int(Int32.max)).contains($0) ? $0 : nil }
    }

    /// What is wrong with a row whose day or count could not be read.
    static func fault(_ row: Row) -> String {
        day(row) == nil
            ? "t: \(Terminal.field(row["t"] ?? "")) is no day (YYYY-MM-DD)"
            : "count: \(Terminal.field(row["count"] ?? "")) is no whole number from 0"
    }
}
