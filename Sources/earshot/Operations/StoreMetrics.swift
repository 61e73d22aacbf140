import Metrics
import SQLite
import Store

/// The stores' figures for `/metrics`.
enum StoreMetrics {
    static func register(_ stores: Stores, in metrics: Metrics) {
        metrics.gauge("earshot_voices", help: "Voices on disk, by the number of the newest.") {
            (try? await stores.voices.lastArrival()).map(Double.init)
        }
        let files: [(String, @Sendable () -> Statistics)] = [
            ("bot", { stores.bot.statistics }), ("voices", { stores.voices.statistics }),
        ]
        for (name, statistics) in files {
            metrics.counter(
                "earshot_\(name)_commit_groups_total", help: "Commits to \(name).db since the start."
            ) {
                Double(statistics().groups)
            }
            metrics.counter("earshot_\(name)_transactions_total", help: "Transactions in these commits.") {
                Double(statistics().transactions)
            }
            metrics.gauge("earshot_\(name)_waiting_writes", help: "Transactions waiting for the writer.") {
                Double(statistics().waitingWrites)
            }
        }
    }
}
