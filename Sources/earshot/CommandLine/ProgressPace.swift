/// When a log is told how far long work is: not before ten seconds after it was told last.
struct ProgressPace {
    private static let apart = Duration.seconds(10)
    private var last: ContinuousClock.Instant

    /// - Parameter start: when the work began.
    init(from start: ContinuousClock.Instant) {
        last = start
    }

    /// Whether a line is due; the next one is counted from it.
    mutating func isDue(at now: ContinuousClock.Instant) -> Bool {
        guard now - last >= ProgressPace.apart else { return false }
        last = now
        return true
    }
}
