import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import HTTP
import JSON
import PlatformClients
import PlatformStandIns
import Testing

@Suite("Sending through a Feishu application")
struct FeishuSenderTests {
    private let clock = ManualClock()
    private let platform = FeishuPlatform(people: ["ou_1"], chats: ["oc_1"], bots: ["h1": "hook-secret"])

    private func sender(
        _ base: String, _ client: Client, secret: String = "stand-in-secret"
    ) -> FeishuSender {
        FeishuSender(
            appID: platform.appID, appSecret: Secret(secret), client: client, clock: clock, server: base)
    }

    @Test("a reply arrives as a card once, however often it is sent with the same key")
    func card() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            for _ in 0..<2 {
                let outcome = await sender.send(warning, to: .chat("oc_1"), key: "d1", texts: texts)
                #expect(outcome.receipt == SendReceipt(identifier: "om_1", chat: "oc_1"))
            }
            #expect(standIn.platform.messages.map(\.type) == ["interactive"])
            clock.advance(by: .seconds(3600))
            #expect(await sender.send(warning, to: .chat("oc_1"), key: "d1", texts: texts).isSent)
            #expect(standIn.platform.messages.count == 2)
            #expect(
                await sender.send(warning, to: .chat("oc_9"), key: "d2", texts: texts).kind == "recipientGone"
            )
            #expect(
                await sender.send(warning, to: .person(openID: "ou_9"), key: "d3", texts: texts).kind
                    == "recipientGone")
            let person = await sender.send(warning, to: .person(openID: "ou_1"), key: "d4", texts: texts)
            #expect(person.receipt?.chat == FeishuPlatform.oneToOneChat(with: "ou_1"))
        }
    }

    @Test("where the card is not taken the reply arrives as a post")
    func post() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            standIn.change { $0.refusesCards = true }
            let outcome = await sender(base, client).send(
                warning, to: .person(openID: "ou_1"), key: "d1", texts: texts)
            #expect(outcome.isSent)
            #expect(standIn.platform.messages.map(\.type) == ["post"])
        }
    }

    @Test("a message is taken back, once")
    func recall() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            let sent = await sender.send(warning, to: .chat("oc_1"), key: "d1", texts: texts)
            let identifier = try #require(sent.receipt?.identifier)
            #expect(await sender.recall(identifier).isSent)
            #expect(standIn.platform.recalled == [identifier])
            #expect(await sender.recall(identifier).kind == "refused")
        }
    }

    @Test("an answer goes to its message, and a card is changed afterwards")
    func answer() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            let first = await sender.send(.text("一"), to: .chat("oc_1"), key: "d1")
            let identifier = try #require(first.receipt?.identifier)
            let answer = await sender.answer(identifier, with: warning, key: "d2", texts: texts)
            #expect(standIn.platform.messages.last?.recipient == identifier)
            let card = try #require(answer.receipt?.identifier)
            #expect(await sender.update(card, to: FeishuCard(title: "已认领", markdown: "好")).isSent)
            #expect(standIn.platform.messages.last?.content["header"]["title"]["content"].text == "已认领")
            #expect(
                await sender.update(identifier, to: FeishuCard(title: nil, markdown: "")).kind == "refused")
            #expect(await sender.answer("om_9", with: warning, key: "d3", texts: texts).kind == "refused")
            #expect(await sender.upload(image: .png([1, 2, 3])) == .value("img_1"))
            #expect(standIn.platform.uploads.first?.bytes == [1, 2, 3])
            #expect(await sender.send(.image(key: "img_1"), to: .chat("oc_1"), key: "d4").isSent)
        }
    }

    @Test("a token that ends early is fetched again and the call repeated, once")
    func expiredToken() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            #expect(await sender.send(.text("一"), to: .chat("oc_1"), key: "d1").isSent)
            standIn.change { $0.expireToken() }
            #expect(await sender.send(.text("二"), to: .chat("oc_1"), key: "d2").isSent)
            #expect(standIn.platform.grantedTokens == 2)
            #expect(standIn.requests(to: "/messages").count == 3)
        }
    }

    @Test("many senders at once use one token, also when it has just ended")
    func together() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            for round in 1...2 {
                let kinds = await withTaskGroup(of: String.self) { group in
                    for number in 0..<20 {
                        group.addTask {
                            await sender.send(.text("好"), to: .chat("oc_1"), key: "\(round)-\(number)").kind
                        }
                    }
                    return await group.reduce(into: Set<String>()) { $0.insert($1) }
                }
                #expect(kinds == ["sent"])
                #expect(standIn.requests(to: "/internal").count == round)
                standIn.change { $0.expireToken() }
            }
            #expect(standIn.platform.messages.count == 40)
        }
    }

    @Test("a wrong secret stops the channel without another attempt")
    func wrongSecret() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client, secret: "wrong")
            for number in 0..<3 {
                #expect(
                    await sender.send(.text("好"), to: .chat("oc_1"), key: "\(number)").kind
                        == "channelStopped")
            }
            #expect(standIn.requests.count == 1)
        }
    }

    @Test("a limited call waits as long as the platform says, a lost one may be repeated")
    func limited() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            standIn.fail("/messages", .code("99991400"))
            let limited = await sender.send(.text("好"), to: .chat("oc_1"), key: "d1")
            #expect(
                limited == .tooFast(wait: .seconds(7), PlatformRemark(code: "99991400", words: "success")))
            standIn.fail("/messages", .cutShort)
            #expect(await sender.send(.text("好"), to: .chat("oc_1"), key: "d1").kind == "unclear")
            #expect(await sender.send(.text("好"), to: .chat("oc_1"), key: "d1").isSent)
            #expect(standIn.platform.messages.count == 1)
        }
    }

    @Test("a custom bot takes signed messages, five a second")
    func customBot() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            func bot(_ secret: String) -> FeishuWebhookSender {
                FeishuWebhookSender(
                    webhook: Secret("\(base)/open-apis/bot/v2/hook/h1"), secret: Secret(secret),
                    client: client, clock: clock)
            }
            #expect(await bot("hook-secret").send(warning, texts: texts).isSent)
            #expect(standIn.platform.messages.first?.content["schema"].text == "2.0")
            #expect(await bot("wrong").send(.text("好")).kind == "channelStopped")
            for _ in 0..<3 { #expect(await bot("hook-secret").send(.text("好")).isSent) }
            #expect(await bot("hook-secret").send(.text("好")).kind == "tooFast")
            clock.advance(by: .seconds(1))
            standIn.fail("/hook/h1", .cutShort)
            guard case .unclear(repeatIsSafe: false, _) = await bot("hook-secret").send(.text("好")) else {
                Issue.record("a lost post was taken for something that may be repeated")
                return
            }
        }
    }
}
