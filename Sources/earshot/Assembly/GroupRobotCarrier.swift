import ChatPlatforms
import Crypto
import Earshot
import HTTP
import PlatformClients

/// Sends through a robot that only speaks, into the one group that it is in. The recipient is the robot's name.
struct GroupRobotCarrier: Carrier {
    private let post: @Sendable (Consignment) async -> SendOutcome

    func send(_ consignment: Consignment) async -> SendOutcome { await post(consignment) }

    /// The way into a robot's group; nothing when its address is not the platform's.
    static func channel(
        of robot: Settings.GroupRobot, webhook: Secret, secret: Secret?, client: Client,
        clock: any Earshot.Clock, texts: @escaping @Sendable () -> ReplyTexts
    ) -> Courier.Channel? {
        guard let destination = robot.destination(of: webhook) else { return nil }
        switch robot.platform {
        case .dingtalk:
            let sender = DingTalkWebhookSender(
                webhook: webhook, secret: secret, client: client, clock: clock)
            return Courier.Channel(
                rules: dingTalk,
                carrier: GroupRobotCarrier { consignment in
                    guard consignment.picture == nil else { return .unsendable(.noPictures) }
                    return await sender.send(consignment.reply, key: consignment.key, texts: texts())
                })
        case .wecom:
            let sender = WeComWebhookSender(
                key: destination.token, client: client, server: destination.server)
            return Courier.Channel(
                rules: weCom,
                carrier: GroupRobotCarrier { consignment in
                    guard let picture = consignment.picture else {
                        return await sender.send(consignment.reply, texts: texts())
                    }
                    guard picture.bytes.count <= WeComWebhookOutgoing.mostImageBytes else {
                        return .unsendable(.tooLarge)
                    }
                    return await sender.send(.image(picture.bytes))
                })
        case .feishu:
            let sender = FeishuWebhookSender(webhook: webhook, secret: secret, client: client, clock: clock)
            return Courier.Channel(
                rules: feishu,
                carrier: GroupRobotCarrier { consignment in
                    guard consignment.picture == nil else { return .unsendable(.noPictures) }
                    return await sender.send(consignment.reply, texts: texts())
                })
        }
    }

    /// Above 20 a minute the robot is limited for ten. For how long a `msgUuid` is recognised is not documented; this is
    /// certain to be less. Source: open.dingtalk.com, 自定义机器人发送群消息.
    private static let dingTalk = ChannelRules(
        rates: [.atMost(20, within: .seconds(60))], mergesTexts: true, mostUnderWay: 1,
        recognisesRepetitions: .seconds(60))

    /// Source: developer.work.weixin.qq.com, document 99110. No repetition is recognised.
    private static let weCom = ChannelRules(
        rates: [.atMost(20, within: .seconds(60))], mergesTexts: true, mostUnderWay: 1)

    /// Source: open.feishu.cn, 自定义机器人使用指南. No repetition is recognised.
    private static let feishu = ChannelRules(
        rates: [.atMost(100, within: .seconds(60)), .atMost(5, within: .seconds(1))], mergesTexts: true,
        mostUnderWay: 1)
}
