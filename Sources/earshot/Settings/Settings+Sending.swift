import Configuration

extension Settings {
    /// How messages of its own are sent through the robot of a DingTalk application, with the robot's `appSecret`.
    struct DingTalkSending: Codable, Sendable {
        /// The application's Client ID.
        var appKey: String
        /// The robot's own identifier, where it is another than the app key.
        var robotCode: String?
        /// DingTalk's server, where it is another than the usual ones.
        var server: String?
    }

    /// The channels that messages of the program's own can be sent through.
    var waysOut: [String] {
        dingtalk.filter { $0.sending != nil }.map { "dingtalk/\($0.name)" }
            + weComApps.filter { $0.sending != nil }.map { "wecom/\($0.name)" }
            + feishuApps.filter { $0.sending != nil }.map { "feishu/\($0.name)" }
            + groupRobots.map(\.channel)
    }

    /// The channels through which people are written to: no groups, and the console's page last.
    var waysToPeople: [String] {
        waysOut.filter { !$0.hasPrefix("group/") } + (console.isEnabled ? [ConsoleCarrier.channel] : [])
    }

    /// The company of each channel of WeCom, by the channel's name; a robot that names none is of the one company of the
    /// applications, where they are of one.
    var companies: [String: String] {
        let applications = weComApps.map { ("wecom/\($0.name)", $0.corpID) }
        let known = Set(applications.map(\.1))
        let only = known.count == 1 ? known.first : nil
        let robots = wecomBots.compactMap { robot in
            (robot.corpID ?? only).map { ("wecom-bot/\(robot.name)", $0) }
        }
        return Dictionary(applications + robots) { first, _ in first }
    }

    /// How messages of its own are sent through an application of WeCom.
    struct WeComSending: Codable, Sendable {
        /// The AgentId that the application's page shows.
        var agentID: Int64
        /// The application's own Secret, not the Token of its address.
        var secret: SecretReference
        /// WeCom's server, where it is another than the usual one.
        var server: String?
    }

    /// How messages are sent through an application of Feishu.
    struct FeishuSending: Codable, Sendable {
        var appID: String
        var appSecret: SecretReference
        /// Feishu's server, where it is another than the usual one: `https://open.larksuite.com` outside China.
        var server: String?
    }
}
