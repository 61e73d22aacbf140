import Crypto
import Earshot
import EarshotTesting
import JSON
import Testing

@testable import ChatPlatforms

@Suite("Sending to WeCom")
struct WeComSendingTests {
    private let fixture = SendingFixture.self

    @Test("a reply that fits is a card whose buttons say the choices")
    func card() throws {
        let message = try #require(WeComOutgoing(fixture.warning, task: "w7", texts: fixture.texts))
        let call = WeComCalls.send(message, to: WeComAddressees(members: ["Li", "Wang"]), agent: 7)
        let body = call.json
        #expect(body["touser"].text == "Li|Wang")
        #expect(body["msgtype"].text == "template_card")
        #expect(body["template_card"]["task_id"].text == "w7")
        #expect(body["template_card"]["button_list"][1]["key"].text == "say:认领 7")
        #expect(body["enable_duplicate_check"].number == 1)
        #expect(call.repeatIsSafe)
    }

    @Test("any other reply is Markdown within 2048 bytes")
    func markdown() throws {
        let message = try #require(WeComOutgoing(fixture.long, task: "w7", texts: fixture.texts))
        let body = WeComCalls.send(message, to: .everybody, agent: 7).json
        #expect(body["msgtype"].text == "markdown")
        let text = body["markdown"]["content"].text
        #expect(text.utf8.count <= 2048)
        #expect(text.hasSuffix("回复「更多」"))
    }

    @Test(
        "a reply that says nothing makes no message, and neither does one that only asks back where nobody can answer"
    )
    func nothing() {
        #expect(WeComOutgoing(Reply(), task: "w", texts: fixture.texts) == nil)
        let question = Reply([fixture.warning.blocks[3]])
        #expect(WeComWebhookOutgoing(question, texts: fixture.texts) == nil)
    }

    @Test("a webhook's message does not offer what nobody there can ask")
    func webhook() throws {
        let message = try #require(WeComWebhookOutgoing(fixture.warning, texts: fixture.texts))
        let call = WeComWebhookCalls.send(message, key: Secret("k1"))
        #expect(call.json["msgtype"].text == "markdown")
        #expect(!call.json["markdown"]["content"].text.contains("可以接着问"))
        #expect(call.url(base: "https://x") == "https://x/cgi-bin/webhook/send?key=k1")
        #expect(!call.repeatIsSafe)
        let long = try #require(WeComWebhookOutgoing(fixture.long, texts: fixture.texts))
        #expect(long.json.bytes.count > 3000)
        let text = WeComWebhookCalls.send(long, key: Secret("k1")).json["markdown"]["content"].text
        #expect(text.utf8.count <= 4096)
    }

    @Test("texts are shortened at a character's end to the platform's bytes")
    func limits() {
        let long = String(repeating: "长👨‍👩‍👧", count: 1000)
        let text = WeComCalls.send(.text(long), to: .everybody, agent: 1).json["text"]["content"].text
        #expect(text.utf8.count <= 2048)
        #expect(text.hasSuffix("👨‍👩‍👧…") || text.hasSuffix("长…"))
        let card = WeComCalls.send(
            .textCard(title: long, description: long, opening: "https://x", button: "看看这个吧"),
            to: .everybody, agent: 1
        ).json["textcard"]
        #expect(card["title"].text.utf8.count <= 128)
        #expect(card["description"].text.utf8.count <= 512)
        #expect(card["btntxt"].text == "看看这个")
    }

    @Test("a file goes up under its name in the field that the platform names")
    func upload() {
        let file = UploadFile(name: "周报\".png", contentType: "image/png", bytes: [1, 2, 3, 4, 5])
        let call = WeComCalls.upload(file, as: .image).authorized(by: Secret("t 1"))
        #expect(call.url(base: "b") == "b/cgi-bin/media/upload?access_token=t%201&type=image")
        let type = call.headers.first?.value ?? ""
        let boundary = String(type.split(separator: "=").last ?? "")
        #expect(type.hasPrefix("multipart/form-data; boundary="))
        let head =
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"media\"; filename=\"周报%22.png\"\r\n"
            + "Content-Type: image/png\r\n\r\n"
        #expect(call.body == Array(head.utf8) + [1, 2, 3, 4, 5] + Array("\r\n--\(boundary)--\r\n".utf8))
    }

    @Test("a card's task is a name that the platform takes")
    func task() {
        #expect(WeComTemplateCard.task(named: "warning-7@w_1") == "warning-7@w_1")
        let odd = WeComTemplateCard.task(named: "预警 7")
        #expect(odd.count == 64)
        #expect(odd != WeComTemplateCard.task(named: "预警 8"))
    }

    @Test("changing and recalling name the message that they are about")
    func afterwards() throws {
        let card = try #require(WeComTemplateCard(fixture.warning, task: "w7", texts: fixture.texts))
        let change = WeComCalls.update(to: card, code: "c1", agent: 7, members: ["li"])
        #expect(change.json["response_code"].text == "c1")
        #expect(change.json["userids"] == .array([.string("li")]))
        #expect(change.json["template_card"]["task_id"].text == "w7")
        #expect(!change.repeatIsSafe)
        let done = WeComCalls.update(buttonTo: "已认领", code: "c1", agent: 7).json
        #expect(done["button"]["replace_name"].text == "已认领")
        #expect(done["atall"].number == 1)
        #expect(WeComCalls.recall(message: "m1").json == .object(["msgid": .string("m1")]))
    }

    @Test("neither a call's description nor its mirror shows the secrets in it")
    func secrets() {
        let call = WeComCalls.token(corpID: "ww1", secret: Secret("hush"))
        #expect(call.url(base: "").contains("hush"))
        #expect(!"\(call)".contains("hush"))
        #expect(!String(reflecting: call).contains("hush"))
        var dumped = ""
        dump(call, to: &dumped)
        #expect(!dumped.contains("hush"))
    }

    @Test("a webhook's description shows where it is and nothing of its secret path")
    func secretPath() throws {
        let message = FeishuOutgoing.text("好")
        let webhook = Secret("https://open.feishu.cn:443/open-apis/bot/v2/hook/hush?x=hush#hush")
        let call = try FeishuCalls.send(message, toBot: webhook, secret: nil, now: Fixtures.now)
        #expect("\(call)" == "POST https://open.feishu.cn:443")
        #expect(!String(reflecting: call).contains("hush"))
        for odd in ["hush", "https://user:hush@open.feishu.cn/hook", "ftp://hush"] {
            let call = try FeishuCalls.send(message, toBot: Secret(odd), secret: nil, now: Fixtures.now)
            #expect(!"\(call)".contains("hush"))
        }
        #expect("\(WeComCalls.recall(message: "m"))" == "POST /cgi-bin/message/recall")
    }

    @Test(
        "no file name can leave its quotation or its line",
        arguments: ["a\r\nX: y", "a\rb\nc", "a\"b", "a\"\u{301}b", "\"\u{200D}", "a\r\n\u{301}b"])
    func fileNames(name: String) throws {
        let form = MultipartForm([.file("media", .png([], name: name))])
        let head = form.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = try #require(head.dropFirst().first)
        #expect(line.count { $0 == UInt8(ascii: "\"") } == 4)
        #expect(line.count { $0 == 0x0D } == 1 && line.last == 0x0D)
        #expect(head.dropFirst(2).first.map { Array($0) } == Array("Content-Type: image/png\r".utf8))
    }

    @Test("who was not reached is told in the spelling it was sent with")
    func unreached() {
        let answer = fixture.response(
            #"{"errcode":0,"invaliduser":"lihua|lihua2","unlicenseduser":"zhao","invalidparty":"3","msgid":"m"}"#
        )
        let addressees = WeComAddressees(members: ["LiHua", "lihua2", "Zhao", "ok"], departments: ["3"])
        #expect(
            WeComAnswer.sent(answer, to: addressees, repeatIsSafe: true)
                == .sent(
                    SendReceipt(
                        identifier: "m",
                        unreached: [
                            .init("LiHua", .gone), .init("lihua2", .gone), .init("Zhao", .unlicensed),
                            .init("3", kind: .department, .gone),
                        ])))
        let nobody = WeComAddressees(members: ["lihua", "lihua2", "zhao"], departments: ["3"])
        guard case .recipientGone = WeComAnswer.sent(answer, to: nobody, repeatIsSafe: true) else {
            Issue.record("a message that reached nobody was taken for sent")
            return
        }
    }

    @Test(
        "each number of the table has its outcome",
        arguments: [
            (-1, "retry"), (6000, "retry"), (45033, "retry"), (45009, "tooFast"), (40014, "tokenInvalid"),
            (42001, "tokenInvalid"), (40001, "tokenInvalid"), (41001, "refused"), (40013, "channelStopped"),
            (2_000_002, "channelStopped"), (40003, "recipientGone"), (46004, "recipientGone"),
            (60111, "recipientGone"), (81013, "recipientGone"), (92000, "recipientGone"),
            (40007, "refused"), (40058, "refused"), (44004, "refused"), (45002, "refused"),
            (48002, "channelStopped"), (50003, "channelStopped"), (60020, "channelStopped"),
            (93000, "channelStopped"), (93004, "channelStopped"), (93008, "channelStopped"),
            (301_007, "channelStopped"), (86003, "recipientGone"), (50001, "refused"), (999_999, "refused"),
        ])
    func numbers(code: Int, kind: String) {
        let outcome = WeComAnswer.sent(
            fixture.response(#"{"errcode":\#(code),"errmsg":"invalid secret, busy, ok"}"#), repeatIsSafe: true
        )
        #expect("\(outcome)".hasPrefix(kind))
        #expect("\(outcome)".contains("\(code)"))
    }

    @Test("a wrong secret stops the channel, a token without a value does not count as one")
    func tokens() {
        let granted = WeComAnswer.token(fixture.response(#"{"access_token":"t","expires_in":60}"#))
        #expect(granted == .value(PlatformToken(Secret("t"), lifetime: .seconds(60))))
        let endless = WeComAnswer.token(
            fixture.response(#"{"access_token":"t","expires_in":9223372036854775807}"#))
        #expect(endless == .value(PlatformToken(Secret("t"), lifetime: .seconds(86_400))))
        for (body, kind) in [
            (#"{"errcode":40001}"#, "channelStopped"), (#"{"errcode":0}"#, "retry"),
            (#"{"errcode":0,"access_token":""}"#, "retry"), ("<html>", "retry"),
        ] {
            guard case .failed(let outcome) = WeComAnswer.token(fixture.response(body)) else {
                Issue.record("\(body) gave a token")
                continue
            }
            #expect("\(outcome)".hasPrefix(kind), "\(body)")
        }
    }

    @Test("another's answer is a reason to try again, and may hide that the message arrived")
    func foreign() {
        for (response, mayHaveArrived) in fixture.foreignAnswers {
            let safe = WeComAnswer.sent(response, repeatIsSafe: true)
            #expect(mayHaveArrived ? safe.isUnclearAndSafe : safe.isRetry, "\(response)")
            #expect(
                WeComAnswer.sent(response, repeatIsSafe: false).isUnclear == mayHaveArrived, "\(response)")
        }
    }
}
