/// How a count moved from one period to the next, or why that cannot be said.
public enum Change: Sendable, Hashable {
    /// 0.18 for 18 % more.
    case by(Double)
    /// There was nothing before.
    case new
    /// Too few voices before or now for a percentage to mean anything.
    case tooFew

    /// - Parameter minimum: the larger of both counts must reach it.
    public init(from before: Int, to now: Int, minimum: Int) {
        if max(before, now) < minimum {
            self = .tooFew
        } else if before == 0 {
            self = .new
        } else {
            self = .by(Double(now - before) / Double(before))
        }
    }
}
