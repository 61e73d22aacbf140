import Earshot

/// Tells every administrator, through a channel that works, that nothing goes through another until somebody has put it
/// right: a robot was removed, a group dissolved, a secret changed. Once a day for each channel.
struct ChannelNotices: Sendable {
    let outbox: any Outbox
    let reach: Reach
    let clock: any Earshot.Clock
    let calendar: LocalCalendar
    let administrators: @Sendable () -> [Person]
    /// What is said, for a channel and the platform's words.
    let words: @Sendable (_ channel: String, _ reason: String) throws -> Reply

    /// By then the next one is due.
    private static let patience = Duration.seconds(24 * 3600)

    /// Takes note of what became of deliveries; returns at once.
    func note(_ report: DeliveryReport) {
        guard report.event == .channelStopped else { return }
        Task {
            do {
                let notices = try await notices(of: report)
                guard !notices.isEmpty else {
                    return Log.write(
                        .warning, "no administrator can be told of it through another channel",
                        [("delivery.channel", report.channel)])
                }
                _ = try await outbox.enqueue(notices, at: clock.now)
            } catch {
                Log.write(.error, "the administrators could not be told", [("fault.error", "\(error)")])
            }
        }
    }

    private func notices(of report: DeliveryReport) async throws -> [Delivery] {
        let now = clock.now
        let reply = try words(report.channel, report.reason ?? "")
        let around = try await reach.ways(around: report.channel)
        return administrators().compactMap { administrator in
            around.way(to: administrator).map { way in
                Delivery(
                    key: "channel-stopped/\(report.channel)/\(calendar.day(of: now))/\(way.account)",
                    channel: way.channel, recipient: way.recipient, reply: reply,
                    priority: .urgent, deadline: now + ChannelNotices.patience)
            }
        }
    }
}
