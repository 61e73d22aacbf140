import Earshot

/// When the counts are looked at: at once, an hour after each look that was done, and again at the next occasion where one was
/// not.
struct HourlyLook {
    /// After so long they are looked at again.
    static let interval = Duration.seconds(3600)

    /// When the last look that was done began.
    private var lookedAt: Timestamp?

    /// Makes a look where one is due. Behind a clock that was set back it is, or nobody would look until the clock has caught up.
    ///
    /// - Parameter look: gives whether it was done.
    mutating func make(at now: Timestamp, _ look: () async -> Bool) async {
        if let lookedAt, (lookedAt..<lookedAt + HourlyLook.interval).contains(now) { return }
        if await look() { lookedAt = now }
    }
}
