import FoundationEssentials

extension Timestamp {
    /// To the second, in UTC: `2026-11-27T09:00:00Z`.
    package var iso8601: String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).ISO8601Format()
    }
}
