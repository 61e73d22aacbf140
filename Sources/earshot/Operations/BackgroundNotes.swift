import Earshot
import Store

/// Brings what dealers recorded to the voices: at once where it was recorded here, else within a minute.
final class BackgroundNotes: Sendable {
    private let rounds: DealerNoteRounds
    private let bell: RoundBell

    /// - Parameters:
    ///   - comprehension: the one in force.
    ///   - pause: between two looks where nobody wakes it.
    init(
        _ stores: Stores, comprehension: @escaping @Sendable () -> Comprehension,
        pause: Duration = .seconds(60)
    ) {
        rounds = DealerNoteRounds(
            queue: stores.bot, register: stores.voices, voices: stores.voices, comprehension: comprehension)
        bell = RoundBell(pause: pause)
    }

    /// Has it look at once.
    func wake() { bell.wake() }

    /// Works until the task is cancelled.
    func run() async {
        await bell.run(fault: "what dealers recorded could not be counted") {
            try await rounds.bring()
        }
    }
}
