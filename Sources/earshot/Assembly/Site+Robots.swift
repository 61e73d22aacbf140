import ChatPlatforms
import Earshot

// What the settings say of a platform's ways in, with the secrets.

extension DingTalkRobot {
    init(_ robot: Settings.DingTalk, of site: Site) throws(RobotError) {
        try self.init(name: robot.name, appSecret: site.secret(robot.appSecret))
    }
}

extension DingTalkCards {
    /// Nothing for a robot without cards.
    init?(_ robot: Settings.DingTalk, of site: Site) throws(RobotError) {
        guard let cards = robot.cards else { return nil }
        try self.init(
            name: robot.name, corpID: cards.corpID, apiSecret: site.secret(cards.apiSecret),
            chosenVariable: cards.chosenVariable)
    }
}

extension DingTalkEvents {
    init(_ events: Settings.DingTalkEvents, of site: Site) throws(RobotError) {
        try self.init(
            name: events.name, ownerKey: events.ownerKey, token: site.secret(events.token),
            encodingAESKey: site.secret(events.encodingAESKey))
    }
}

extension WeComBot {
    init(_ bot: Settings.WeComBot, of site: Site, clock: any Earshot.Clock) throws(RobotError) {
        try self.init(
            name: bot.name, token: site.secret(bot.token), encodingAESKey: site.secret(bot.encodingAESKey),
            displayName: bot.displayName, corpID: bot.corpID, clock: clock)
    }
}

extension WeComApp {
    init(_ app: Settings.WeComApp, of site: Site, clock: any Earshot.Clock) throws(RobotError) {
        try self.init(
            name: app.name, corpID: app.corpID, token: site.secret(app.token),
            encodingAESKey: site.secret(app.encodingAESKey), clock: clock)
    }
}

extension FeishuApp {
    init(_ app: Settings.FeishuApp, of site: Site, clock: any Earshot.Clock) throws(RobotError) {
        try self.init(
            name: app.name, verificationToken: site.secret(app.verificationToken),
            encryptKey: app.encryptKey.map(site.secret), botOpenID: app.botOpenID, clock: clock)
    }
}
