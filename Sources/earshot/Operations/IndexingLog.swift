import Earshot
import Metrics
import Store
import Synchronization

/// Tells how far the index of the voices' words has come, in the log and in `/metrics`.
final class IndexingLog: Sendable {
    private let failures: Counter
    /// The tenths of the voices that the log has told of.
    private let told = Mutex<Int64>(10)
    /// Whether the log has told of a failure since the last batch: it is tried again every few seconds.
    private let hasFailed = Mutex(false)

    /// Fewer voices to come are told of in the metrics alone: they come every few seconds.
    private static let many: Int64 = 100_000

    init(_ metrics: Metrics, of store: VoiceStore) {
        failures = metrics.counter(
            "earshot_index_failures_total", help: "Times that the voices' words could not be indexed.")
        metrics.gauge("earshot_index_left", help: "Voices whose words are still to be indexed.") {
            (try? store.indexProgress()).map { Double($0.left) }
        }
    }

    func advanced(_ progress: IndexProgress) {
        hasFailed.withLock { $0 = false }
        let tenths = progress.newest > 0 ? progress.reached * 10 / progress.newest : 10
        let isNew = told.withLock { told in
            defer { told = tenths }
            return told != tenths
        }
        guard isNew, progress.left >= IndexingLog.many else { return }
        Log.write(
            .info, "the voices' words are being indexed",
            [("index.reached", "\(progress.reached)"), ("index.newest", "\(progress.newest)")])
    }

    func failed(_ reason: String) {
        failures.increment()
        let isKnown = hasFailed.withLock { hasFailed in
            defer { hasFailed = true }
            return hasFailed
        }
        guard !isKnown else { return }
        Log.write(
            .error, "the voices' words could not be indexed; what is indexed is found",
            [("fault.error", reason)])
    }
}
