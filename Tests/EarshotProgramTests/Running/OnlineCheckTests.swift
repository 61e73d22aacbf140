import Earshot
import Foundation
import PlatformStandIns
import Testing

@testable import EarshotProgram

@Suite("earshot check --online")
struct OnlineCheckTests {
    @Test("every configured platform is asked, all is fine, and nothing is sent")
    func fine() async throws {
        let house = try PlatformHouse()
        let check = try await house.run(["check", "--online"])
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
        let house = try PlatformHouse()
        house.dingTalk.change { $0.removeRobot("token-d1") }
        house.weCom.fail(
            "/agent/get",
            .answer(
                StandInAnswer(
                    #"{"errcode":60020,"errmsg":"sample-site-app-secret wecom-token-1 \u001b[2J\nfrom ip: 203.0.113.7"}"#
                )))
        house.feishu.change { $0.appSecret = "was-reset" }
        let check = try await house.run(["check", "--online"])
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
