import Earshot
import Store

/// Tells people of agreed actions and reminds of those whose day has passed: at once where something was changed here, else
/// within a minute.
final class BackgroundActions: Sendable {
    private let rounds: ActionRounds
    private let wakeCourier: @Sendable (String) -> Void
    private let pause: Duration
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation

    /// - Parameters:
    ///   - wake: says that there is something new for a channel.
    ///   - pause: between two looks where nobody wakes it.
    init(
        _ stores: Stores, clock: any Earshot.Clock,
        situation: @escaping @Sendable () -> ActionRounds.Situation,
        wake: @escaping @Sendable (String) -> Void, pause: Duration = .seconds(60)
    ) {
        rounds = ActionRounds(register: stores.bot, clock: clock, situation: situation)
        wakeCourier = wake
        self.pause = pause
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Has it look at once.
    func wake() { ring.yield() }

    /// Works until the task is cancelled.
    func run() async {
        let (ring, pause) = (ring, pause)
        ring.yield()
        let timer = Task(priority: .background) {
            while !Task.isCancelled {
                // Cancelled when the service stops, which ends the waiting.
                try? await Task.sleep(for: pause)
                ring.yield()
            }
        }
        defer { timer.cancel() }
        for await _ in bell {
            do {
                for channel in Set(try await rounds.tell().map(\.channel)) { wakeCourier(channel) }
            } catch is CancellationError {
                return
            } catch {
                Log.write(.error, "somebody could not be told of actions", [("fault.error", "\(error)")])
            }
        }
    }
}
