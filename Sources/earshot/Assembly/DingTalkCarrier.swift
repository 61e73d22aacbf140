import ChatPlatforms
import Earshot
import PlatformClients

/// Sends through the robot of a DingTalk application. Recipients are people by their UserID and groups by their
/// conversation, with their kind: `person:0123456`, `group:cid…`.
struct DingTalkCarrier: Carrier {
    let sender: DingTalkSender
    let pictures: PictureUpload
    let texts: @Sendable () -> ReplyTexts

    /// The platform publishes no number for these calls and recognises no repetition. A whole server's calls are banned
    /// for five minutes above 10,000 in 20 seconds, of which this leaves the most to others. Source: open.dingtalk.com,
    /// 调用频率限制.
    static let rules = ChannelRules(rates: [.atMost(20, within: .seconds(1))])

    func send(_ consignment: Consignment) async -> SendOutcome {
        let parts = consignment.recipient.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return .unsendable(.noRecipient) }
        if let picture = consignment.picture {
            return await pictures.send(picture, of: consignment) {
                await sender.upload($0, as: .image)
            } send: {
                switch parts[0] {
                case "person": await sender.send(.image($0), toPeople: [parts[1]])
                case "group": await sender.send(.image($0), toGroup: parts[1])
                default: .unsendable(.noRecipient)
                }
            }
        }
        return switch parts[0] {
        case "person": await sender.send(consignment.reply, toPeople: [parts[1]], texts: texts())
        case "group": await sender.send(consignment.reply, toGroup: parts[1], texts: texts())
        default: .unsendable(.noRecipient)
        }
    }

    /// The recipient of an answer: the group it was asked in, whose conversation serves as its identifier, or the person.
    static func recipient(of message: InboundMessage) -> String {
        if message.isGroup { return "group:\(message.chat)" }
        return "person:" + (message.account.map { String($0.drop { $0 != ":" }.dropFirst()) } ?? "")
    }
}
