import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import HTTP
import JSON
import PlatformClients
import PlatformStandIns
import Testing

@Suite("Sending through a DingTalk robot")
struct DingTalkSenderTests {
    private let clock = ManualClock()
    private let platform = DingTalkPlatform(
        people: ["u1", "u2", "busy"], groups: ["cid1"],
        robots: [
            "a1": DingTalkPlatform.Robot(secret: "SECone"), "a2": DingTalkPlatform.Robot(keyword: "听见"),
        ],
        sessions: ["s1"])

    private func sender(_ base: String, _ client: Client, secret: String = "stand-in-secret")
        -> DingTalkSender
    {
        DingTalkSender(
            appKey: platform.appKey, appSecret: Secret(secret), robot: "r1", client: client, clock: clock,
            server: base, olderServer: base)
    }

    private func robot(
        _ base: String, _ client: Client, token: String = "a1", secret: String? = "SECone",
        timeLimit: Duration = .seconds(10)
    ) -> DingTalkWebhookSender {
        DingTalkWebhookSender(
            webhook: Secret("\(base)/robot/send?access_token=\(token)"), secret: secret.map { Secret($0) },
            client: client, clock: clock, timeLimit: timeLimit)
    }

    @Test("a reply arrives at people as a card and at a group as Markdown, with one token for both")
    func replies() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            standIn.change { $0.flooded = ["busy"] }
            let sender = sender(base, client)
            let outcome = await sender.send(warning, toPeople: ["u1", "u9", "busy"], texts: texts)
            #expect(outcome.receipt?.unreached == [.init("u9", .gone), .init("busy", .tooFast)])
            #expect(await sender.send(warning, toGroup: "cid1", texts: texts).isSent)
            let messages = standIn.platform.messages
            #expect(messages.map(\.recipients) == [["u1"], ["cid1"]])
            #expect(messages[0].parameters["singleTitle"].text == "1 看原话")
            #expect(messages[1].parameters["text"].text.contains("**1** 看原话"))
            #expect(standIn.requests(to: "/accessToken").count == 1)
            #expect(await sender.send(warning, toGroup: "cid2", texts: texts).kind == "recipientGone")
            #expect(await sender.send(warning, toPeople: ["u9"], texts: texts).kind == "recipientGone")
            #expect(await sender.send(warning, toPeople: ["busy"], texts: texts).kind == "retry")
        }
    }

    @Test("a token that ends early is fetched again, at both servers")
    func expiredToken() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            #expect(await sender.send(.text("一"), toPeople: ["u1"]).isSent)
            standIn.change { $0.expireToken() }
            #expect(await sender.send(.text("二"), toPeople: ["u1"]).isSent)
            clock.advance(by: .seconds(60))
            standIn.change { $0.expireToken() }
            #expect(await sender.upload(.png([1, 2, 3]), as: .image) == .value("@media-1"))
            #expect(standIn.platform.grantedTokens == 3)
            #expect(standIn.platform.uploads.first?.bytes == [1, 2, 3])
            #expect(
                await sender.downloadAddress(code: "c1") == .value("https://files.example.invalid/files/c1"))
        }
    }

    @Test("a wrong secret stops the channel without another attempt")
    func wrongSecret() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client, secret: "wrong")
            for _ in 0..<3 {
                #expect(await sender.send(.text("好"), toGroup: "cid1").kind == "channelStopped")
            }
            #expect(standIn.requests.count == 1)
        }
    }

    @Test(
        "what the platform answers becomes the outcome",
        arguments: [
            ("send.too.fast", "tooFast"), ("system.error", "retry"), ("systemBusy", "retry"),
            ("unknown.send.result", "unclear"), ("bot.stopped", "channelStopped"),
            ("Forbidden.AccessDenied.IpNotInWhiteList", "channelStopped"), ("contain.link", "refused"),
        ])
    func codes(code: String, kind: String) async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            standIn.fail("/batchSend", .code(code))
            let outcome = await sender(base, client).send(.text("好"), toPeople: ["u1"])
            #expect(outcome.kind == kind)
            #expect(outcome.remark.code == code)
        }
    }

    @Test("more than twenty people are not written to at once")
    func tooMany() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            let many = (0..<21).map { "u\($0)" }
            #expect(await sender.send(.text("好"), toPeople: many) == .unsendable(.tooManyRecipients))
            #expect(await sender.send(.text("好"), toPeople: []) == .unsendable(.noRecipient))
            #expect(standIn.requests.isEmpty)
        }
    }

    @Test("a custom robot takes a signed message once, however often it is sent")
    func customRobot() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            standIn.fail("/robot/send", .cutShort)
            let robot = robot(base, client)
            #expect(await robot.send(warning, key: "d1", texts: texts).kind == "unclear")
            #expect(await robot.send(warning, key: "d1", texts: texts).isSent)
            #expect(await robot.send(warning, key: "d2", texts: texts).isSent)
            #expect(standIn.platform.messages.count == 2)
            let unsigned = self.robot(base, client, secret: "SECtwo")
            #expect(await unsigned.send(.text("好"), key: "d3").remark.code == "310000")
            let other = self.robot(base, client, token: "a2", secret: nil)
            #expect(await other.send(.text("好"), key: "d4").kind == "refused")
            #expect(await other.send(.text("听见:好"), key: "d5").isSent)
            #expect(
                await self.robot(base, client, token: "a9").send(.text("好"), key: "d6").kind
                    == "channelStopped")
        }
    }

    @Test("an answer that does not come in time is unclear, and its repeat safe")
    func late() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let gate = Gate()
            standIn.fail("/robot/send", .late(until: { await gate.pass() }))
            let robot = robot(base, client, timeLimit: .milliseconds(300))
            let outcome = await robot.send(.text("好"), key: "d1")
            gate.open()
            guard case .unclear(repeatIsSafe: true, let remark) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(remark.code == "http.timed-out")
            #expect(await self.robot(base, client).send(.text("好"), key: "d1").isSent)
            #expect(standIn.platform.messages.count == 1)
        }
    }

    @Test("the twenty-first message of a minute shuts the robot up for ten")
    func rate() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let robot = robot(base, client)
            for number in 0..<20 { #expect(await robot.send(.text("好"), key: "d\(number)").isSent) }
            let limited = await robot.send(.text("好"), key: "d20")
            #expect(
                limited
                    == .tooFast(wait: .seconds(600), PlatformRemark(code: "410100", words: "send too fast")))
            clock.advance(by: .seconds(599))
            #expect(await robot.send(.text("好"), key: "d20").kind == "tooFast")
            clock.advance(by: .seconds(1))
            #expect(await robot.send(.text("好"), key: "d20").isSent)
        }
    }

    @Test(
        "a message is taken back from people and from a group, once, and what is not is told with the reason")
    func recall() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            let said = await sender.send(warning, toPeople: ["u1"], texts: texts)
            let told = await sender.send(warning, toGroup: "cid1", texts: texts)
            let (one, other) = try (
                #require(said.receipt?.identifier), #require(told.receipt?.identifier)
            )
            #expect(await sender.recall(one).isSent)
            #expect(await sender.recall(other, inGroup: "cid1").isSent)
            #expect(standIn.platform.recalled == [one: "", other: "cid1"])
            #expect(
                await sender.recall(one)
                    == .refused(PlatformRemark(code: "not-recalled", words: "no such message")))
        }
    }
}
