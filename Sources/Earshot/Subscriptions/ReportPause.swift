/// Days on which a report that is subscribed to does not come.
public struct ReportPause: Sendable, Hashable {
    /// When it begins; nothing where it has begun.
    public var from: Timestamp?
    /// What falls before this moment does not come.
    public var until: Timestamp

    public init(from: Timestamp? = nil, until: Timestamp) { (self.from, self.until) = (from, until) }

    /// That ends only when somebody says so: 9999-12-31.
    static let untilResumed = ReportPause(until: Timestamp(seconds: 253_402_214_400))

    var endsWhenResumed: Bool { until >= ReportPause.untilResumed.until }

    /// Whether a report of a moment does not come.
    func holds(_ moment: Timestamp) -> Bool { moment < until && from.map { moment >= $0 } ?? true }

    /// Whether it is over.
    func isOver(at now: Timestamp) -> Bool { until <= now }

    /// Both as one: one that is said at once replaces one that goes on, and two that touch are one.
    ///
    /// - Parameter other: the one that was kept before.
    /// - Returns: nothing where days lie between them, of which one pause cannot hold both.
    func joining(_ other: ReportPause?, at now: Timestamp) -> ReportPause? {
        guard let other, !other.isOver(at: now) else { return self }
        let (start, otherStart) = (from ?? now, other.from.map { max($0, now) } ?? now)
        if start <= now, otherStart <= now { return self }
        guard start <= other.until, otherStart <= until else { return nil }
        let first = min(start, otherStart)
        return ReportPause(from: first > now ? first : nil, until: max(until, other.until))
    }
}
