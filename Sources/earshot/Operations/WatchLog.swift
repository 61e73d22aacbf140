import Earshot
import Metrics
import Store

/// What the rounds of the watch did, in the log and in `/metrics`. Who is told is in neither.
struct WatchLog: Sendable {
    private let failures: Counter
    private let notices: Counter
    private let lookSeconds: Histogram

    init(_ metrics: Metrics, of store: BotStore) {
        failures = metrics.counter(
            "earshot_watch_failures_total", help: "Rounds of the watch that could not be made.")
        notices = metrics.counter("earshot_notices_total", help: "Notices of warnings handed to the outbox.")
        lookSeconds = metrics.histogram(
            "earshot_watch_seconds", help: "How long it took to look what is abnormal.",
            bounds: [0.01, 0.03, 0.1, 0.3, 1, 3, 10])
        metrics.gauges(
            "earshot_warnings", help: "Warnings that are not over, by where they stand.", labels: ["state"]
        ) {
            ((try? await store.warningCounts()) ?? [:]).map { (["\($0.key)"], Double($0.value)) }
        }
    }

    func looked(_ changes: WarningBook.Changes, in time: Duration) {
        lookSeconds.observe(time)
        found(changes)
    }

    func found(_ changes: WarningBook.Changes) {
        for step in changes.steps {
            let subject = changes.warnings.first { $0.warning.number == step.warning }?.warning.subject
            Log.write(
                .info, "a warning has changed",
                [
                    ("warning.name", "A\(step.warning)"), ("warning.step", step.kind.rawValue),
                    ("warning.subject", subject.map { "\($0)" } ?? ""),
                ])
        }
    }

    func told(_ count: Int) {
        if count > 0 { notices.increment(by: UInt64(count)) }
    }

    func failed(_ what: StaticString, _ error: any Error) {
        failures.increment()
        Log.write(.error, what, [("fault.error", "\(error)")])
    }
}
