import Earshot
import Metrics

/// Counts what becomes of summaries. No text goes into it.
struct SummaryLog {
    private let events: Family<Counter>
    private let dropped: Counter

    init(_ metrics: Metrics) {
        events = metrics.counters(
            "earshot_summaries_total",
            help:
                "Summaries of the language model: asked for, written, of no use (refused), not answered (failed).",
            labels: ["event"])
        dropped = metrics.counter(
            "earshot_summary_sentences_dropped_total", help: "Sentences that said what their data does not.")
    }

    func record(_ event: PreparedSummaries.Event) {
        switch event {
        case .asked: events.with("asked").increment()
        case .written: events.with("written").increment()
        case .refused: events.with("refused").increment()
        case .failed: events.with("failed").increment()
        case .dropped(let count): dropped.increment(by: UInt64(count))
        }
    }
}
