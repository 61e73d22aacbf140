import Earshot
import HTTP
import PlatformClients

extension Site {
    /// Has the platform take a message back that was sent through one of its applications.
    ///
    /// - Parameters:
    ///   - identifier: The platform's name for the message.
    ///   - recipient: As the channel writes its recipients.
    /// - Returns: what the platform says to it; nothing where no application of the settings sends through the channel.
    func recall(
        _ identifier: String, from channel: String, recipient: String, client: Client,
        clock: any Earshot.Clock
    ) async -> SendOutcome? {
        for robot in settings.dingtalk where channel == "dingtalk/\(robot.name)" {
            let group = recipient.hasPrefix("group:") ? String(recipient.dropFirst("group:".count)) : nil
            return await sender(of: robot, client: client, clock: clock)?.recall(identifier, inGroup: group)
        }
        for app in settings.weComApps where channel == "wecom/\(app.name)" {
            return await sender(of: app, client: client, clock: clock)?.recall(message: identifier)
        }
        for app in settings.feishuApps where channel == "feishu/\(app.name)" {
            return await sender(of: app, client: client, clock: clock)?.recall(identifier)
        }
        return nil
    }
}
