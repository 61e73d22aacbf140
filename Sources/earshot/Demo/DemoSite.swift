import Configuration
import FoundationEssentials

/// The demo's settings as a file: those that it was given, with the stand-ins as its only platforms, so that every other
/// command works with them.
struct DemoSite {
    /// The configuration file.
    let config: String

    /// Writes the settings and the secrets they name.
    ///
    /// - Parameter folder: The demo's own, which is there.
    init(_ site: Site, port: UInt16, _ keys: DemoKeys, _ servers: DemoPlatforms.Servers, in folder: String)
        throws
    {
        var settings = site.settings
        settings.listen = Settings.Listen()
        settings.listen.port = port
        settings.dataFolder = "data"
        settings.files = site.filesFromAnywhere
        settings.intake = Settings.Intake()
        // It needs no account anywhere.
        settings.languageModel = nil
        settings.outbound.allowedHosts = servers.all
        // Nobody sends it attachments, so it fetches none.
        settings.attachments.hosts = []
        settings.dingTalkEvents = []
        settings.wecomBots = []
        try DataFolder(path: "\(folder)/secrets").make()
        func secret(_ name: String, _ value: String) throws -> SecretReference {
            try PrivateFile.write(Array(value.utf8), to: "\(folder)/secrets/\(name)")
            return SecretReference(.file("secrets/\(name)"))
        }
        let token = try secret("callback-token", keys.callbackToken)
        let callbackKey = try secret("callback-key", keys.callbackKey)
        // The demo serves it without the token, which the settings ask for.
        settings.console.isEnabled = true
        settings.console.token = try secret("console", keys.console)
        let robotSecret = try secret("robot-secret", keys.robotSecret)
        settings.weComApps = [
            Settings.WeComApp(
                name: "dealers", corpID: DemoPlatforms.corpID, token: token, encodingAESKey: callbackKey,
                sending: Settings.WeComSending(
                    agentID: DemoPlatforms.agentID, secret: try secret("wecom", keys.weCom),
                    server: servers.weCom))
        ]
        settings.dingtalk = [
            Settings.DingTalk(
                name: "dealers", appSecret: try secret("dingtalk", keys.dingTalk),
                sending: Settings.DingTalkSending(
                    appKey: DemoPlatforms.appKey, server: servers.dingTalk))
        ]
        settings.feishuApps = [
            Settings.FeishuApp(
                name: "dealers", verificationToken: token, encryptKey: callbackKey,
                sending: Settings.FeishuSending(
                    appID: DemoPlatforms.appID, appSecret: try secret("feishu", keys.feishu),
                    server: servers.feishu))
        ]
        settings.groupRobots = try DemoPlatforms.robots.map { name, platform in
            var robot = Settings.GroupRobot(
                name: name, platform: platform, webhook: token,
                secret: platform == .wecom ? nil : robotSecret, server: servers[platform])
            robot.webhook = try secret("\(name)-webhook", servers[platform] + robot.path + name)
            return robot
        }
        config = "\(folder)/earshot.json"
        try PrivateFile.write(Array(try JSONEncoder().encode(settings)), to: config)
    }
}
