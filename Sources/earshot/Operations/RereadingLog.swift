import Earshot
import Metrics
import Store
import Synchronization

/// Tells how far the reading of stored voices has come, in the log and in `/metrics`.
final class RereadingLog: Sendable {
    private let failures: Counter
    /// The tenths of the voices that the log has told of.
    private let told = Mutex<Int64>(0)

    init(_ metrics: Metrics, of store: VoiceStore) {
        failures = metrics.counter(
            "earshot_reread_failures_total", help: "Times that the voices could not be read again.")
        metrics.gauges(
            "earshot_figures_edition", help: "The edition of the reading that the figures come from.",
            labels: ["key"]
        ) {
            guard let edition = try? store.edition() else { return [] }
            return [([edition.reading?.key ?? ""], Double(edition.number))]
        }
        metrics.gauge(
            "earshot_reread_left", help: "Voices still to be read for the next edition; 0 without one."
        ) {
            (try? store.progress()).map { Double($0?.left ?? 0) }
        }
    }

    func record(_ event: Rereading.Event) {
        switch event {
        case .began(let progress):
            told.withLock { $0 = RereadingLog.tenths(progress) }
            Log.write(.info, "reading the voices again", RereadingLog.fields(progress))
        case .advanced(let progress):
            let tenths = RereadingLog.tenths(progress)
            let isNew = told.withLock { told in
                defer { told = tenths }
                return told < tenths
            }
            if isNew { Log.write(.info, "the voices are being read again", RereadingLog.fields(progress)) }
        case .changedOver(let edition, let held):
            let milliseconds = Int64((held / .milliseconds(1)).rounded())
            Log.write(
                .info, "the figures have changed over to another edition",
                RereadingLog.fields(edition) + [("write.held.milliseconds", "\(milliseconds)")])
        }
    }

    func failed(_ reason: String) {
        failures.increment()
        Log.write(
            .error, "the voices could not be read again; the figures stay those of the edition before",
            [("fault.error", reason)])
    }

    private static func tenths(_ progress: RereadingProgress) -> Int64 {
        progress.newest > 0 ? progress.reached * 10 / progress.newest : 10
    }

    private static func fields(_ progress: RereadingProgress) -> [(StaticString, String)] {
        fields(progress.edition) + [
            ("reread.reached", "\(progress.reached)"), ("reread.newest", "\(progress.newest)"),
        ]
    }

    private static func fields(_ edition: FiguresEdition) -> [(StaticString, String)] {
        [("edition.number", "\(edition.number)"), ("edition.key", edition.reading?.key ?? "")]
    }
}
