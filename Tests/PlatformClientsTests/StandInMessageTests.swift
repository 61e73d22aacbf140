import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import HTTP
import PlatformClients
import PlatformStandIns
import Testing

/// What people would read of what is sent, by the requests alone.
@Suite("Messages in the stand-ins' requests")
struct StandInMessageTests {
    private let clock = ManualClock()

    private func messages<Platform>(_ standIn: StandIn<Platform>) -> [StandInMessage] {
        standIn.exchanges.compactMap { Platform.message(in: $0.request) }
    }

    @Test("WeCom's are a card with its buttons, Markdown, and what is no message is none")
    func weCom() async throws {
        let platform = WeComPlatform(members: ["li", "zhao"], webhooks: ["k1"])
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = WeComSender(
                corpID: platform.corpID, secret: Secret("stand-in-secret"), agent: platform.agent,
                client: client, clock: clock, server: base)
            let both = WeComAddressees(members: ["li", "zhao"])
            #expect(await sender.send(warning, to: both, key: "预警 7", texts: texts).isSent)
            #expect(await sender.send(.text("油耗\n第二行"), to: both).isSent)
            let webhook = WeComWebhookSender(key: Secret("k1"), client: client, server: base)
            #expect(await webhook.send(warning, texts: texts).isSent)
            let messages = messages(standIn)
            #expect(messages.map(\.recipients) == [["li", "zhao"], ["li", "zhao"], ["k1"]])
            #expect(messages.map(\.kind) == ["template_card", "text", "markdown"])
            #expect(messages[0].words == "杭州 · 油耗抱怨上升\n近7天 76 条\n[看原话]")
            #expect(messages[1].words == "油耗\n第二行")
            #expect(messages[2].words.contains("近7天 76 条"))
            #expect(standIn.exchanges.count == 4)
            #expect(standIn.exchanges.allSatisfy { $0.at == clock.now && !$0.answer.body.isEmpty })
        }
    }

    @Test("DingTalk's are those of people, groups and custom robots")
    func dingTalk() async throws {
        let platform = DingTalkPlatform(
            people: ["u1"], groups: ["cid1"], robots: ["a1": DingTalkPlatform.Robot()])
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = DingTalkSender(
                appKey: platform.appKey, appSecret: Secret("stand-in-secret"), robot: "r1", client: client,
                clock: clock, server: base, olderServer: base)
            #expect(await sender.send(warning, toPeople: ["u1"], texts: texts).isSent)
            #expect(await sender.send(.image("@media-1"), toGroup: "cid1").isSent)
            let robot = DingTalkWebhookSender(
                webhook: Secret("\(base)/robot/send?access_token=a1"), secret: nil, client: client,
                clock: clock)
            #expect(await robot.send(warning, key: "d1", texts: texts).isSent)
            let messages = messages(standIn)
            #expect(messages.map(\.recipients) == [["u1"], ["cid1"], ["a1"]])
            #expect(messages.map(\.kind) == ["sampleActionCard", "sampleImageMsg", "markdown"])
            #expect(messages[0].words.hasSuffix("近7天 76 条\n[1 看原话]"), "\(messages[0].words)")
            #expect(messages[1].words.isEmpty)
            #expect(messages[2].words.contains("近7天 76 条"))
        }
    }

    @Test("Feishu's are a card with its buttons, a post line by line, and a custom bot's card")
    func feishu() async throws {
        let platform = FeishuPlatform(chats: ["oc_1"], bots: ["h1": ""])
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = FeishuSender(
                appID: platform.appID, appSecret: Secret("stand-in-secret"), client: client, clock: clock,
                server: base)
            #expect(await sender.send(warning, to: .chat("oc_1"), key: "d1", texts: texts).isSent)
            standIn.change { $0.refusesCards = true }
            #expect(await sender.send(warning, to: .chat("oc_1"), key: "d2", texts: texts).isSent)
            let webhook = FeishuWebhookSender(
                webhook: Secret("\(base)/open-apis/bot/v2/hook/h1"), secret: nil, client: client, clock: clock
            )
            #expect(await webhook.send(warning, texts: texts).isSent)
            let messages = messages(standIn)
            #expect(messages.map(\.recipients) == [["oc_1"], ["oc_1"], ["oc_1"], ["h1"]])
            #expect(messages.map(\.kind) == ["interactive", "interactive", "post", "interactive"])
            #expect(messages[0].words == "杭州 · 油耗抱怨上升\n近7天 76 条\n[看原话]")
            #expect(messages[2].words.hasPrefix("杭州 · 油耗抱怨上升\n近7天 76 条"))
            #expect(messages[3].words == "杭州 · 油耗抱怨上升\n近7天 76 条")
        }
    }
}
