import Earshot
import Store

/// Reminds of what people are to answer, and ends what nobody goes on with, looking every minute.
final class BackgroundHandOvers: Sendable {
    private let rounds: HandOverRounds
    private let wakeCourier: @Sendable (String) -> Void
    private let pause: Duration

    /// - Parameters:
    ///   - wake: says that there is something new for a channel.
    ///   - pause: between two looks.
    init(
        _ stores: Stores, clock: any Earshot.Clock,
        situation: @escaping @Sendable () -> HandOverRounds.Situation,
        wake: @escaping @Sendable (String) -> Void, pause: Duration = .seconds(60)
    ) {
        rounds = HandOverRounds(register: stores.bot, clock: clock, situation: situation)
        wakeCourier = wake
        self.pause = pause
    }

    /// Works until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            do {
                for channel in Set(try await rounds.look().map(\.channel)) { wakeCourier(channel) }
            } catch is CancellationError {
                return
            } catch {
                Log.write(.error, "hand-overs could not be looked at", [("fault.error", "\(error)")])
            }
            // Cancelled when the service stops, which ends the waiting.
            try? await Task.sleep(for: pause)
        }
    }
}
