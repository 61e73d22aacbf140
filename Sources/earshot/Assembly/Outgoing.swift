import ChatPlatforms
import Earshot
import HTTP
import PlatformClients
import Store
import Web

/// What leaves the program as messages of its own: the outbox, and a way out for every application that can send.
struct Outgoing: Sendable {
    let courier: Courier
    /// Answers that cannot stand in the response to their callback, by channel.
    let answers: [String: any MessageSender]

    init(
        _ site: Site, outbox: BotStore, client: Client, clock: any Earshot.Clock,
        texts: @escaping @Sendable () -> ReplyTexts
    ) {
        var channels: [String: Courier.Channel] = [:]
        for app in site.settings.weComApps {
            guard let sending = app.sending else { continue }
            let sender = WeComSender(
                corpID: app.corpID, secret: site.secret(sending.secret), agent: sending.agentID,
                client: client, clock: clock, server: sending.server ?? WeComSender.server)
            channels["wecom/\(app.name)"] = Courier.Channel(
                rules: WeComCarrier.rules, carrier: WeComCarrier(sender: sender, texts: texts))
        }
        let courier = Courier(outbox: outbox, channels: channels, clock: clock, onReport: Outgoing.log)
        self.courier = courier
        answers = channels.mapValues { _ in QueuedAnswers(outbox: outbox, courier: courier, clock: clock) }
    }

    private static func log(_ report: DeliveryReport) {
        let fields: [(StaticString, String)] = [
            ("delivery.channel", report.channel), ("delivery.event", report.event.rawValue),
            ("delivery.reason", report.reason ?? ""),
        ]
        switch report.event {
        case .sent: break
        case .postponed, .channelBusy, .unclear, .resent:
            Log.write(.info, "a delivery is tried again", fields)
        case .resentPerhapsTwice:
            Log.write(.warning, "a delivery is sent again and may arrive twice: at least once", fields)
        case .refused: Log.write(.warning, "a delivery is dead; earshot outbox list shows it", fields)
        case .channelStopped:
            Log.write(.error, "nothing goes through a channel until somebody has put it right", fields)
        default: Log.write(.error, "the outbox failed", fields)
        }
    }
}

/// Sends through an application of WeCom. Recipients are members' accounts.
private struct WeComCarrier: Carrier {
    let sender: WeComSender
    let texts: @Sendable () -> ReplyTexts

    /// Source: developer.work.weixin.qq.com, document 90454; what a member gets above the rate is dropped without a
    /// word. The same text to the same member within half an hour is shown once (document 90236).
    static let rules = ChannelRules(
        rates: [.atMost(10_000, within: .seconds(60))],
        ratesPerRecipient: [.atMost(30, within: .seconds(60)), .atMost(1000, within: .seconds(3600))],
        mostUnderWay: 16, recognisesRepetitions: .seconds(1800))

    func send(_ consignment: Consignment) async -> SendOutcome {
        await sender.send(
            consignment.reply, to: WeComAddressees(members: [consignment.recipient]),
            key: "delivery-\(consignment.number)", texts: texts())
    }
}

/// Puts an answer into the outbox: from there it is sent, whatever becomes of this run of the program.
private struct QueuedAnswers: MessageSender {
    let outbox: any Outbox
    let courier: Courier
    let clock: any Earshot.Clock

    /// Somebody who asked an hour ago has gone on.
    private static let patience = Duration.seconds(3600)

    func send(_ reply: Reply, answering message: InboundMessage) async throws {
        guard let account = message.account, let colon = account.firstIndex(of: ":") else { return }
        let now = clock.now
        let delivery = Delivery(
            key: "answer/\(message.channel)/\(message.id)", channel: message.channel,
            recipient: String(account[account.index(after: colon)...]), reply: reply, priority: .urgent,
            deadline: now + QueuedAnswers.patience)
        _ = try await outbox.enqueue([delivery], at: now)
        courier.wake(message.channel)
    }
}
