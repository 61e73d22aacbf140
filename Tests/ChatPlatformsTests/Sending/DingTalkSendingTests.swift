import Crypto
import Earshot
import EarshotTesting
import JSON
import Testing

@testable import ChatPlatforms

@Suite("Sending to DingTalk")
struct DingTalkSendingTests {
    private let fixture = SendingFixture.self

    private func parameters(_ message: DingTalkRobotOutgoing) throws -> JSONValue {
        try JSONValue(text: message.parameters)
    }

    @Test("to a person: a card whose buttons say the choices")
    func card() throws {
        let message = try #require(
            DingTalkRobotOutgoing(fixture.warning, isGroup: false, texts: fixture.texts))
        let call = DingTalkCalls.send(message, toPeople: ["u1", "u2"], robot: "r1")
        #expect(call.json["msgKey"].text == "sampleActionCard2")
        #expect(call.json["userIds"] == .array([.string("u1"), .string("u2")]))
        let card = try parameters(message)
        #expect(card["title"].text == "杭州 · 油耗抱怨上升")
        #expect(card["actionTitle2"].text == "2 认领")
        #expect(card["actionURL2"].text.hasSuffix("sendMessage?content=%E8%AE%A4%E9%A2%86%207"))
        #expect(!call.repeatIsSafe)
    }

    @Test("one choice is a card with a single button, no choice is Markdown")
    func buttons() throws {
        var reply = fixture.warning
        reply.blocks[3] = .choices(prompt: "", [Reply.Choice(number: 1, label: "看", text: "看")])
        let single = try #require(DingTalkRobotOutgoing(reply, isGroup: false, texts: fixture.texts))
        #expect(single.key == "sampleActionCard")
        #expect(try parameters(single)["singleTitle"].text == "1 看")
        #expect(DingTalkRobotOutgoing.card(title: "a", text: "b", buttons: []).key == "sampleMarkdown")
    }

    @Test("to a group: Markdown with the choices numbered")
    func group() throws {
        let message = try #require(
            DingTalkRobotOutgoing(fixture.warning, isGroup: true, texts: fixture.texts))
        let call = DingTalkCalls.send(message, toGroup: "cid1", robot: "r1")
        #expect(call.json["msgKey"].text == "sampleMarkdown")
        #expect(call.json["openConversationId"].text == "cid1")
        #expect(try parameters(message)["text"].text.contains("**2** 认领"))
    }

    @Test("parameters stay within 15,000 bytes however much is escaped in them", arguments: [true, false])
    func limit(isGroup: Bool) throws {
        var reply = fixture.long
        if !isGroup { reply.blocks.append(fixture.warning.blocks[3]) }
        for reply in [reply, Reply([.text(String(repeating: "\u{201D}\n\\", count: 9000))] + reply.blocks)] {
            let message = try #require(
                DingTalkRobotOutgoing(reply, isGroup: isGroup, texts: fixture.texts))
            #expect((9000...15_000).contains(message.parameters.utf8.count))
            #expect(try parameters(message)["text"].text.contains("回复「更多」"))
        }
    }

    @Test("at most twenty people stand in one call")
    func people() {
        let call = DingTalkCalls.send(.text("好"), toPeople: (1...30).map { "u\($0)" }, robot: "r")
        #expect(call.json["userIds"].elements.count == 20)
    }

    @Test("whoever is mentioned stands in the text too, once")
    func mentions() throws {
        let mentions = DingTalkMentions(phones: ["1001"], people: ["u1"])
        let body = try JSONValue(DingTalkOutgoing.text("@u1 请看", mentions: mentions).json().bytes)
        #expect(body["text"]["content"].text == "@u1 请看 @1001")
        #expect(body["at"]["isAtAll"] == .bool(false))
    }

    @Test("a custom robot's address is signed, and the message carries its key")
    func custom() throws {
        let message = try #require(DingTalkOutgoing(fixture.warning, texts: fixture.texts))
        let call = try DingTalkWebhookCalls.send(
            message, webhook: Secret("https://oapi.dingtalk.com/robot/send?access_token=a"),
            secret: Secret("SECx"), uuid: "d1", now: Fixtures.now)
        #expect(call.json["msgUuid"].text == "d1")
        #expect(!call.json["markdown"]["text"].text.contains("可以接着问"))
        let address = call.url(base: "https://elsewhere")
        #expect(
            address.hasPrefix(
                "https://oapi.dingtalk.com/robot/send?access_token=a&timestamp=1795226400000&sign="))
        #expect("\(call)" == "POST https://oapi.dingtalk.com")
    }

    @Test("a message's own address gets the answer as the HTTP response would")
    func session() {
        let call = DingTalkWebhookCalls.answer(
            fixture.warning, isGroup: false, to: "https://oapi.dingtalk.com/robot/sendBySession?session=s",
            texts: fixture.texts)
        #expect(call.json["msgtype"].text == "actionCard")
        #expect(!call.repeatIsSafe)
    }

    @Test("people who were not reached are told, and nobody reached is no success")
    func unreached() {
        func outcome(_ invalid: String, _ tooMany: String, _ people: [String]) -> SendOutcome {
            DingTalkAnswer.sent(
                fixture.response(
                    #"{"processQueryKey":"p","invalidStaffIdList":[\#(invalid)],"#
                        + #""flowControlledStaffIdList":[\#(tooMany)]}"#), to: people)
        }
        #expect(
            outcome(#""a""#, #""b""#, ["a", "b", "c"])
                == .sent(
                    SendReceipt(identifier: "p", unreached: [.init("a", .gone), .init("b", .tooFast)])))
        #expect("\(outcome(#""a""#, "", ["a"]))".hasPrefix("recipientGone"))
        #expect(outcome("", #""a""#, ["a"]).isRetry)
        #expect(outcome(#""b""#, #""a""#, ["a", "b"]).isRetry)
    }

    @Test(
        "each code of the newer server has its outcome",
        arguments: [
            (400, "InvalidAuthentication", "tokenInvalid"), (401, "anything", "tokenInvalid"),
            (400, "send.byToken.tooFast", "tooFast"), (400, "too.many.people", "tooFast"),
            (403, "Forbidden.AccessDenied.QpsLimitForApi", "tooFast"),
            (403, "Forbidden.AccessDenied.QpmLimitForAppkeyAndApi", "tooFast"),
            (403, "Forbidden.AccessDenied.AccessTokenPermissionDenied", "channelStopped"),
            (403, "Forbidden.AccessDenied.IpNotInWhiteList", "channelStopped"),
            (429, "systemBusy", "retry"), (500, "system.error", "retry"),
            (500, "unknown.send.result", "unclear"), (500, "anything", "unclear"),
            (400, "invalidClientIdOrSecret", "channelStopped"), (400, "bot.stopped", "channelStopped"),
            (400, "staffId.notExisted", "recipientGone"), (400, "group.disbanded", "recipientGone"),
            (400, "contain.sensitive", "refused"), (400, "anything", "refused"),
        ])
    func codes(status: Int, code: String, kind: String) {
        let outcome = DingTalkAnswer.sent(
            fixture.response(#"{"code":"\#(code)","message":"too fast, invalid token"}"#, status: status))
        #expect("\(outcome)".hasPrefix(kind))
    }

    @Test(
        "each number of the older server has its outcome",
        arguments: [
            (#"0"#, "sent"), (#""0""#, "sent"), ("-1", "retry"), ("410100", "tooFast"), ("310000", "refused"),
            ("40035", "refused"), ("400101", "channelStopped"), ("400102", "channelStopped"),
            ("400106", "channelStopped"), ("400013", "channelStopped"), ("400105", "refused"),
            ("430101", "refused"), ("60020", "channelStopped"),
        ])
    func numbers(code: String, kind: String) {
        #expect("\(DingTalkWebhookAnswer.posted(fixture.response(#"{"errcode":\#(code)}"#)))".hasPrefix(kind))
    }

    @Test("a banned address is not taken for a success")
    func banned() {
        let ban = fixture.response(#"{"status":1111,"wait":5,"source":"x5","punish":"deny"}"#)
        let expected = SendOutcome.tooFast(wait: .seconds(300), PlatformRemark(code: "1111"))
        #expect(DingTalkWebhookAnswer.posted(ban) == expected)
        #expect(DingTalkAnswer.sent(ban) == expected)
        #expect(DingTalkAnswer.token(ban) == .failed(expected))
        #expect(DingTalkWebhookAnswer.uploaded(ban) == .failed(expected))
    }

    @Test("another's answer is a reason to try again, and may hide that the message arrived")
    func foreign() {
        for (response, mayHaveArrived) in fixture.foreignAnswers {
            let safe = DingTalkWebhookAnswer.posted(response)
            #expect(mayHaveArrived ? safe.isUnclearAndSafe : safe.isRetry, "\(response)")
            #expect(DingTalkWebhookAnswer.answered(response).isUnclear == mayHaveArrived, "\(response)")
            #expect(DingTalkAnswer.sent(response).isUnclear == mayHaveArrived, "\(response)")
        }
        // What a call without any of the fields is answered with is no success.
        #expect(DingTalkAnswer.sent(fixture.response("{}")).isUnclear)
    }

    @Test("uploads, downloads and tokens give what was asked for")
    func values() {
        #expect(
            DingTalkWebhookAnswer.uploaded(fixture.response(#"{"errcode":0,"media_id":"@m"}"#))
                == .value("@m"))
        #expect(
            DingTalkAnswer.downloadAddress(fixture.response(#"{"downloadUrl":"https://x"}"#))
                == .value("https://x"))
        #expect(
            DingTalkAnswer.token(fixture.response(#"{"accessToken":"t","expireIn":7200}"#))
                == .value(PlatformToken(Secret("t"), lifetime: .seconds(7200))))
        let expired = DingTalkWebhookAnswer.uploaded(fixture.response(#"{"errcode":40014}"#))
        #expect(expired == .failed(.tokenInvalid(PlatformRemark(code: "40014"))))
    }
}
