import Crypto
import Earshot
import EarshotTesting
import JSON
import Testing

@testable import ChatPlatforms

@Suite("Sending to Feishu")
struct FeishuSendingTests {
    private let fixture = SendingFixture.self

    @Test("a reply is a card whose buttons bring back the choices, and a post where a card is not taken")
    func card() throws {
        let forms = FeishuOutgoing.forms(of: fixture.warning, answering: "om_1", texts: fixture.texts)
        #expect(forms.map(\.type) == ["interactive", "post"])
        let card = try JSONValue(text: forms[0].contentText)
        #expect(card["schema"].text == "2.0")
        #expect(card["header"]["title"]["content"].text == "杭州 · 油耗抱怨上升")
        let elements = card["body"]["elements"].elements
        #expect(elements.count == 3)
        #expect(elements[0]["content"].text == "近7天 76 条\n**较前7天** ▲120%\n可以接着问:")
        #expect(elements[2]["text"]["content"].text == "认领")
        #expect(
            elements[2]["behaviors"][0]["value"]
                == .object(["answers": .string("om_1"), "say": .string("认领 7")]))
        let post = try JSONValue(text: forms[1].contentText)["zh_cn"]
        #expect(post["title"].text == "杭州 · 油耗抱怨上升")
        #expect(post["content"].elements.last?[0]["text"].text == "2 认领")
    }

    @Test("a reply that is too long for a card is a text, which holds five times as much")
    func long() throws {
        let forms = FeishuOutgoing.forms(of: fixture.long, texts: fixture.texts)
        #expect(forms.map(\.type) == ["text"])
        let call = FeishuCalls.send(forms[0], to: .chat("c"), uuid: "u")
        #expect((100_000...150_000).contains(call.body.count))
        #expect(try JSONValue(text: call.json["content"].text)["text"].text.hasSuffix("回复「更多」"))
        #expect(FeishuOutgoing.forms(of: Reply(), texts: fixture.texts).isEmpty)
    }

    @Test("a custom bot gets a card within 20 KB, without buttons")
    func customBot() throws {
        for (reply, isLong) in [(fixture.warning, false), (fixture.long, true)] {
            let message = try #require(FeishuOutgoing(toCustomBot: reply, texts: fixture.texts))
            let call = try FeishuCalls.send(
                message, toBot: Secret("https://open.feishu.cn/open-apis/bot/v2/hook/h"),
                secret: Secret("s"), now: Fixtures.now)
            #expect(call.body.count <= 20_000)
            #expect((call.body.count > 10_000) == isLong)
            #expect(call.json["timestamp"].text == "1795226400")
            #expect(!call.json["sign"].text.isEmpty)
            #expect(call.json["card"]["body"]["elements"].elements.count == 1)
            #expect(!call.repeatIsSafe)
        }
    }

    @Test("a title too long for a heading stands in the text, where it can be cut")
    func longTitle() throws {
        let reply = Reply([.title(String(repeating: "长", count: 20_000)), .text("尾")])
        let bot = try #require(FeishuOutgoing(toCustomBot: reply, texts: fixture.texts))
        let card = try JSONValue(text: bot.contentText)
        #expect(card["header"] == .null)
        #expect(card["body"]["elements"][0]["content"].text.hasSuffix("回复「更多」"))
        #expect(bot.size <= 20_000)
    }

    @Test("customers' words in a card can neither mention nor link")
    func disarmed() throws {
        let reply = Reply([.quote(text: "<at id=all></at> [看](https://x.cn)", source: "论坛")])
        let form = try #require(FeishuOutgoing.forms(of: reply, texts: fixture.texts).first)
        let card = try JSONValue(text: form.contentText)
        #expect(!card["body"]["elements"][0]["content"].text.contains("<"))
        #expect(!card["body"]["elements"][0]["content"].text.contains("]("))
    }

    @Test("a uuid has at most fifty characters and is the same for the same key")
    func uuid() {
        #expect(FeishuCalls.uuid(of: "warning-7") == "warning-7")
        let long = String(repeating: "delivery", count: 10)
        #expect(FeishuCalls.uuid(of: long).count <= 50)
        #expect(FeishuCalls.uuid(of: long) == FeishuCalls.uuid(of: long))
        #expect(FeishuCalls.uuid(of: long) != FeishuCalls.uuid(of: long + "1"))
    }

    @Test("answers and changes name the message that they are about")
    func afterwards() {
        let reply = FeishuCalls.reply(.text("好"), to: "om_1/..", uuid: "u").authorized(by: Secret("t"))
        #expect(reply.url(base: "") == "/open-apis/im/v1/messages/om_1%2F../reply")
        #expect(reply.headers.last == PlatformCall.Field("Authorization", "Bearer t"))
        let change = FeishuCalls.update("om_1", to: FeishuCard(title: "好", markdown: "好"))
        #expect(change.method == .patch)
        #expect(change.json["content"].text.hasPrefix("{"))
        let upload = FeishuCalls.upload(image: .png([1, 2]))
        let text = String(decoding: upload.body, as: UTF8.self)
        #expect(text.contains("name=\"image_type\"\r\n\r\nmessage\r\n"))
        #expect(text.contains("name=\"image\"; filename=\"picture.png\"\r\nContent-Type: image/png\r\n"))
    }

    @Test(
        "each code has its outcome",
        arguments: [
            (400, 99_991_400, "tooFast"), (429, 1, "tooFast"), (200, 11232, "tooFast"),
            (400, 230_020, "retry"), (400, 230_049, "retry"), (400, 99_991_663, "tokenInvalid"),
            (401, 99_991_677, "tokenInvalid"), (400, 99_991_661, "refused"),
            (400, 99_991_543, "channelStopped"),
            (200, 10003, "channelStopped"), (200, 10014, "channelStopped"),
            (400, 99_991_662, "channelStopped"),
            (400, 99_991_672, "channelStopped"), (400, 230_027, "channelStopped"),
            (400, 230_006, "channelStopped"), (400, 230_001, "refused"), (400, 230_002, "recipientGone"),
            (400, 230_013, "recipientGone"), (400, 230_011, "refused"), (400, 230_022, "refused"),
            (400, 230_025, "refused"), (400, 230_099, "refused"), (200, 19021, "channelStopped"),
            (200, 19001, "channelStopped"),
            (200, 19022, "channelStopped"), (200, 19024, "refused"), (200, 9499, "refused"),
            (500, 2200, "unclear"),
        ])
    func codes(status: Int, code: Int, kind: String) {
        let response = fixture.response(#"{"code":\#(code),"msg":"success, token"}"#, status: status)
        #expect("\(FeishuAnswer.sent(response, repeatIsSafe: true))".hasPrefix(kind))
    }

    @Test("a message that was taken has its name and its chat, where the platform gives them")
    func receipt() {
        for (data, receipt) in [
            (#"{"message_id":"om_1","chat_id":"oc_1"}"#, SendReceipt(identifier: "om_1", chat: "oc_1")),
            (#"{"message_id":"om_1"}"#, SendReceipt(identifier: "om_1")),
            (#"{"message_id":"om_1","chat_id":""}"#, SendReceipt(identifier: "om_1")),
            (#"{"message_id":"om_1","chat_id":7}"#, SendReceipt(identifier: "om_1")),
        ] {
            let response = fixture.response(#"{"code":0,"msg":"success","data":\#(data)}"#, status: 200)
            #expect(FeishuAnswer.sent(response, repeatIsSafe: true) == .sent(receipt), "\(data)")
        }
    }

    @Test("a limited call waits as long as the header says, within an hour")
    func limited() {
        for (seconds, expected) in [("7", 7), ("0", 1), ("999999", 3600), ("soon", 60)] {
            let response = fixture.response(
                #"{"code":99991400}"#, status: 429, ["X-Ogw-Ratelimit-Reset": seconds])
            #expect(
                FeishuAnswer.sent(response, repeatIsSafe: true)
                    == .tooFast(wait: .seconds(expected), PlatformRemark(code: "99991400")))
        }
    }

    @Test("another's answer is a reason to try again, and may hide that the message arrived")
    func foreign() {
        for (response, mayHaveArrived) in fixture.foreignAnswers {
            let safe = FeishuAnswer.sent(response, repeatIsSafe: true)
            #expect(mayHaveArrived ? safe.isUnclearAndSafe : safe.isRetry, "\(response)")
            #expect(FeishuAnswer.posted(response).isUnclear == mayHaveArrived, "\(response)")
        }
    }

    @Test("tokens and pictures give what was asked for")
    func values() {
        #expect(
            FeishuAnswer.token(fixture.response(#"{"code":0,"tenant_access_token":"t","expire":1800}"#))
                == .value(PlatformToken(Secret("t"), lifetime: .seconds(1800))))
        #expect(
            FeishuAnswer.uploaded(fixture.response(#"{"code":0,"data":{"image_key":"i"}}"#)) == .value("i"))
    }
}
