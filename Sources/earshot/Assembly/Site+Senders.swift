import Earshot
import HTTP
import PlatformClients

extension Site {
    /// What sends through a robot of DingTalk; nothing where it only answers.
    func sender(
        of robot: Settings.DingTalk, client: Client, clock: any Earshot.Clock
    ) -> DingTalkSender? {
        robot.sending.map { sending in
            DingTalkSender(
                appKey: sending.appKey, appSecret: secret(robot.appSecret),
                robot: sending.robotCode ?? sending.appKey, client: client, clock: clock,
                server: sending.server ?? DingTalkSender.server,
                olderServer: sending.server ?? DingTalkSender.olderServer)
        }
    }

    /// What sends through an application of WeCom; nothing where it only answers.
    func sender(of app: Settings.WeComApp, client: Client, clock: any Earshot.Clock) -> WeComSender? {
        app.sending.map { sending in
            WeComSender(
                corpID: app.corpID, secret: secret(sending.secret), agent: sending.agentID,
                client: client, clock: clock, server: sending.server ?? WeComSender.server)
        }
    }

    /// What sends through an application of Feishu; nothing where it only listens.
    func sender(of app: Settings.FeishuApp, client: Client, clock: any Earshot.Clock) -> FeishuSender? {
        app.sending.map { sending in
            FeishuSender(
                appID: sending.appID, appSecret: secret(sending.appSecret), client: client, clock: clock,
                server: sending.server ?? FeishuSender.server)
        }
    }
}
