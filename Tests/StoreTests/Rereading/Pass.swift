import EarshotTesting
import Synchronization

@testable import Earshot
@testable import Store

/// A pass over a store's voices that a test may end after some batches.
final class Pass {
    private let archive: any VoiceArchive
    private let batch: Int
    private let bytes: Int
    private let batches: Int
    /// Called on the caller's thread after each batch.
    var onBatch: ((RereadingProgress) -> Void)?
    private(set) var begun: RereadingProgress?

    /// - Parameter bytes: of the texts of a batch.
    init(of archive: any VoiceArchive, batch: Int, bytes: Int = .max, batches: Int = .max) {
        self.archive = archive
        self.batch = batch
        self.bytes = bytes
        self.batches = batches
    }

    private static let mostQuestions = 10_000

    func run(by comprehension: Comprehension) throws -> Rereading.Outcome {
        let events = Mutex<[Rereading.Event]>([])
        let done = Atomic(0)
        // A pass that gets nowhere is ended, too.
        let limit = batches
        let asked = Atomic(0)
        let box = Hook(onBatch)
        let rereading = Rereading(
            of: archive, by: { comprehension }, clock: ManualClock(),
            batch: Rereading.Batch(voices: batch, bytes: bytes, last: batch / 2),
            isStopped: {
                done.load(ordering: .relaxed) >= limit
                    || asked.add(1, ordering: .relaxed).newValue > Pass.mostQuestions
            },
            onEvent: { event in
                events.withLock { $0.append(event) }
                guard case .advanced(let progress) = event else { return }
                done.add(1, ordering: .relaxed)
                box.call?(progress)
            })
        defer {
            for case .began(let progress) in events.withLock({ $0 }) { begun = progress }
        }
        return try rereading.run()
    }
}

// `run` calls it on the thread that it was called on.
private final class Hook: @unchecked Sendable {
    let call: ((RereadingProgress) -> Void)?

    init(_ call: ((RereadingProgress) -> Void)?) {
        self.call = call
    }
}
