import Crypto
import Earshot
import EarshotTesting
import HTTP
import PlatformClients
import PlatformStandIns
import Testing

@Suite("What asking for a group's robot finds")
struct RobotInspectionTests {
    private let clock = ManualClock()

    private func find(_ inspection: Inspection, _ client: Client) async throws -> Finding {
        try #require(await inspection.perform(client: client, clock: clock).findings.first)
    }

    @Test("a robot of WeCom's is known or gone, and its group sees nothing")
    func weCom() async throws {
        try await withStandIn(WeComPlatform(webhooks: ["key-1"])) { standIn, base, client in
            let known = try await find(
                .weComRobot("group/a", key: Secret("key-1"), server: base), client)
            #expect(known.weight == .fine)
            let gone = try await find(
                .weComRobot("group/a", key: Secret("key-2"), server: base), client)
            #expect(gone.weight == .fault && gone.explanation.english.hasPrefix("93000: "))
            #expect(standIn.platform.messages.isEmpty)
        }
    }

    @Test("a platform that accepts what it was to refuse may have shown it, and that is told")
    func accepted() async throws {
        try await withStandIn(WeComPlatform(webhooks: ["key-1"])) { standIn, base, client in
            standIn.fail("/webhook/send", .code("0"))
            let found = try await find(
                .weComRobot("group/a", key: Secret("key-1"), server: base), client)
            #expect(found.weight == .warning)
            #expect(found.explanation.english.contains("look in the group"), "\(found)")
        }
    }

    @Test("of a robot of DingTalk's a wrong signature is a fault, and a missing keyword may be meant so")
    func dingTalk() async throws {
        let robots = [
            "signed": DingTalkPlatform.Robot(secret: "SECone"),
            "keyword": DingTalkPlatform.Robot(keyword: "客户之声"),
        ]
        try await withStandIn(DingTalkPlatform(robots: robots), clock: clock) { standIn, base, client in
            func ask(_ token: String, _ secret: String?) async throws -> Finding {
                try await find(
                    .dingTalkRobot(
                        "group/a", webhook: Secret("\(base)/robot/send?access_token=\(token)"),
                        token: Secret(token), secret: secret.map { Secret($0) }, now: { clock.now },
                        server: base), client)
            }
            #expect(try await ask("signed", "SECone").weight == .fine)
            let wrong = try await ask("signed", "SECtwo")
            #expect(wrong.weight == .fault && wrong.explanation.english.hasPrefix("310000: "))
            let keyword = try await ask("keyword", nil)
            #expect(keyword.weight == .warning && keyword.explanation.chinese.contains("自定义关键词"))
            #expect(try await ask("removed", nil).explanation.english.hasPrefix("400101: "))
            #expect(standIn.platform.messages.isEmpty)
        }
    }

    @Test("of a bot of Feishu's the address and the signature are told apart")
    func feishu() async throws {
        try await withStandIn(FeishuPlatform(bots: ["bot-1": "secret-1"]), clock: clock) {
            standIn, base, client in
            func ask(_ token: String, _ secret: String) async throws -> Finding {
                try await find(
                    .feishuRobot(
                        "group/a", webhook: Secret("\(base)/open-apis/bot/v2/hook/\(token)"),
                        token: Secret(token), secret: Secret(secret), now: { clock.now }, server: base),
                    client)
            }
            let known = try await ask("bot-1", "secret-1")
            #expect(known.weight == .fine)
            #expect(try await ask("bot-1", "secret-2").explanation.english.hasPrefix("19021: "))
            #expect(try await ask("bot-2", "secret-1").explanation.english.hasPrefix("19001: "))
            standIn.fail("/hook/bot-1", .code("19024"))
            #expect(try await ask("bot-1", "secret-1").weight == .warning)
            #expect(standIn.platform.messages.isEmpty)
        }
    }
}
