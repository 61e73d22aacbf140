import Earshot
import Store

/// Tells people of agreed actions and reminds of those whose day has passed: at once where something was changed here, else
/// within a minute.
final class BackgroundActions: Sendable {
    private let rounds: ActionRounds
    private let wakeCourier: @Sendable (String) -> Void
    private let bell: RoundBell

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
        bell = RoundBell(pause: pause)
    }

    /// Has it look at once.
    func wake() { bell.wake() }

    /// Works until the task is cancelled.
    func run() async {
        await bell.run(fault: "somebody could not be told of actions") {
            for channel in Set(try await rounds.tell().map(\.channel)) { wakeCourier(channel) }
        }
    }
}
