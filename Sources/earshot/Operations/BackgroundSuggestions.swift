import Earshot
import Store

/// Tells those who want a suggestion what became of it, and looks again for what customers say of it, every minute.
final class BackgroundSuggestions: Sendable {
    private let rounds: SuggestionRounds
    private let evidence: EvidenceRounds
    private let reminders: SuggestionReminderRounds
    private let outcomes: SuggestionOutcomeRounds
    private let wakeCourier: @Sendable (String) -> Void
    private let pause: Duration

    /// - Parameters:
    ///   - wake: says that there is something new for a channel.
    ///   - pause: between two looks.
    init(
        _ stores: Stores, clock: any Earshot.Clock,
        situation: @escaping @Sendable () -> SuggestionRounds.Situation,
        evidence: @escaping @Sendable () -> EvidenceRounds.Situation,
        wake: @escaping @Sendable (String) -> Void, pause: Duration = .seconds(60)
    ) {
        rounds = SuggestionRounds(register: stores.bot, clock: clock, situation: situation)
        self.evidence = EvidenceRounds(register: stores.bot, clock: clock, situation: evidence)
        reminders = SuggestionReminderRounds(register: stores.bot, clock: clock, situation: situation)
        outcomes = SuggestionOutcomeRounds(register: stores.bot, clock: clock, situation: evidence)
        wakeCourier = wake
        self.pause = pause
    }

    /// Works until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await attempt("somebody could not be told of suggestions") {
                for channel in Set(try await rounds.tell().map(\.channel)) { wakeCourier(channel) }
            }
            await attempt("somebody could not be reminded of suggestions") {
                for channel in Set(try await reminders.remind().map(\.channel)) { wakeCourier(channel) }
            }
            await attempt("what customers say since a suggestion was shipped could not be looked for") {
                try await outcomes.look()
            }
            await attempt("what customers say of a suggestion could not be looked for") {
                try await evidence.renew()
            }
            // Cancelled when the service stops, which ends the waiting.
            try? await Task.sleep(for: pause)
        }
    }

    private func attempt(_ fault: StaticString, _ body: () async throws -> Void) async {
        do {
            try await body()
        } catch is CancellationError {
            return
        } catch {
            Log.write(.error, fault, [("fault.error", "\(error)")])
        }
    }
}
