import Earshot
import EarshotTesting
import Foundation
import PlatformStandIns
import Store
import Testing

@testable import EarshotProgram

@Suite("A channel that stands still")
struct ChannelNoticeTests {
    private static let people =
        SampleSite.people + "root,管理员,admin,,,dingtalk:root|wecom:root\n"

    @Test("when a robot was removed from its group, the administrator is told through another channel, once")
    func removedRobot() async throws {
        let dingTalk = StandIn(DingTalkPlatform(robots: [:]), clock: SystemClock())
        let weCom = StandIn(
            WeComPlatform(
                corpID: SampleSite.corpID, secret: "sample-site-app-secret", agent: 1_000_002,
                members: ["root"]), clock: SystemClock())
        let server = try dingTalk.start()
        let site = try SampleSite(
            people: ChannelNoticeTests.people, weCom: try weCom.start(),
            groupRobots: """
                {name: "quality", platform: "dingtalk", webhook: {env: "ROBOT"}, server: "\(server)"},
                """, hosts: [server])
        let environment = SampleSite.environment.merging([
            "ROBOT": "\(server)/robot/send?access_token=gone"
        ]) { $1 }
        let now = SystemClock().now
        try await site.withStores { stores in
            _ = try await stores.bot.enqueue(
                [
                    Delivery(
                        key: "test/1", channel: "group/quality", recipient: "quality",
                        reply: Reply([.text("杭州油耗投诉上升")]), deadline: now + .seconds(3600))
                ], at: now)
        }
        let arrival = Gate()
        weCom.fail("/cgi-bin/message/send", .late(until: { arrival.open() }))
        let (program, port) = try await site.serve(environment: environment)
        await arrival.pass()
        let answer = await Caller(port: port)?.call("GET", "/metrics")
        let metrics = answer?.body ?? ""
        #expect(metrics.contains("earshot_deliveries_waiting{channel=\"group/quality\"} 1\n"))
        #expect(metrics.contains("earshot_deliveries_retried_total{channel=\"group/quality\"} 1\n"))
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let messages = weCom.platform.messages
        #expect(messages.map(\.recipients) == [["root"]])
        let text = "\(messages.map(\.body))"
        #expect(text.contains("group/quality"))
        #expect(text.contains("400101"))
        #expect(!text.contains("油耗"))
        let deliveries = try await site.withStores { stores in
            try await stores.bot.deliveries(in: Set(DeliveryState.allCases), on: nil, limit: 9)
        }
        #expect(deliveries.map(\.channel) == ["wecom/sales", "group/quality"])
        #expect(deliveries.map(\.progress.state) == [.sent, .retrying])
        #expect(program.log.contains { $0.contains("nothing goes through a channel") })
        await dingTalk.stop()
        await weCom.stop()
    }
}
