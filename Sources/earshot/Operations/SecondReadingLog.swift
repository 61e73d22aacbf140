import Earshot
import Metrics
import Synchronization

/// Tells how the second readings go, in the log, in `/metrics` and in `/readyz`. No text goes into any of them.
final class SecondReadingLog: Sendable {
    private let events: Family<Counter>
    private let archive: any SecondReadingArchive
    private let textsPerDay: Int
    private let today: @Sendable () -> Day
    private let state = Mutex(State())

    private struct State {
        /// What the log has not told yet.
        var asked = 0
        var changed = 0
        /// Why the language model could not be asked, the last time it was to be.
        var trouble: SecondReaderTrouble?
    }

    init(
        _ metrics: Metrics, of archive: any SecondReadingArchive, textsPerDay: Int,
        today: @escaping @Sendable () -> Day
    ) {
        self.archive = archive
        self.textsPerDay = textsPerDay
        self.today = today
        events = metrics.counters(
            "earshot_second_reading_texts_total",
            help:
                "Texts for the language model: asked about, answered from what is known (cached), answers of no use "
                + "(refused), not answered (failed), and voices with other opinions or words now (changed).",
            labels: ["event"])
        metrics.gauge(
            "earshot_second_reading_budget_left",
            help: "Texts that may still be sent to the language model today."
        ) { [archive] in
            (try? await archive.spent(on: today())).map { Double(max(0, textsPerDay - $0)) }
        }
    }

    func record(_ event: SecondReadings.Event) {
        let name =
            switch event {
            case .asked: "asked"
            case .cached: "cached"
            case .changed: "changed"
            case .refused: "refused"
            case .failed: "failed"
            }
        events.with(name).increment()
        state.withLock { state in
            if event == .asked { state.asked += 1 }
            if event == .changed { state.changed += 1 }
        }
    }

    /// Notes how a pass ended; the log tells what has changed since it told the last time.
    func ended(_ outcome: SecondReadings.Outcome) {
        var trouble: SecondReaderTrouble?
        if case .unavailable(let found) = outcome { trouble = found }
        let (told, isNew) = state.withLock { state in
            defer { state = State(trouble: trouble) }
            return (state, trouble != nil && trouble?.code != state.trouble?.code)
        }
        if told.asked + told.changed > 0 {
            Log.write(
                .info, "voices were read a second time",
                [("texts.asked", "\(told.asked)"), ("voices.changed", "\(told.changed)")])
        }
        if isNew, let trouble {
            Log.write(
                .warning, "the language model cannot be asked; what the rules and the model read stays",
                [("fault.code", trouble.code)])
        }
    }

    func failed(_ error: any Error) {
        Log.write(.error, "voices could not be read a second time", [("fault.error", "\(error)")])
    }

    /// A line for whoever asks whether the service is ready.
    func remark() async -> String {
        let spent = (try? await archive.spent(on: today())).map { "\($0)" } ?? "?"
        let trouble = state.withLock { $0.trouble }.map { ", cannot be asked now (\($0.code))" } ?? ""
        return "language model: \(spent) of \(textsPerDay) texts asked about today\(trouble)"
    }
}
