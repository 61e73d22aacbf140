import Crypto
import Earshot
import PlatformStandIns

@testable import EarshotProgram

/// A site that sends to stand-ins of all platforms, through the robot of a group at each of them.
struct PlatformHouse {
    let dingTalk = StandIn(
        DingTalkPlatform(
            appKey: SampleSite.appKey, appSecret: SampleSite.appSecret.revealText(), people: ["0123"],
            robots: ["token-d1": DingTalkPlatform.Robot(secret: "SECone")]), clock: SystemClock())
    let weCom = StandIn(
        WeComPlatform(
            corpID: SampleSite.corpID, secret: SampleSite.appSecret.revealText(), members: ["wangfang"],
            webhooks: ["token-w1"]), clock: SystemClock())
    let feishu = StandIn(
        FeishuPlatform(
            appSecret: SampleSite.appSecret.revealText(), people: ["ou_1"],
            bots: ["token-f1": "feishu-secret"]), clock: SystemClock())
    let site: SampleSite
    let environment: [String: String]

    /// - Parameter applications: Whether applications send, too.
    init(applications: Bool = true) throws {
        let servers = (try dingTalk.start(), try weCom.start(), try feishu.start())
        environment = SampleSite.environment.merging([
            "ROBOT_D": "\(servers.0)/robot/send?access_token=token-d1", "SECRET_D": "SECone",
            "ROBOT_W": "\(servers.1)/cgi-bin/webhook/send?key=token-w1",
            "ROBOT_F": "\(servers.2)/open-apis/bot/v2/hook/token-f1", "SECRET_F": "feishu-secret",
        ]) { $1 }
        site = try SampleSite(
            weCom: applications ? servers.1 : nil, dingTalk: applications ? servers.0 : nil,
            feishu: applications ? servers.2 : nil,
            groupRobots: """
                {name: "quality", platform: "dingtalk", webhook: {env: "ROBOT_D"}, secret: {env: "SECRET_D"},
                 server: "\(servers.0)"},
                {name: "managers", platform: "wecom", webhook: {env: "ROBOT_W"}, server: "\(servers.1)"},
                {name: "sales", platform: "feishu", webhook: {env: "ROBOT_F"}, secret: {env: "SECRET_F"},
                 server: "\(servers.2)"},
                """, hosts: applications ? [] : [servers.0, servers.1, servers.2])
    }

    func run(_ arguments: [String]) async throws -> (status: Int32?, output: String, log: String) {
        let run = try await RunningProgram.run(
            arguments + ["--config", site.config], environment: environment)
        return (run.end?.status, run.output, run.log.joined(separator: "\n"))
    }

    func stop() async {
        await dingTalk.stop()
        await weCom.stop()
        await feishu.stop()
    }
}
