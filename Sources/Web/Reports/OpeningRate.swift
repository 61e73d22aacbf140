internal import Earshot
internal import HTTP

/// How often links are opened: each opening is a write, and strangers may try what they like.
struct OpeningRate {
    /// Of one caller's block of addresses within a minute; an office is behind one.
    static let perCaller = 300
    /// So many are told apart, which bounds the memory; all others together count as one.
    static let mostCallers = 10_000

    private var minute: Int64 = 0
    private var openings: [IPAddress?: Int] = [:]

    /// Counts one opening; not where there were too many in this minute.
    mutating func allow(_ caller: IPAddress?, at now: Timestamp) -> Bool {
        if minute != now.milliseconds / 60_000 { (minute, openings) = (now.milliseconds / 60_000, [:]) }
        var caller = caller?.block
        if openings.count >= OpeningRate.mostCallers, openings[caller] == nil { caller = nil }
        guard openings[caller, default: 0] < OpeningRate.perCaller else { return false }
        openings[caller, default: 0] += 1
        return true
    }
}
