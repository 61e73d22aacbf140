import Earshot
import Store

/// Brings what dealers recorded to the voices: at once where it was recorded here, else within a minute.
final class BackgroundNotes: Sendable {
    private let rounds: DealerNoteRounds
    private let pause: Duration
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation

    /// - Parameters:
    ///   - comprehension: the one in force.
    ///   - pause: between two looks where nobody wakes it.
    init(
        _ stores: Stores, comprehension: @escaping @Sendable () -> Comprehension,
        pause: Duration = .seconds(60)
    ) {
        rounds = DealerNoteRounds(
            queue: stores.bot, register: stores.voices, voices: stores.voices, comprehension: comprehension)
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
                try await rounds.bring()
            } catch is CancellationError {
                return
            } catch {
                Log.write(.error, "what dealers recorded could not be counted", [("fault.error", "\(error)")])
            }
        }
    }
}
