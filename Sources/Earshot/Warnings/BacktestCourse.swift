/// What would have happened in some days.
public struct BacktestCourse: Sendable {
    /// Whose complaints were replayed.
    public let days: ClosedRange<Day>
    /// In order.
    public let events: [BacktestEvent]
    /// Every warning as it was at the end, by their numbers.
    public let warnings: [Warning]

    init(days: ClosedRange<Day>, events: [BacktestEvent], warnings: [Warning]) {
        (self.days, self.events, self.warnings) = (days, events, warnings)
    }

    public var weeks: Double { Double(days.count) / 7 }

    /// Messages that would have been sent, each to one person.
    public var notices: Int { events.reduce(0) { $0 + $1.told.count } }

    /// Messages to each person, by the directory's identifier; who gets most first.
    public var noticesByPerson: [(person: String, count: Int)] {
        BacktestCourse.counts(events.flatMap(\.told))
    }

    /// Times that somebody should have been told and could not be reached, the most first.
    public var unreachable: [(person: String, count: Int)] {
        BacktestCourse.counts(events.flatMap(\.unreachable))
    }

    /// Warnings that were as bad as this at their worst.
    public func count(_ severity: Severity) -> Int { warnings.count { $0.severity == severity } }

    /// Warnings that ended by themselves without anybody who took them on.
    public var endedUnclaimed: Int {
        warnings.count { $0.state == .resolved && $0.owner == nil && $0.end?.mergedInto == nil }
    }

    /// Warnings that were found to be a part of another one.
    public var merged: Int { warnings.count { $0.end?.mergedInto != nil } }

    /// Warnings that were not over at the end.
    public var active: Int { warnings.count { $0.state.isActive } }

    /// Warnings that another course of the same days has nothing of: no warning of a matter that contains theirs, or is
    /// contained in it, in days of theirs.
    public func warnings(missingIn other: BacktestCourse) -> [Warning] {
        warnings.filter { warning in
            !other.warnings.contains { candidate in
                (candidate.subject.contains(warning.subject) || warning.subject.contains(candidate.subject))
                    && candidate.since <= warning.lastAbnormal && warning.since <= candidate.lastAbnormal
            }
        }
    }

    private static func counts(_ people: [String]) -> [(person: String, count: Int)] {
        Dictionary(grouping: people) { $0 }.map { ($0.key, $0.value.count) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
            .map { (person: $0.0, count: $0.1) }
    }
}
