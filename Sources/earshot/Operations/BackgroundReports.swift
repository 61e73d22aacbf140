import Earshot
import Metrics
import Store

/// Sends reports to those who have subscribed, looking every minute.
final class BackgroundReports: Sendable {
    private let rounds: ReportRounds
    private let wakeCourier: @Sendable (String) -> Void
    private let pause: Duration
    private let sent: Counter
    private let failures: Counter

    /// - Parameters:
    ///   - wake: says that there is something new for a channel.
    ///   - pause: between two looks.
    init(
        _ stores: Stores, clock: any Earshot.Clock, _ metrics: Metrics,
        situation: @escaping @Sendable () -> ReportRounds.Situation,
        wake: @escaping @Sendable (String) -> Void, pause: Duration = .seconds(60)
    ) {
        rounds = ReportRounds(register: stores.bot, clock: clock, situation: situation)
        wakeCourier = wake
        self.pause = pause
        sent = metrics.counter(
            "earshot_reports_sent_total", help: "Reports to subscribers handed to the outbox.")
        failures = metrics.counter(
            "earshot_report_failures_total", help: "Rounds of reports that could not be made.")
    }

    /// Works until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            do {
                let deliveries = try await rounds.send()
                if !deliveries.isEmpty { sent.increment(by: UInt64(deliveries.count)) }
                for channel in Set(deliveries.map(\.channel)) { wakeCourier(channel) }
            } catch is CancellationError {
                return
            } catch {
                failures.increment()
                Log.write(.error, "reports could not be sent", [("fault.error", "\(error)")])
            }
            // Cancelled when the service stops, which ends the waiting.
            try? await Task.sleep(for: pause)
        }
    }
}
