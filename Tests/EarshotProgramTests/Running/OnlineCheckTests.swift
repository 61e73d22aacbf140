import Earshot
import Foundation
import PlatformStandIns
import Testing

@testable import EarshotProgram

@Suite("earshot check --online")
struct OnlineCheckTests {
    private struct House {
        let dingTalk = StandIn(
            DingTalkPlatform(
                appKey: SampleSite.appKey, appSecret: "sample-site-app-secret",
                robots: ["token-d1": DingTalkPlatform.Robot(secret: "SECone")]), clock: SystemClock())
        let weCom = StandIn(
            WeComPlatform(
                corpID: SampleSite.corpID, secret: "sample-site-app-secret", members: ["li"],
                webhooks: ["token-w1"]), clock: SystemClock())
        let feishu = StandIn(
            FeishuPlatform(appSecret: "sample-site-app-secret", bots: ["token-f1": "feishu-secret"]),
            clock: SystemClock())
        let site: SampleSite
        let environment: [String: String]

        init() throws {
            let servers = (try dingTalk.start(), try weCom.start(), try feishu.start())
            environment = SampleSite.environment.merging([
                "ROBOT_D": "\(servers.0)/robot/send?access_token=token-d1", "SECRET_D": "SECone",
                "ROBOT_W": "\(servers.1)/cgi-bin/webhook/send?key=token-w1",
                "ROBOT_F": "\(servers.2)/open-apis/bot/v2/hook/token-f1", "SECRET_F": "feishu-secret",
            ]) { $1 }
            site = try SampleSite(
                weCom: servers.1, dingTalk: servers.0, feishu: servers.2,
                groupRobots: """
                    {name: "quality", platform: "dingtalk", webhook: {env: "ROBOT_D"}, secret: {env: "SECRET_D"},
                     server: "\(servers.0)"},
                    {name: "managers", platform: "wecom", webhook: {env: "ROBOT_W"}, server: "\(servers.1)"},
                    {name: "sales", platform: "feishu", webhook: {env: "ROBOT_F"}, secret: {env: "SECRET_F"},
                     server: "\(servers.2)"},
                    """)
        }

        func check() async throws -> (status: Int32?, output: String, log: String) {
            let run = try await RunningProgram.run(
                ["check", "--online", "--config", site.config], environment: environment)
            return (run.end?.status, run.output, run.log.joined(separator: "\n"))
        }

        func stop() async {
            await dingTalk.stop()
            await weCom.stop()
            await feishu.stop()
        }
    }

    @Test("every configured platform is asked, all is fine, and nothing is sent")
    func fine() async throws {
        let house = try House()
        let check = try await house.check()
        #expect(check.status == 0, "\(check.log)")
        // The clocks of one machine agree.
        #expect(!check.log.contains("clock"), "\(check.log)")
        for channel in [
            "dingtalk/sales", "wecom/sales", "feishu/sales", "group/quality", "group/managers", "group/sales",
        ] {
            #expect(check.output.contains("\nonline     \(channel): "), "\(check.output)")
        }
        #expect(house.dingTalk.platform.messages.isEmpty && house.weCom.platform.messages.isEmpty)
        #expect(house.feishu.platform.messages.isEmpty)
        await house.stop()
    }

    @Test("what is wrong is told in both languages, ends with 1, and shows no secret and no token")
    func wrong() async throws {
        let house = try House()
        house.dingTalk.change { $0.removeRobot("token-d1") }
        house.weCom.fail(
            "/agent/get",
            .answer(
                StandInAnswer(
                    #"{"errcode":60020,"errmsg":"sample-site-app-secret wecom-token-1 \u001b[2J\nfrom ip: 203.0.113.7"}"#
                )))
        house.feishu.change { $0.appSecret = "was-reset" }
        let check = try await house.check()
        #expect(check.status == 1)
        #expect(check.output.contains("\nonline     dingtalk/sales: "))
        let lines = check.log.split(separator: "\n")
        for (start, chinese) in [
            (
                "wecom/sales: 60020: this machine's address 203.0.113.7 is not trusted",
                "    60020：本机出口地址 203.0.113.7 不在"
            ),
            ("feishu/sales: 10014: ", "    10014：sending.appID"),
            ("group/quality: 400101: ", "    400101：机器人不存在"),
        ] {
            let index = try #require(lines.firstIndex { $0.hasPrefix(start) }, "\(check.log)")
            #expect(lines[index + 1].hasPrefix(chinese), "\(check.log)")
        }
        let shown = check.log + check.output
        for secret in [
            "sample-site-app-secret", "wecom-token-1", "token-d1", "SECone", "feishu-secret", "\u{1B}",
        ] { #expect(!shown.contains(secret), "\(secret)") }
        await house.stop()
    }

    @Test("without a channel that sends there is nothing to ask")
    func nothing() async throws {
        let site = try SampleSite()
        let run = try await RunningProgram.run(
            ["check", "--online", "--config", site.config], environment: SampleSite.environment)
        #expect(run.end?.status == 0)
        #expect(run.output.contains("there is nothing to ask"))
    }
}
