import ChatPlatforms
import Earshot

/// To whom an operator sends something, and what is taken there.
struct Addressee {
    let channel: String
    /// As the channel writes its recipients.
    let recipient: String
    /// The robot, where it goes to a group's.
    let robot: Settings.GroupRobot?

    /// - Parameter addressee: The name of a robot of `groupRobots`, or a channel and a person in it:
    ///   `wecom/dealers:wangfang`.
    /// - Throws: `Failure` where nothing of the settings is so called or can send.
    init(_ addressee: String, in settings: Settings) throws(Failure) {
        guard let colon = addressee.firstIndex(of: ":") else {
            let robot = try Addressee.robot(addressee, in: settings)
            (channel, recipient, self.robot) = (robot.channel, robot.name, robot)
            return
        }
        channel = String(addressee[..<colon])
        robot = nil
        let person = String(addressee[addressee.index(after: colon)...])
        let channels = Addressee.channels(of: settings)
        guard channels.contains(channel) else {
            throw Failure(
                "nothing in the settings sends through \(channel); "
                    + (channels.isEmpty
                        ? "no application has sending" : "there are \(channels.joined(separator: ", "))"))
        }
        guard !person.isEmpty, let recipient = Outgoing.recipient(person, on: channel) else {
            throw Failure("\(addressee) names nobody: write \(channel): and the account")
        }
        self.recipient = recipient
    }

    private static func robot(
        _ name: String, in settings: Settings
    ) throws(Failure) -> Settings.GroupRobot {
        if let known = settings.groupRobots.first(where: { $0.name == name }) { return known }
        let known = settings.groupRobots.map(\.name).sorted()
        throw Failure(
            "there is no group robot \(name) in the settings; "
                + (known.isEmpty ? "groupRobots is empty" : "there are \(known.joined(separator: ", "))"))
    }

    /// The applications that messages of their own can be sent through.
    private static func channels(of settings: Settings) -> [String] {
        settings.dingtalk.filter { $0.sending != nil }.map { "dingtalk/\($0.name)" }
            + settings.weComApps.filter { $0.sending != nil }.map { "wecom/\($0.name)" }
            + settings.feishuApps.filter { $0.sending != nil }.map { "feishu/\($0.name)" }
    }

    /// The platform's name, `wecom`.
    var platform: Substring {
        if let robot { return Substring(robot.platform.rawValue) }
        return channel.prefix { $0 != "/" }
    }

    /// Whether a text is shown to its end. Besides WeCom's, applications take more than an operator may write.
    func showsWhole(_ reply: Reply) -> Bool {
        if let robot { return robot.platform.showsWhole(reply) }
        guard channel.hasPrefix("wecom/") else { return true }
        return Reply.isWhole { WeComOutgoing(reply, task: "text", texts: $0) }
    }
}
