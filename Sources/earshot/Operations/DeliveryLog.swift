import Earshot
import Metrics

/// Logs what became of deliveries, and counts it for `/metrics`, by channel. Nothing that was said and nobody's name goes
/// into either.
struct DeliveryLog: Sendable {
    private let settings: Settings
    private let clock: any Earshot.Clock
    private let sent: Family<Counter>
    private let retried: Family<Counter>
    private let failed: Family<Counter>
    private let lastSuccess: Family<Gauge>

    /// - Parameter channels: Those that are served; each has its series from the start.
    init(
        _ metrics: Metrics, of settings: Settings, desk: any OutboxDesk, channels: [String],
        clock: any Earshot.Clock
    ) {
        self.settings = settings
        self.clock = clock
        func counters(_ name: String, _ help: String) -> Family<Counter> {
            metrics.counters("earshot_deliveries_\(name)_total", help: help, labels: ["channel"])
        }
        sent = counters("sent", "Deliveries that a platform took since the start.")
        retried = counters("retried", "Tries of deliveries that had to be put off since the start.")
        failed = counters("failed", "Deliveries that went to the dead letters or expired since the start.")
        lastSuccess = metrics.gauges(
            "earshot_deliveries_last_success_seconds",
            help:
                "When a platform last took a delivery, as a Unix time; absent until it did since the start.",
            labels: ["channel"])
        let labels = channels.map { DeliveryLog.label(of: $0, in: settings) }
        for label in labels {
            for family in [sent, retried, failed] { _ = family.with(label) }
        }
        let loads: [(name: String, help: String, number: @Sendable (ChannelLoad) -> Double)] = [
            ("waiting", "Deliveries that are to be sent.", { Double($0.waiting) }),
            (
                "dead", "Deliveries that could not be sent; earshot outbox list shows them.",
                { Double($0.dead) }
            ),
            (
                "expired", "Deliveries that were not sent in time; earshot outbox list shows them.",
                { Double($0.expired) }
            ),
            (
                "oldest_seconds", "How long the oldest delivery that is to be sent has waited.",
                { load in
                    load.oldest.map { Double(max(0, clock.now.milliseconds - $0.milliseconds)) / 1000 } ?? 0
                }
            ),
        ]
        for (name, help, number) in loads {
            metrics.gauges("earshot_deliveries_\(name)", help: help, labels: ["channel"]) {
                guard let found = try? await desk.channelLoads() else { return [] }
                var values = Dictionary(labels.map { ($0, 0.0) }) { first, _ in first }
                for load in found {
                    let label = DeliveryLog.label(of: load.channel, in: settings)
                    // Channels that are not configured any more may share one.
                    let before = values[label] ?? 0
                    values[label] =
                        name == "oldest_seconds" ? max(before, number(load)) : before + number(load)
                }
                return values.sorted { $0.key < $1.key }.map { ([$0.key], $0.value) }
            }
        }
    }

    func record(_ report: DeliveryReport) {
        count(report)
        let fields: [(StaticString, String)] = [
            ("delivery.channel", report.channel), ("delivery.event", report.event.rawValue),
            ("delivery.count", "\(report.count)"), ("delivery.reason", report.reason ?? ""),
        ]
        switch report.event {
        case .sent: break
        case .postponed, .channelBusy, .unclear, .resent:
            Log.write(.info, "a delivery is tried again", fields)
        case .resentPerhapsTwice:
            Log.write(.warning, "a delivery is sent again and may arrive twice: at least once", fields)
        case .dead: Log.write(.warning, "a delivery is dead; earshot outbox list shows it", fields)
        case .expired:
            Log.write(.warning, "deliveries were not sent in time; earshot outbox list shows them", fields)
        case .channelStopped:
            Log.write(.error, "nothing goes through a channel until somebody has put it right", fields)
        default: Log.write(.error, "the outbox failed", fields)
        }
    }

    private func count(_ report: DeliveryReport) {
        let label = DeliveryLog.label(of: report.channel, in: settings)
        switch report.event {
        case .sent:
            sent.with(label).increment(by: UInt64(report.count))
            lastSuccess.with(label).set(Int(clock.now.milliseconds / 1000))
        case .dead, .expired: failed.with(label).increment(by: UInt64(report.count))
        case .fault: break
        default: retried.with(label).increment(by: UInt64(report.count))
        }
    }

    /// A channel as `/metrics` shows it: `wecom/dealers`. A robot of DingTalk stands under its place in the settings,
    /// `dingtalk[0]`: its name is a part of its address, which must not be guessed.
    private static func label(of channel: String, in settings: Settings) -> String {
        guard channel.hasPrefix("dingtalk/") else { return channel }
        let index = settings.dingtalk.firstIndex { "dingtalk/\($0.name)" == channel }
        return index.map { "dingtalk[\($0)]" } ?? "dingtalk"
    }
}
