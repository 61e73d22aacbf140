import ChatPlatforms
import Earshot
import HTTP
import Metrics
import PlatformClients
import Store
import Web

/// What leaves the program as messages of its own: the outbox, and a way out for every application that can send and
/// every robot of a group.
struct Outgoing: Sendable {
    let courier: Courier
    /// Answers that cannot stand in the response to their callback, by channel.
    let answers: [String: any MessageSender]

    /// How people are reached through these channels.
    let reach: Reach

    /// How what people send to applications is fetched, by channel.
    let media: [String: any MediaWay]

    /// Whom and how to tell that nothing goes through a channel.
    struct Notices: Sendable {
        let calendar: LocalCalendar
        /// Everybody of the directory.
        let people: @Sendable () -> [Person]
        let words: @Sendable (_ channel: String, _ reason: String) throws -> Reply
    }

    /// - Parameters:
    ///   - console: The way to the console's page, while it is served.
    ///   - attachments: Where attachments are fetched that have an address.
    ///   - metrics: Where deliveries are counted.
    ///   - right: Looks again who may see attachments.
    ///   - links: Puts links to their pages below reports; nothing for none.
    init(
        _ site: Site, outbox: BotStore, client: Client, console: ConsoleCarrier?, attachments: MediaAddress,
        clock: any Earshot.Clock,
        metrics: Metrics, notices: Notices, right: AttachmentRight, links: ReportLinks?,
        texts: @escaping @Sendable () -> ReplyTexts
    ) {
        let pictures = PictureUpload(uploads: outbox, clock: clock)
        var channels: [String: Courier.Channel] = [:]
        var media: [String: any MediaWay] = [:]
        for robot in site.settings.dingtalk {
            guard let sender = site.sender(of: robot, client: client, clock: clock) else { continue }
            media["dingtalk/\(robot.name)"] = DingTalkMedia(sender, addresses: attachments)
            channels["dingtalk/\(robot.name)"] = Courier.Channel(
                rules: DingTalkCarrier.rules,
                carrier: DingTalkCarrier(sender: sender, pictures: pictures, texts: texts))
        }
        for app in site.settings.weComApps {
            guard let sender = site.sender(of: app, client: client, clock: clock) else { continue }
            media["wecom/\(app.name)"] = WeComAppMedia(sender)
            channels["wecom/\(app.name)"] = Courier.Channel(
                rules: WeComCarrier.rules,
                carrier: WeComCarrier(sender: sender, pictures: pictures, texts: texts))
        }
        for app in site.settings.feishuApps {
            guard let sender = site.sender(of: app, client: client, clock: clock) else { continue }
            media["feishu/\(app.name)"] = FeishuMedia(sender)
            channels["feishu/\(app.name)"] = Courier.Channel(
                rules: FeishuCarrier.rules,
                carrier: FeishuCarrier(sender: sender, pictures: pictures, texts: texts))
        }
        if let links {
            for (name, channel) in channels {
                channels[name]?.carrier = LinkingCarrier(carrier: channel.carrier, links: links) {
                    Outgoing.account(of: $0, on: name)
                }
            }
        }
        for robot in site.settings.groupRobots {
            channels[robot.channel] = GroupRobotCarrier.channel(
                of: robot, webhook: site.secret(robot.webhook), secret: robot.secret.map(site.secret),
                client: client, clock: clock, texts: texts)
        }
        if let console {
            channels[ConsoleCarrier.channel] = Courier.Channel(
                rules: ConsoleCarrier.rules, carrier: console)
        }
        let reach = Reach(
            channels: channels.keys.sorted(), people: notices.people,
            bindings: { try await outbox.bindings() })
        self.reach = reach
        let log = DeliveryLog(
            metrics, of: site.settings, desk: outbox, channels: channels.keys.sorted(), clock: clock)
        let administrators = ChannelNotices(
            outbox: outbox, reach: reach, clock: clock, calendar: notices.calendar,
            administrators: { notices.people().filter { $0.role == .admin } }, words: notices.words)
        let courier = Courier(
            outbox: outbox, channels: channels, clock: clock,
            obstacle: { consignment in
                await right.obstacle(
                    toDelivery: consignment.key,
                    to: Outgoing.account(of: consignment.recipient, on: consignment.channel))
            },
            onReport: { report in
                log.record(report)
                administrators.note(report)
            })
        self.courier = courier
        self.media = media
        var answers: [String: any MessageSender] = [:]
        for name in channels.keys {
            guard let recipient = Outgoing.recipient(ofAnswersOn: name) else { continue }
            let isWeCom = name.hasPrefix("wecom/")
            answers[name] = QueuedAnswers(
                outbox: outbox, courier: courier, clock: clock, recipient: recipient,
                parts: { isWeCom ? WeComOutgoing.parts(of: $0, texts: texts()) : [$0] })
        }
        self.answers = answers
    }

    /// How a channel writes one person, by the account without the platform's name; nothing where it reaches none.
    static func recipient(_ account: String, on channel: String) -> String? {
        switch channel.prefix(while: { $0 != "/" }) {
        case "dingtalk", "feishu": "person:\(account)"
        case "wecom", "console": account
        default: nil
        }
    }

    /// The account of a person whom a channel writes so; nothing where it is a chat, or nobody.
    static func account(of recipient: String, on channel: String) -> String? {
        let platform = String(channel.prefix(while: { $0 != "/" }))
        let account =
            recipient.hasPrefix("person:") ? String(recipient.dropFirst("person:".count)) : recipient
        guard Outgoing.recipient(account, on: channel) == recipient else { return nil }
        return "\(platform):\(account)"
    }

    /// The largest picture in bytes that an application's channel takes; nothing where it shows none.
    static func mostPictureBytes(on channel: String) -> Int? {
        switch channel.prefix(while: { $0 != "/" }) {
        case "dingtalk": DingTalkMediaKind.image.mostBytes
        case "wecom": WeComMediaKind.file.mostBytes
        case "feishu": FeishuSender.mostImageBytes
        default: nil
        }
    }

    /// How a channel writes the recipient of an answer; nothing where nobody asks.
    private static func recipient(
        ofAnswersOn channel: String
    ) -> (@Sendable (InboundMessage) -> String)? {
        switch channel.prefix(while: { $0 != "/" }) {
        case "dingtalk": DingTalkCarrier.recipient
        case "wecom": WeComCarrier.recipient
        case "feishu": FeishuCarrier.recipient
        default: nil
        }
    }
}

/// Sends through an application of WeCom. Recipients are members' accounts.
private struct WeComCarrier: Carrier {
    let sender: WeComSender
    let pictures: PictureUpload
    let texts: @Sendable () -> ReplyTexts

    /// Source: developer.work.weixin.qq.com, document 90454; what a member gets above the rate is dropped without a
    /// word.
    static let rules = ChannelRules(
        rates: [.atMost(10_000, within: .seconds(60))],
        ratesPerRecipient: [.atMost(30, within: .seconds(60)), .atMost(1000, within: .seconds(3600))],
        mostUnderWay: 16, recognisesRepetitions: WeComSender.duplicateWindow)

    func send(_ consignment: Consignment) async -> SendOutcome {
        let member = WeComAddressees(members: [consignment.recipient])
        // Who asks again to see something is told again what it is.
        let isAnswer =
            QueuedAnswers.isAnswer(consignment.key) || AttachmentsShown.isShown(by: consignment.key)
        let window = isAnswer ? WeComSender.duplicateWindow : WeComCarrier.longestWindow
        if let picture = consignment.picture {
            // What is too large for a picture, as phones take them, is shown as a file.
            let kind: WeComMediaKind =
                picture.bytes.count <= WeComMediaKind.image.mostBytes ? .image : .file
            return await pictures.send(picture, of: consignment) {
                await sender.upload($0, as: kind)
            } send: {
                await sender.send(.media(kind, id: $0), to: member, duplicateWindow: window)
            }
        }
        return await sender.send(
            consignment.reply, to: member, key: consignment.key, duplicateWindow: window,
            mayRepeatWords: isAnswer, texts: texts())
    }

    /// For how long the platform is to swallow the same words to the same person where they answer nothing: each matter is
    /// enqueued once, so they are a repeat for as long as the platform can tell, also after a long outage.
    private static let longestWindow = Duration.seconds(4 * 3600)

    /// The recipient of an answer: the member's account, which the platform names with every message.
    static func recipient(of message: InboundMessage) -> String {
        message.account.map { String($0.drop { $0 != ":" }.dropFirst()) } ?? ""
    }
}

/// Sends through an application of Feishu. Recipients are chats, with their kind: `p2p:oc_…`, `group:oc_…`, or
/// people by their user or open id: `person:ou_…`.
private struct FeishuCarrier: Carrier {
    let sender: FeishuSender
    let pictures: PictureUpload
    let texts: @Sendable () -> ReplyTexts

    /// Source: open.feishu.cn, 频控策略 and 发送消息; a message with the same uuid is sent once within an hour.
    static let rules = ChannelRules(
        rates: [.atMost(1000, within: .seconds(60)), .atMost(50, within: .seconds(1))],
        ratesPerRecipient: [.atMost(5, within: .seconds(1))],
        mostUnderWay: 16, recognisesRepetitions: .seconds(3600))

    func send(_ consignment: Consignment) async -> SendOutcome {
        let parts = consignment.recipient.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return .unsendable(.noRecipient) }
        let recipient: FeishuRecipient =
            parts[0] != "person"
            ? .chat(parts[1])
            : parts[1].hasPrefix(FeishuPressedCard.openIDPrefix)
                ? .person(openID: parts[1]) : .person(userID: parts[1])
        if let picture = consignment.picture {
            return await pictures.send(picture, of: consignment) {
                await sender.upload(image: $0)
            } send: {
                await sender.send(.image(key: $0), to: recipient, key: consignment.key)
            }
        }
        return await sender.send(
            consignment.reply, to: recipient, oneToOneChat: parts[0] == "p2p" ? parts[1] : nil,
            answering: QueuedAnswers.message(of: consignment), key: consignment.key, texts: texts())
    }

    /// The recipient of an answer.
    static func recipient(of message: InboundMessage) -> String {
        "\(message.isGroup ? "group" : "p2p"):\(message.chat)"
    }
}

/// Puts an answer into the outbox: from there it is sent, whatever becomes of this run of the program.
private struct QueuedAnswers: MessageSender {
    let outbox: any Outbox
    let courier: Courier
    let clock: any Earshot.Clock
    let recipient: @Sendable (InboundMessage) -> String
    /// The messages that an answer is sent in, in their order.
    let parts: @Sendable (Reply) -> [Reply]

    /// Somebody who asked an hour ago has gone on.
    private static let patience = Duration.seconds(3600)

    func send(_ reply: Reply, answering message: InboundMessage) async throws {
        let now = clock.now
        let key = QueuedAnswers.key(MessageKey(channel: message.channel, id: message.id))
        let parts = parts(reply)
        let deliveries = zip(Delivery.keys(ofParts: parts.count, of: key), parts).map { key, part in
            Delivery(
                key: key, channel: message.channel, recipient: recipient(message), reply: part,
                priority: .urgent, deadline: now + QueuedAnswers.patience)
        }
        _ = try await outbox.enqueue(deliveries, at: now)
        courier.wake(message.channel)
    }

    func hasSent(answering message: MessageKey) async throws -> Bool {
        try await outbox.holds(key: QueuedAnswers.key(message))
    }

    private static let prefix = "answer/"

    private static func key(_ message: MessageKey) -> String {
        "\(prefix)\(message.channel)/\(message.id)"
    }

    /// Whether a delivery is the answer to a message, by its key.
    static func isAnswer(_ key: String) -> Bool { key.hasPrefix(prefix) }

    /// The identifier of the message that a consignment answers; nothing where it answers none.
    static func message(of consignment: Consignment) -> String? {
        let beginning = "\(prefix)\(consignment.channel)/"
        guard consignment.key.hasPrefix(beginning) else { return nil }
        return String(consignment.key.dropFirst(beginning.count))
    }
}
