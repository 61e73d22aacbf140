import Earshot

/// Tells every administrator, through a channel that works, that nothing goes through another until somebody has put it
/// right: a robot was removed, a group dissolved, a secret changed. Once a day for each channel.
struct ChannelNotices: Sendable {
    let outbox: any Outbox
    /// The channels that are served.
    let channels: [String]
    let clock: any Earshot.Clock
    let calendar: LocalCalendar
    /// The accounts of each administrator.
    let administrators: @Sendable () async throws -> [[String]]
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
        return try await administrators().compactMap { accounts in
            let ways = accounts.lazy.compactMap { account in
                way(to: account, around: report.channel).map { (account: account, way: $0) }
            }
            return ways.first.map { found in
                Delivery(
                    key: "channel-stopped/\(report.channel)/\(calendar.day(of: now))/\(found.account)",
                    channel: found.way.channel, recipient: found.way.recipient, reply: reply,
                    priority: .urgent, deadline: now + ChannelNotices.patience)
            }
        }
    }

    /// A channel through which an account can be written to, other than the one that stands still.
    private func way(to account: String, around stopped: String) -> (channel: String, recipient: String)? {
        let parts = account.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2,
            let channel = channels.first(where: { $0.hasPrefix("\(parts[0])/") && $0 != stopped }),
            let recipient = Outgoing.recipient(parts[1], on: channel)
        else { return nil }
        return (channel, recipient)
    }
}
