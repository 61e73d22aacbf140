import Store
import Synchronization

@testable import Earshot

/// The register of a process that dies when something is about to be written, or has just been.
struct DyingRegister: WarningRegister {
    let store: BotStore
    let death: Death

    /// When the process dies. What is dead reads and writes nothing any more.
    final class Death: Sendable {
        private struct State {
            /// Halves of writes that are left; nothing to live on.
            var left: Int?
            var isDead = false
        }

        private let state = Mutex(State())

        /// - Parameter halves: an even number to die before a write, an odd one to die after it.
        func comes(afterHalves halves: Int?) { state.withLock { $0.left = halves } }

        var hasCome: Bool { state.withLock { $0.isDead } }

        func check() throws { if hasCome { throw Died() } }

        fileprivate func halfAWrite() throws {
            try state.withLock { state in
                if state.left == 0 { state.isDead = true }
                state.left = state.left.map { $0 - 1 }
                if state.isDead { throw Died() }
            }
        }
    }

    struct Died: Error {}

    private func write(_ body: () async throws -> Void) async throws {
        try death.halfAWrite()
        try await body()
        try death.halfAWrite()
    }

    func book(endedSince moment: Timestamp, regions: [Region]) async throws -> WarningBook {
        try death.check()
        return try await store.book(endedSince: moment, regions: regions)
    }

    func keep(_ changes: WarningBook.Changes, at now: Timestamp) async throws {
        try await write { try await store.keep(changes, at: now) }
    }

    func keep(
        _ decisions: [NoticeDecision], of warnings: [Warning], _ deliveries: [Delivery], at now: Timestamp
    ) async throws {
        try await write { try await store.keep(decisions, of: warnings, deliveries, at: now) }
    }

    func decisions(of warnings: [Int64]) async throws -> [NoticeDecision] {
        try death.check()
        return try await store.decisions(of: warnings)
    }

    func steps(of warning: Int64) async throws -> [WarningStep] {
        try death.check()
        return try await store.steps(of: warning)
    }

    func alarmShares() async throws -> [String: AlarmShare] { try await store.alarmShares() }

    func subscriptions(regions: [Region]) async throws -> [WarningSubscription] {
        try await store.subscriptions(regions: regions)
    }
}
