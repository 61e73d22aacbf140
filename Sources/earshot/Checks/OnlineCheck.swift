import Earshot
import HTTP
import PlatformClients

/// `earshot check --online`: asks every configured platform what it says of each channel that something is sent through, and
/// the language model whether it answers.
struct OnlineCheck {
    private let inspections: [Inspection]
    private let site: Site
    private let clock: any Earshot.Clock

    init(_ site: Site, clock: any Earshot.Clock = SystemClock()) {
        self.site = site
        self.clock = clock
        let settings = site.settings
        let weCom = settings.weComApps.compactMap { app in
            app.sending.map { sending in
                Inspection.weCom(
                    "wecom/\(app.name)", corpID: app.corpID, secret: site.secret(sending.secret),
                    agent: sending.agentID, server: sending.server ?? WeComSender.server)
            }
        }
        let dingTalk = settings.dingtalk.compactMap { robot in
            robot.sending.map { sending in
                Inspection.dingTalk(
                    "dingtalk/\(robot.name)", appKey: sending.appKey,
                    appSecret: site.secret(robot.appSecret), robot: sending.robotCode ?? sending.appKey,
                    server: sending.server ?? DingTalkSender.server)
            }
        }
        let feishu = settings.feishuApps.compactMap { app in
            app.sending.map { sending in
                Inspection.feishu(
                    "feishu/\(app.name)", appID: sending.appID, appSecret: site.secret(sending.appSecret),
                    botOpenID: app.botOpenID, server: sending.server ?? FeishuSender.server)
            }
        }
        let robots = settings.groupRobots.compactMap { OnlineCheck.inspection(of: $0, site, clock) }
        inspections = dingTalk + weCom + feishu + robots
    }

    /// Asks all at the same time, within half a minute.
    func findings() async throws -> [Finding] {
        let languageModel = try LanguageModelCheck(site)
        guard !inspections.isEmpty || languageModel != nil else {
            return [
                Finding(
                    .fine, "online",
                    Advice("there is nothing to ask: no channel has sending", "没有可检查的平台：没有配置 sending"))
            ]
        }
        let client = try site.client()
        async let ofModel = languageModel?.finding()
        let ofChannels = await Inspection.perform(inspections, client: client, clock: clock)
        return ofChannels + [await ofModel].compactMap(\.self)
    }

    private static func inspection(
        of robot: Settings.GroupRobot, _ site: Site, _ clock: any Earshot.Clock
    ) -> Inspection? {
        let webhook = site.secret(robot.webhook)
        let secret = robot.secret.map(site.secret)
        guard let (server, token) = robot.destination(of: webhook) else { return nil }
        return switch robot.platform {
        case .wecom: .weComRobot(robot.channel, key: token, server: server)
        case .dingtalk:
            .dingTalkRobot(
                robot.channel, webhook: webhook, token: token, secret: secret, now: { clock.now },
                server: server)
        case .feishu:
            .feishuRobot(
                robot.channel, webhook: webhook, token: token, secret: secret, now: { clock.now },
                server: server)
        }
    }
}
