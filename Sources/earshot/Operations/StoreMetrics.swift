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
        let loads: [(String, String, @Sendable (DeliveryLoad) -> Int)] = [
            ("waiting", "Deliveries that are to be sent.", { $0.waiting }),
            ("dead", "Deliveries that could not be sent; earshot outbox list shows them.", { $0.dead }),
            (
                "expired", "Deliveries that were not sent in time; earshot outbox list shows them.",
                { $0.expired }
            ),
        ]
        for (name, help, count) in loads {
            metrics.gauge("earshot_deliveries_\(name)", help: help) {
                (try? await stores.bot.deliveryLoad()).map { Double(count($0)) }
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
