import Synchronization

/// Warnings that are kept in memory: for trying what would have been told, without telling anybody.
public final class WarningLedger: WarningRegister {
    private struct State {
        var warnings: [Int64: Warning] = [:]
        var position = WatchPosition()
        var steps: [WarningStep] = []
        var decisions: [Int64: [NoticeDecision]] = [:]
        var deliveries: [Delivery] = []
        var shares: [String: AlarmShare] = [:]
        var subscriptions: [WarningSubscription] = []
    }

    private let state = Mutex(State())

    /// - Parameters:
    ///   - shares: by what factors the rates of false alarms are moved.
    ///   - subscriptions: who wishes to be told of what.
    public init(shares: [String: AlarmShare] = [:], subscriptions: [WarningSubscription] = []) {
        state.withLock { state in
            state.shares = shares
            state.subscriptions = subscriptions
        }
    }

    public func subscriptions(regions: [Region]) async throws -> [WarningSubscription] {
        state.withLock { $0.subscriptions }
    }

    public func book(endedSince moment: Timestamp, regions: [Region]) async throws -> WarningBook {
        state.withLock { state in
            let kept = state.warnings.values.filter { warning in
                warning.state.isActive || warning.isOngoing || warning.end.map { $0.at >= moment } ?? false
            }
            return WarningBook(
                kept, nextNumber: (state.warnings.keys.max() ?? 0) + 1,
                position: state.position)
        }
    }

    public func keep(_ changes: WarningBook.Changes, at now: Timestamp) async throws {
        try state.withLock { state in
            for (warning, before) in changes.warnings where state.warnings[warning.number]?.version != before
            {
                throw WarningConflict()
            }
            for (warning, _) in changes.warnings { state.warnings[warning.number] = warning }
            state.steps += changes.steps
            state.position.advance(to: changes.position)
        }
    }

    public func keep(
        _ decisions: [NoticeDecision], of warnings: [Warning], _ deliveries: [Delivery], at now: Timestamp
    ) async throws {
        try state.withLock { state in
            for warning in warnings where state.warnings[warning.number]?.version != warning.version {
                throw WarningConflict()
            }
            for decision in decisions { state.decisions[decision.warning, default: []].append(decision) }
            state.deliveries += deliveries
        }
    }

    public func decisions(of warnings: [Int64]) async throws -> [NoticeDecision] {
        state.withLock { state in warnings.flatMap { state.decisions[$0] ?? [] } }
    }

    public func steps(of warning: Int64) async throws -> [WarningStep] {
        state.withLock { state in state.steps.filter { $0.warning == warning } }
    }

    public func alarmShares() async throws -> [String: AlarmShare] { state.withLock { $0.shares } }

    /// Does what a person would.
    ///
    /// - Throws: `ActionRefusal`.
    func act(_ action: WarningAction, by person: String, on number: Int64, at now: Timestamp) throws {
        try state.withLock { state in
            guard var warning = state.warnings[number] else { return }
            state.steps.append(try warning.apply(action, by: person, at: now))
            state.warnings[number] = warning
        }
    }

    /// All warnings, by their numbers.
    public var warnings: [Warning] {
        state.withLock { $0.warnings.values.sorted { $0.number < $1.number } }
    }

    /// What happened to all of them, in order.
    public var steps: [WarningStep] { state.withLock { $0.steps } }

    /// What would have been sent, in order.
    public var deliveries: [Delivery] { state.withLock { $0.deliveries } }

    /// Whether a delivery's key was enqueued more than once.
    var hasRepeatedDelivery: Bool {
        state.withLock { state in Set(state.deliveries.map(\.key)).count != state.deliveries.count }
    }
}
