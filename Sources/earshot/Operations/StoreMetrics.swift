import Earshot
import Metrics
import SQLite
import Store

/// The stores' figures for `/metrics`.
enum StoreMetrics {
    static func register(_ stores: Stores, in metrics: Metrics) {
        metrics.gauge("earshot_voices", help: "Voices on disk, by the number of the newest.") {
            (try? await stores.voices.newest()).map(Double.init)
        }
        let states: [(String, String, Set<DeliveryState>)] = [
            ("waiting", "Deliveries that are to be sent.", [.waiting, .sending, .retrying]),
            ("dead", "Deliveries that could not be sent; earshot outbox list shows them.", [.dead]),
        ]
        for (name, help, states) in states {
            metrics.gauge("earshot_deliveries_\(name)", help: help) {
                (try? await stores.bot.deliveryCounts()).map { counts in
                    Double(counts.filter { states.contains($0.state) }.reduce(0) { $0 + $1.count })
                }
            }
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
