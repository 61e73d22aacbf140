import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import PlatformClients
import Testing

@Suite("A connection that breaks")
struct BrokenConnectionTests {
    @Test("a message whose connection broke may have arrived, and only some may be repeated")
    func unclear() async throws {
        let server = try #require(HangingUp())
        let client = try client(for: server.base)
        let webhook = WeComWebhookSender(key: Secret("k"), client: client, server: server.base)
        let robot = DingTalkWebhookSender(
            webhook: Secret("\(server.base)/robot/send?access_token=a"), secret: nil, client: client,
            clock: ManualClock())
        let outcomes = [
            (await webhook.send(.text("好")), false), (await robot.send(.text("好"), key: "d1"), true),
        ]
        for (outcome, isSafe) in outcomes {
            guard case .unclear(repeatIsSafe: isSafe, let remark) = outcome else {
                Issue.record("\(outcome)")
                continue
            }
            #expect(remark.code == "http.connection-failed")
        }
    }

    @Test("a connection that breaks while the token is fetched is tried again: no message was sent")
    func token() async throws {
        let server = try #require(HangingUp())
        let sender = WeComSender(
            corpID: "ww", secret: Secret("s"), agent: 1, client: try client(for: server.base),
            clock: ManualClock(), server: server.base)
        let outcome = await sender.send(.text("好"), to: .everybody)
        #expect(outcome.kind == "retry")
    }
}
