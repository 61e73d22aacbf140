import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import JSON
import Testing

@Suite(
    "Examples of requests",
    .enabled(if: ProtocolSamples.areHere, "skipped: the protocol samples are not beside the project"))
struct OutboundSampleTests {
    /// Of long connections and answers to callbacks, which are not calls.
    private static let noCalls: Set = [
        "dingtalk-stream-open", "wecom-aibot-longconn-push", "wecom-aibot-longconn-reply-stream",
        "wecom-aibot-longconn-subscribe", "wecom-aibot-response-url-markdown",
    ]

    @Test("every example is what is written for such a message")
    func examples() throws {
        let names = try ProtocolSamples.names(in: "outbound")
        #expect(names.count > 30)
        for name in names where !OutboundSampleTests.noCalls.contains(name) {
            let sample = try ProtocolSamples.load(name, in: "outbound")
            let body = sample["body"]
            switch name {
            case "dingtalk-http-response-empty":
                #expect(try JSONValue(DingTalkReply.nothing) == body)
            case "feishu-card-callback-answer":
                let card = body["card"]["data"]
                #expect(try JSONValue(FeishuCard(card).json.bytes) == card, "\(name)")
            default:
                guard let call = try call(name, body) else {
                    Issue.record("\(name) is not tested")
                    continue
                }
                try compare(call, sample, name)
            }
        }
    }

    private func compare(_ call: PlatformCall, _ sample: JSONValue, _ name: String) throws {
        let base = String(sample["request"].text.split(separator: " ")[1].split(separator: "/")[1])
        let call = call.authorized(by: Secret("TOKEN"))
        let written = "\(call.method.rawValue) \(call.url(base: "https://\(base)"))"
        #expect(shape(written) == shape(sample["request"].text), "\(name)")
        var body = try JSONValue(call.body)
        var expected = sample["body"]
        // The JSON texts inside, whose members have no order either.
        for inner in ["content", "msgParam"] where expected[inner].text.hasPrefix("{") {
            body[inner] = try JSONValue(text: body[inner].text)
            expected[inner] = try JSONValue(text: expected[inner].text)
        }
        #expect(body["msgUuid"] != .null || !name.hasPrefix("dingtalk-custom"), "\(name)")
        body["msgUuid"] = .null
        if name == "feishu-custom-bot-text" { body["sign"] = expected["sign"] }
        #expect(body == expected, "\(name)")
    }

    /// Method, address without names that vary, and the names of the query.
    private func shape(_ request: String) -> String {
        let parts = request.split(separator: " ")
        let address = parts[1].split(separator: "?")
        let fields = (address.dropFirst().first ?? "").split(separator: "&").map { field in
            let pair = field.split(separator: "=")
            return pair[0] == "receive_id_type" ? String(field) : String(pair[0])
        }
        return "\(parts[0]) \(address[0]) \(fields.joined(separator: " "))"
    }

    private func call(_ name: String, _ body: JSONValue) throws -> PlatformCall? {
        if name.hasPrefix("wecom-webhook") {
            return webhook(name, body).map { WeComWebhookCalls.send($0, key: Secret("KEY")) }
        }
        if name.hasPrefix("wecom") {
            return application(name, body).map { message in
                WeComCalls.send(
                    message,
                    to: WeComAddressees(
                        members: body["touser"].text.split(separator: "|").map { String($0) }),
                    agent: body["agentid"].number)
            }
        }
        if name.hasPrefix("dingtalk-custom") {
            return try custom(name, body).map { message in
                try DingTalkWebhookCalls.send(
                    message, webhook: Secret("https://oapi.dingtalk.com/robot/send?access_token=TOKEN"),
                    secret: Secret("SECRET"), uuid: "u1", now: Fixtures.now)
            }
        }
        return name.hasPrefix("dingtalk") ? dingTalk(name, body) : try feishu(name, body)
    }

    private func application(_ name: String, _ body: JSONValue) -> WeComOutgoing? {
        switch name.dropFirst("wecom-message-send-".count) {
        case "text": return .text(body["text"]["content"].text)
        case "markdown": return .markdown(body["markdown"]["content"].text)
        case "image": return .media(.image, id: body["image"]["media_id"].text)
        case "news": return .news(body["news"]["articles"].elements.map(WeComArticle.init))
        case "textcard":
            let card = body["textcard"]
            return .textCard(
                title: card["title"].text, description: card["description"].text, opening: card["url"].text,
                button: card["btntxt"].text)
        case "template-card":
            let card = body["template_card"]
            return .card(
                WeComTemplateCard(
                    source: card["source"]["desc"].text, title: card["main_title"]["title"].text,
                    description: card["main_title"]["desc"].text,
                    lines: card["horizontal_content_list"].elements.map {
                        .init($0["keyname"].text, $0["value"].text)
                    },
                    buttons: card["button_list"].elements.map {
                        .init($0["text"].text, key: $0["key"].text, style: $0["style"].number)
                    }, task: card["task_id"].text))
        default: return nil
        }
    }

    private func webhook(_ name: String, _ body: JSONValue) -> WeComWebhookOutgoing? {
        switch name.dropFirst("wecom-webhook-".count) {
        case "text":
            return .text(
                body["text"]["content"].text,
                mentioning: body["text"]["mentioned_list"].elements.map(\.text))
        case "markdown": return .markdown(body["markdown"]["content"].text)
        case "markdown-v2": return .tabledMarkdown(body["markdown_v2"]["content"].text)
        case "image": return (try? Base64.decode(body["image"]["base64"].text)).map { .image($0) }
        case "news": return .news(body["news"]["articles"].elements.map(WeComArticle.init))
        case "file": return .file(id: body["file"]["media_id"].text)
        case "template-card":
            let card = body["template_card"]
            return .card(
                WeComTemplateCard(
                    noticeOf: card["main_title"]["title"].text, description: card["main_title"]["desc"].text,
                    emphasis: (card["emphasis_content"]["title"].text, card["emphasis_content"]["desc"].text),
                    opening: card["card_action"]["url"].text))
        default: return nil
        }
    }

    private func custom(_ name: String, _ body: JSONValue) -> DingTalkOutgoing? {
        let card = body["actionCard"]
        switch name.dropFirst("dingtalk-custom-".count) {
        case "text":
            return .text(
                body["text"]["content"].text,
                mentions: DingTalkMentions(
                    phones: body["at"]["atMobiles"].elements.map(\.text),
                    people: body["at"]["atUserIds"].elements.map(\.text)))
        case "markdown":
            return .markdown(
                title: body["markdown"]["title"].text, body["markdown"]["text"].text,
                mentions: DingTalkMentions())
        case "link":
            let link = body["link"]
            return .link(
                title: link["title"].text, text: link["text"].text, opening: link["messageUrl"].text,
                picture: link["picUrl"].text)
        case "actioncard-single":
            return .card(
                title: card["title"].text, text: card["text"].text,
                buttons: [DingTalkButton(card["singleTitle"].text, opening: card["singleURL"].text)])
        case "actioncard-buttons":
            return .card(
                title: card["title"].text, text: card["text"].text,
                buttons: card["btns"].elements.map {
                    DingTalkButton($0["title"].text, opening: $0["actionURL"].text)
                })
        case "feedcard":
            return .feed(
                body["feedCard"]["links"].elements.map {
                    ($0["title"].text, $0["messageURL"].text, $0["picURL"].text)
                })
        default: return nil
        }
    }

    private func dingTalk(_ name: String, _ body: JSONValue) -> PlatformCall? {
        let parameters = (try? JSONValue(text: body["msgParam"].text)) ?? .null
        switch name {
        case "dingtalk-access-token":
            return DingTalkCalls.token(
                appKey: body["appKey"].text, appSecret: Secret(body["appSecret"].text))
        case "dingtalk-group-send":
            return DingTalkCalls.send(
                .text(parameters["content"].text), toGroup: body["openConversationId"].text,
                robot: body["robotCode"].text)
        case "dingtalk-oto-batch-send":
            return DingTalkCalls.send(
                .markdown(title: parameters["title"].text, parameters["text"].text),
                toPeople: body["userIds"].elements.map(\.text), robot: body["robotCode"].text)
        default: return nil
        }
    }

    private func feishu(_ name: String, _ body: JSONValue) throws -> PlatformCall? {
        let content = (try? JSONValue(text: body["content"].text)) ?? body["content"]
        let uuid = body["uuid"] == .null ? nil : body["uuid"].text
        func send(_ message: FeishuOutgoing, to kind: FeishuRecipient.Kind) -> PlatformCall {
            FeishuCalls.send(message, to: FeishuRecipient(kind, body["receive_id"].text), uuid: uuid)
        }
        func bot(_ message: FeishuOutgoing, secret: Secret?) throws -> PlatformCall {
            try FeishuCalls.send(
                message, toBot: Secret("https://open.feishu.cn/open-apis/bot/v2/hook/HOOK_ID"),
                secret: secret, now: Timestamp(seconds: Int64(body["timestamp"].text) ?? 0))
        }
        switch name {
        case "feishu-tenant-access-token":
            return FeishuCalls.token(
                appID: body["app_id"].text, appSecret: Secret(body["app_secret"].text))
        case "feishu-send-text": return send(.text(content["text"].text), to: .chat)
        case "feishu-send-card": return send(.card(FeishuCard(content)), to: .openID)
        case "feishu-send-post":
            let post = content["zh_cn"]
            return send(
                .post(
                    title: post["title"].text,
                    lines: post["content"].elements.map { line in
                        line.elements.map { element in
                            element["tag"].text == "a"
                                ? .link(element["text"].text, opening: element["href"].text)
                                : .text(element["text"].text)
                        }
                    }), to: .openID)
        case "feishu-reply-text":
            return FeishuCalls.reply(.text(content["text"].text), to: "MESSAGE_ID", uuid: uuid)
        case "feishu-custom-bot-text": return try bot(.text(content["text"].text), secret: Secret("SECRET"))
        case "feishu-custom-bot-card": return try bot(.card(FeishuCard(body["card"])), secret: nil)
        default: return nil
        }
    }
}

extension WeComArticle {
    fileprivate init(_ article: JSONValue) {
        self.init(
            title: article["title"].text, description: article["description"].text,
            address: article["url"].text, picture: article["picurl"].text)
    }
}

extension FeishuCard {
    fileprivate init(_ card: JSONValue) {
        let elements = card["body"]["elements"].elements
        self.init(
            title: card["header"]["title"]["content"].text, template: card["header"]["template"].text,
            markdown: elements.first?["content"].text ?? "",
            buttons: elements.dropFirst().map { button in
                var members: [JSON.Member] = []
                if case .object(let value) = button["behaviors"][0]["value"] {
                    members = value.map { JSON.Member($0.key, .string($0.value.text)) }
                }
                return Button(button["text"]["content"].text, value: .object(members))
            })
    }
}
