import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import HTTP
import JSON
import PlatformClients
import PlatformStandIns
import Testing

@Suite("Sending through a WeCom application")
struct WeComSenderTests {
    private let clock = ManualClock()
    private let platform = WeComPlatform(members: ["LiHua", "zhao"], webhooks: ["k1"])
    private let li = WeComAddressees(members: ["LiHua"])

    private func sender(
        _ base: String, _ client: Client, secret: String = "stand-in-secret"
    ) -> WeComSender {
        WeComSender(
            corpID: platform.corpID, secret: Secret(secret), agent: platform.agent, client: client,
            clock: clock, server: base)
    }

    @Test("a reply arrives as a card, with one token for all messages")
    func reply() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            let first = await sender.send(warning, to: li, key: "预警 7", texts: texts)
            #expect(first.receipt?.identifier == "wecom-message-1")
            #expect(first.receipt?.updateCode == "code-of-wecom-message-1")
            #expect(
                await sender.send(.text("好"), to: WeComAddressees(members: ["LiHua", "nobody"]))
                    .receipt?.unreached == [.init("nobody", .gone)])
            #expect(standIn.platform.messages.map(\.recipients) == [["LiHua"], ["LiHua"]])
            #expect(standIn.platform.grantedTokens == 1)
            #expect(standIn.requests(to: "/gettoken").count == 1)
        }
    }

    @Test("a token that ends early is fetched again and the call repeated, once")
    func expiredToken() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            #expect(await sender.send(.text("一"), to: li).isSent)
            standIn.change { $0.expireToken() }
            #expect(await sender.send(.text("二"), to: li).isSent)
            #expect(standIn.requests(to: "/gettoken").count == 2)
            #expect(standIn.requests(to: "/message/send").count == 3)
        }
    }

    @Test("a platform that refuses every token is asked for one more, not again and again")
    func refusedTokens() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            standIn.fail("/message/send", .code("40014"), times: 9)
            let sender = sender(base, client)
            for _ in 0..<3 { #expect(await sender.send(.text("好"), to: li).kind == "tokenInvalid") }
            #expect(standIn.requests(to: "/gettoken").count == 2)
            #expect(standIn.requests(to: "/message/send").count == 4)
        }
    }

    @Test("a wrong secret stops the channel without another attempt, until somebody corrects it")
    func wrongSecret() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            standIn.change { $0.secret = "another" }
            let sender = sender(base, client)
            for _ in 0..<3 { #expect(await sender.send(.text("好"), to: li).kind == "channelStopped") }
            #expect(standIn.requests.count == 1)
            standIn.change { $0.secret = "stand-in-secret" }
            clock.advance(by: .seconds(600))
            #expect(await sender.send(.text("好"), to: li).isSent)
        }
    }

    @Test(
        "a repeat after an answer that was lost is not shown twice, the same words two minutes later are",
        arguments: [true, false])
    func duplicates(cutShort: Bool) async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            let (arrived, gate) = (Gate(), Gate())
            standIn.fail(
                "/message/send",
                cutShort
                    ? .cutShort
                    : .late(until: {
                        arrived.open()
                        await gate.pass()
                    }))
            let first = Task { await sender.send(.text("好"), to: li) }
            if !cutShort {
                await arrived.pass()
                first.cancel()
            }
            let lost = await first.value
            #expect(lost.kind == "unclear")
            gate.open()
            #expect(await sender.send(.text("好"), to: li).receipt?.identifier == "wecom-message-1")
            #expect(standIn.platform.messages.count == 1)
            clock.advance(by: .seconds(119))
            #expect(await sender.send(.text("好"), to: li).receipt?.identifier == "wecom-message-1")
            clock.advance(by: .seconds(1))
            #expect(await sender.send(.text("好"), to: li).receipt?.identifier == "wecom-message-2")
        }
    }

    @Test("an answer that says the same again is shown again, a card that is sent again is not")
    func answersAgain() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            func answer(_ reply: Reply, _ key: String) async -> SendOutcome {
                await sender.send(reply, to: li, key: key, mayRepeatWords: true, texts: texts)
            }
            let details = Reply([.title("预警 A12 · 杭州"), .quote(text: "油耗高", source: "论坛")])
            for (key, shown) in [("answer/1", 2), ("answer/2", 4)] {
                #expect(await answer(details, key + "/0").isSent)
                #expect(await answer(warning, key).isSent)
                #expect(standIn.platform.messages.count == shown)
            }
            // After a lost answer the card is the same one.
            #expect(await answer(warning, "answer/2").isSent)
            #expect(standIn.platform.messages.count == 4)
            #expect(
                standIn.platform.messages.map { $0.body["msgtype"].text }
                    == ["markdown", "template_card", "markdown", "template_card"])
            // What answers nothing is enqueued once, so the same words are a repeat.
            for _ in 0..<2 { #expect(await sender.send(details, to: li, key: "n", texts: texts).isSent) }
            #expect(standIn.platform.messages.count == 5)
        }
    }

    @Test("a text that may be said again at once is not safe to be repeated after a lost answer")
    func lostText() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            standIn.fail("/message/send", .cutShort)
            let outcome = await sender(base, client).send(
                Reply([.text("好")]), to: li, key: "answer/1", mayRepeatWords: true, texts: texts)
            guard case .unclear(repeatIsSafe: false, _) = outcome else {
                Issue.record("\(outcome)")
                return
            }
        }
    }

    @Test(
        "what the platform answers becomes the outcome",
        arguments: [
            ("-1", "retry"), ("45009", "tooFast"), ("60020", "channelStopped"), ("81013", "recipientGone"),
            ("40058", "refused"),
        ])
    func codes(code: String, kind: String) async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            standIn.fail("/message/send", .code(code))
            let outcome = await sender(base, client).send(.text("好"), to: li)
            #expect(outcome.kind == kind)
            #expect(outcome.remark.code == code)
            #expect(standIn.platform.messages.isEmpty)
        }
    }

    @Test("a gateway's page is a reason to try again")
    func page() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            standIn.fail("/gettoken", .page(status: 502))
            let sender = sender(base, client)
            #expect(await sender.send(.text("好"), to: li).kind == "retry")
            clock.advance(by: .seconds(5))
            standIn.fail("/message/send", .page(status: 200))
            #expect(await sender.send(.text("好"), to: li).kind == "retry")
        }
    }

    @Test("nothing is sent to a host that is not allowed, and a server that is down is tried again")
    func unreachable() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let elsewhere = sender("http://127.0.0.2:9", client)
            #expect(await elsewhere.send(.text("好"), to: li).kind == "channelStopped")
            await standIn.stop()
            #expect(await sender(base, client).send(.text("好"), to: li).kind == "retry")
        }
    }

    @Test("a message to nobody, or to too many, is not sent at all")
    func recipients() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            #expect(await sender.send(.text("好"), to: WeComAddressees()) == .unsendable(.noRecipient))
            let many = WeComAddressees(members: (0...1000).map { "u\($0)" })
            #expect(await sender.send(.text("好"), to: many) == .unsendable(.tooManyRecipients))
            #expect(await sender.send(Reply(), to: li, key: "k", texts: texts) == .unsendable(.nothingToSay))
            #expect(standIn.requests.isEmpty)
        }
    }

    @Test("a picture goes up and out, a card is changed once, a message taken back")
    func media() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = sender(base, client)
            let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0xFF]
            let uploaded = await sender.upload(.png(picture, name: "周报.png"), as: .image)
            #expect(uploaded == .value("wecom-media-1"))
            #expect(standIn.platform.uploads.first?.bytes == picture)
            #expect(standIn.platform.uploads.first?.name == "周报.png")
            #expect(await sender.send(.media(.image, id: "wecom-media-1"), to: li).isSent)
            let large = UploadFile(name: "a", contentType: "b", bytes: Array(repeating: 0, count: 3 << 20))
            #expect(await sender.upload(large, as: .image) == .failed(.unsendable(.tooLarge)))

            let card = await sender.send(warning, to: li, key: "w1", texts: texts)
            let code = try #require(card.receipt?.updateCode)
            #expect(await sender.update(buttonTo: "已认领", code: code).isSent)
            #expect(await sender.update(buttonTo: "已认领", code: code).kind == "refused")
            let message = try #require(card.receipt?.identifier)
            #expect(await sender.recall(message: message).isSent)
            #expect(standIn.platform.recalled == [message])
        }
    }

    @Test("a webhook takes twenty messages a minute, and none once it is gone")
    func webhook() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            let sender = WeComWebhookSender(key: Secret("k1"), client: client, server: base)
            #expect(await sender.send(warning, texts: texts).isSent)
            #expect(await sender.send(.image([1, 2, 3])).isSent)
            let file = UploadFile(name: "a.txt", contentType: "text/plain", bytes: Array("hello".utf8))
            #expect(await sender.upload(file) == .value("wecom-media-1"))
            for _ in 0..<18 { #expect(await sender.send(.text("好")).isSent) }
            #expect(
                await sender.send(.text("好"))
                    == .tooFast(
                        wait: .seconds(60),
                        PlatformRemark(
                            code: "45009", words: "api freq out of limit, hint: [1], from ip: 127.0.0.1")))
            clock.advance(by: .seconds(60))
            #expect(await sender.send(.text("好")).isSent)
            standIn.change { $0.removeWebhook("k1") }
            #expect(await sender.send(.text("好")).kind == "channelStopped")
        }
    }

    @Test("a post to a webhook whose answer was lost is unclear, and a repeat not safe")
    func lostPost() async throws {
        try await withStandIn(platform, clock: clock) { standIn, base, client in
            standIn.fail("/webhook/send", .cutShort)
            standIn.fail("/webhook/send", .page(status: 504))
            let sender = WeComWebhookSender(key: Secret("k1"), client: client, server: base)
            for _ in 0..<2 {
                guard case .unclear(repeatIsSafe: false, _) = await sender.send(.text("好")) else {
                    Issue.record("taken for something that may be repeated")
                    return
                }
            }
        }
    }
}
