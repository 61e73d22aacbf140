import Synchronization

/// Keeps warnings in memory, and writes down in order what happens to them and who is told.
final class BacktestRegister: WarningRegister {
    private let ledger: WarningLedger
    private let events = Mutex<[BacktestEvent]>([])

    init(shares: [String: AlarmShare], subscriptions: [WarningSubscription]) {
        ledger = WarningLedger(shares: shares, subscriptions: subscriptions)
    }

    func book(endedSince moment: Timestamp, regions: [Region]) async throws -> WarningBook {
        try await ledger.book(endedSince: moment, regions: regions)
    }

    func keep(_ changes: WarningBook.Changes, at now: Timestamp) async throws {
        try await ledger.keep(changes, at: now)
        let warnings = Dictionary(changes.warnings.map { ($0.warning.number, $0.warning) }) { $1 }
        for step in changes.steps {
            guard let warning = warnings[step.warning] else { continue }
            note(.changed(step.kind), of: warning, at: now) { $0.isChange = true }
        }
    }

    func keep(
        _ decisions: [NoticeDecision], of warnings: [Warning], _ deliveries: [Delivery], at now: Timestamp
    ) async throws {
        try await ledger.keep(decisions, of: warnings, deliveries, at: now)
        let warnings = Dictionary(warnings.map { ($0.number, $0) }) { $1 }
        for decision in decisions {
            guard let warning = warnings[decision.warning] else { continue }
            note(BacktestEvent.Kind(decision.notice), of: warning, at: now) { $0.take(decision) }
        }
    }

    func decisions(of warnings: [Int64]) async throws -> [NoticeDecision] {
        try await ledger.decisions(of: warnings)
    }

    func steps(of warning: Int64) async throws -> [WarningStep] { try await ledger.steps(of: warning) }

    func alarmShares() async throws -> [String: AlarmShare] { try await ledger.alarmShares() }

    func subscriptions(regions: [Region]) async throws -> [WarningSubscription] {
        try await ledger.subscriptions(regions: regions)
    }

    /// What has happened.
    func course(of days: ClosedRange<Day>) -> BacktestCourse {
        BacktestCourse(days: days, events: events.withLock { $0 }, warnings: ledger.warnings)
    }

    /// Adds to the event of its kind at this moment, or makes one.
    private func note(
        _ kind: BacktestEvent.Kind, of warning: Warning, at now: Timestamp,
        _ change: (inout BacktestEvent) -> Void
    ) {
        events.withLock { events in
            let begun = events.lastIndex { $0.at != now }.map { $0 + 1 } ?? 0
            let index = events[begun...].firstIndex {
                $0.kind == kind && $0.warning.number == warning.number
            }
            if index == nil { events.append(BacktestEvent(kind, of: warning, at: now)) }
            change(&events[index ?? events.count - 1])
        }
    }
}
