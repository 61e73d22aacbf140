import Earshot
import Store
import Synchronization

/// Reads stored voices again on a thread of its own, with a bar for the person who waits.
final class RereadingByHand: Sendable {
    struct Done: Sendable {
        var outcome: Rereading.Outcome
        /// Voices read in this run.
        var read: Int
        var seconds: Double
    }

    private struct State: Sendable {
        var isStopped = false
        var progress: Progress
        var begun: Int64 = 0
        var read: Int64 = 0
    }

    private let store: VoiceStore
    private let comprehension: Comprehension
    private let state: Mutex<State>

    init(of store: VoiceStore, by comprehension: Comprehension) {
        self.store = store
        self.comprehension = comprehension
        state = Mutex(State(progress: Progress("reading voices again", total: 1000)))
    }

    /// Ends after the batch at work.
    func stop() {
        state.withLock { $0.isStopped = true }
    }

    func run() async -> Result<Done, any Error> {
        await withCheckedContinuation { continuation in
            let isStarted = startThread { continuation.resume(returning: Result { try self.read() }) }
            if !isStarted { continuation.resume(returning: .failure(Failure("no thread can be started"))) }
        }
    }

    private func read() throws -> Done {
        // Nobody else is served meanwhile, so a batch may be as large as that of an intake.
        let rereading = Rereading(
            of: store, by: { [comprehension] in comprehension }, clock: SystemClock(),
            batch: Rereading.Batch(voices: 8000, bytes: 8 << 20, last: 1000),
            isStopped: { self.state.withLock { $0.isStopped } }, onEvent: note)
        defer { state.withLock { $0.progress.end() } }
        let outcome = try rereading.run()
        return state.withLock {
            Done(outcome: outcome, read: Int($0.read), seconds: $0.progress.seconds)
        }
    }

    private func note(_ event: Rereading.Event) {
        state.withLock { state in
            switch event {
            case .began(let progress):
                (state.begun, state.read) = (progress.reached, progress.left)
            case .advanced(let progress):
                state.read = progress.newest - state.begun
                let share = progress.newest > 0 ? progress.reached * 1000 / progress.newest : 0
                state.progress.update(Int(share), detail: "\(Figures.count(Int(progress.reached))) voices")
            case .changedOver: break
            }
        }
    }
}
