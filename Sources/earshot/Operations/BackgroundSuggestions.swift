import Earshot
import Store

/// Tells those who want a suggestion what became of it, looking every minute.
final class BackgroundSuggestions: Sendable {
    private let rounds: SuggestionRounds
    private let wakeCourier: @Sendable (String) -> Void
    private let pause: Duration

    /// - Parameters:
    ///   - wake: says that there is something new for a channel.
    ///   - pause: between two looks.
    init(
        _ stores: Stores, clock: any Earshot.Clock,
        situation: @escaping @Sendable () -> SuggestionRounds.Situation,
        wake: @escaping @Sendable (String) -> Void, pause: Duration = .seconds(60)
    ) {
        rounds = SuggestionRounds(register: stores.bot, clock: clock, situation: situation)
        wakeCourier = wake
        self.pause = pause
    }

    /// Works until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            do {
                for channel in Set(try await rounds.tell().map(\.channel)) { wakeCourier(channel) }
            } catch is CancellationError {
                return
            } catch {
                Log.write(
                    .error, "nobody could be told of suggestions", [("fault.error", "\(error)")])
            }
            // Cancelled when the service stops, which ends the waiting.
            try? await Task.sleep(for: pause)
        }
    }
}
