public import Earshot
public import HTTP
public import JSON

/// WeCom's server with one application and any number of group webhooks.
public struct WeComPlatform: StandInPlatform {
    public let corpID: String
    public var secret: String
    public let agent: Int64
    /// The members in the application's range.
    public var members: Set<String>
    /// Those of them without a licence.
    public var unlicensed: Set<String> = []
    /// Whether an administrator switched the application off.
    public var isClosed = false
    /// Messages that were shown, a repeat within its window once.
    public private(set) var messages: [Message] = []
    public private(set) var uploads: [(name: String, bytes: [UInt8])] = []
    /// What cards were changed to, by update code.
    public private(set) var updates: [String: JSONValue] = [:]
    public private(set) var recalled: [String] = []

    /// What members sent to the application, by its media id.
    public var media: [String: [UInt8]] = [:]
    /// What lies encrypted behind the addresses that a 智能机器人 is given: `/aibot/NAME`.
    public var encryptedMedia: [String: [UInt8]] = [:]

    private var tokens = StandInTokens(prefix: "wecom-token")
    private var hooks: [String: Hook] = [:]
    private var seen: [Duplicate] = []

    public struct Message: Sendable {
        public let identifier: String
        /// User ids; a webhook's key for a group.
        public let recipients: [String]
        public let body: JSONValue
    }

    private struct Hook {
        var rate = StandInRate(20, per: .seconds(60))
    }

    private struct Duplicate {
        let content: JSONValue
        let recipients: String
        let end: Timestamp
        let identifier: String
    }

    public init(
        corpID: String = "ww-stand-in", secret: String = "stand-in-secret", agent: Int64 = 1000002,
        members: Set<String> = [], webhooks: [String] = []
    ) {
        self.corpID = corpID
        self.secret = secret
        self.agent = agent
        self.members = members
        for key in webhooks { hooks[key] = Hook() }
    }

    public static let places: [(method: HTTP.Method, pattern: String)] = [
        (.get, "/cgi-bin/gettoken"), (.post, "/cgi-bin/message/send"), (.post, "/cgi-bin/media/upload"),
        (.post, "/cgi-bin/message/update_template_card"), (.post, "/cgi-bin/message/recall"),
        (.post, "/cgi-bin/webhook/send"), (.post, "/cgi-bin/webhook/upload_media"),
        (.get, "/cgi-bin/agent/get"), (.get, "/cgi-bin/media/get"), (.get, "/aibot/{file}"),
    ]

    /// How many tokens were given out.
    public var grantedTokens: Int { tokens.granted }

    /// Ends the application's token before its time.
    public mutating func expireToken() { tokens.expire() }

    public mutating func removeWebhook(_ key: String) { hooks[key] = nil }

    public mutating func answer(_ request: StandInRequest, now: Timestamp) -> StandInAnswer {
        if let name = request.parameters["file"] {
            return encryptedMedia[name].map { StandInAnswer(file: $0) } ?? StandInAnswer("", status: 404)
        }
        switch request.path {
        case "/cgi-bin/gettoken":
            guard request.query("corpid") == corpID else { return refusal(40013) }
            guard request.query("corpsecret") == secret else { return refusal(40001) }
            let token = tokens.grant(now)
            return success([
                "access_token": .string(token.value), "expires_in": .integer(token.seconds),
            ])
        case "/cgi-bin/webhook/send": return post(request, now)
        case "/cgi-bin/webhook/upload_media":
            guard hooks[request.query("key") ?? ""] != nil else { return refusal(93000) }
            return upload(request)
        default: break
        }
        switch tokens.check(request.query("access_token") ?? "", now) {
        case .good: break
        case .expired: return refusal(42001)
        case .unknown: return refusal(request.query("access_token") == nil ? 41001 : 40014)
        }
        switch request.path {
        case "/cgi-bin/message/send": return send(request.json, now)
        case "/cgi-bin/media/upload": return upload(request)
        case "/cgi-bin/agent/get": return describe(request)
        case "/cgi-bin/media/get":
            return media[request.query("media_id") ?? ""].map { StandInAnswer(file: $0) } ?? refusal(40007)
        case "/cgi-bin/message/recall":
            recalled.append(request.json["msgid"].text)
            return success([:])
        default: return update(request.json)
        }
    }

    private func describe(_ request: StandInRequest) -> StandInAnswer {
        guard request.query("agentid") == String(agent) else { return refusal(301_002) }
        return success([
            "agentid": .integer(agent), "name": "经销商助手", "close": isClosed ? 1 : 0,
            "allow_userinfos": ["user": .array(members.sorted().map { ["userid": .string($0)] })],
            "allow_partys": ["partyid": .array([])], "allow_tags": ["tagid": .array([])],
        ])
    }

    public func refusal(_ code: String, at path: String) -> StandInAnswer { refusal(Int64(code) ?? -1) }

    private func refusal(_ code: Int64) -> StandInAnswer {
        StandInAnswer([
            "errcode": .integer(code), "errmsg": .string(WeComPlatform.words(for: code)),
        ])
    }

    private func success(_ members: [JSON.Member]) -> StandInAnswer {
        StandInAnswer(.object([JSON.Member("errcode", 0), JSON.Member("errmsg", "ok")] + members))
    }

    private func success(_ members: KeyValuePairs<String, JSON>) -> StandInAnswer {
        success(members.map { JSON.Member($0, $1) })
    }

    private mutating func send(_ body: JSONValue, _ now: Timestamp) -> StandInAnswer {
        guard body["agentid"].number == agent else { return refusal(40056) }
        if let code = objection(to: body, longestMarkdown: 2048) { return refusal(code) }
        let addressed = body["touser"].text.split(separator: "|").map { String($0) }
        guard !addressed.isEmpty else { return refusal(82001) }
        let known = addressed == ["@all"] ? members.sorted() : addressed.filter { members.contains($0) }
        let reached = known.filter { !unlicensed.contains($0) }
        guard !reached.isEmpty else { return refusal(81013) }
        let gone = addressed.filter { $0 != "@all" && !members.contains($0) }
        let identifier = shown(body, to: body["touser"].text, reached: reached, now)
        var answer = [JSON.Member("msgid", .string(identifier))]
        func list(_ name: String, _ ids: [String]) {
            guard !ids.isEmpty else { return }
            answer.append(JSON.Member(name, .string(ids.joined(separator: "|").lowercased())))
        }
        list("invaliduser", gone)
        list("unlicenseduser", known.filter { unlicensed.contains($0) })
        if body["template_card"]["card_type"].text == "button_interaction" {
            answer.append(JSON.Member("response_code", .string("code-of-\(identifier)")))
        }
        return success(answer)
    }

    /// Shows a message unless the same one was shown in its window.
    private mutating func shown(
        _ body: JSONValue, to recipients: String, reached: [String], _ now: Timestamp
    ) -> String {
        seen.removeAll { $0.end <= now }
        let content = body[body["msgtype"].text]
        let checks = body["enable_duplicate_check"].number == 1
        if checks,
            let earlier = seen.first(where: { $0.recipients == recipients && $0.content == content })
        {
            return earlier.identifier
        }
        let identifier = "wecom-message-\(messages.count + 1)"
        messages.append(Message(identifier: identifier, recipients: reached, body: body))
        if checks {
            // Four hours at most, as the platform has it.
            let window = Duration.seconds(min(max(body["duplicate_check_interval"].number, 0), 14_400))
            seen.append(
                Duplicate(
                    content: content, recipients: recipients, end: now + window, identifier: identifier))
        }
        return identifier
    }

    private mutating func post(_ request: StandInRequest, _ now: Timestamp) -> StandInAnswer {
        let key = request.query("key") ?? ""
        guard var hook = hooks[key] else { return refusal(93000) }
        guard hook.rate.take(now) else { return refusal(45009) }
        hooks[key] = hook
        let body = request.json
        if let code = objection(to: body, longestMarkdown: 4096) { return refusal(code) }
        messages.append(
            Message(identifier: "wecom-post-\(messages.count + 1)", recipients: [key], body: body))
        return success([:])
    }

    private func objection(to body: JSONValue, longestMarkdown: Int) -> Int64? {
        let type = body["msgtype"].text
        let content = body[type]
        switch type {
        case "text": return content["content"].text.isEmpty ? 44004 : nil
        case "markdown", "markdown_v2":
            let text = content["content"].text
            return text.isEmpty ? 44004 : text.utf8.count > longestMarkdown ? 40058 : nil
        case "textcard": return content["url"].text.isEmpty ? 40058 : nil
        case "news": return (1...8).contains(content["articles"].elements.count) ? nil : 45008
        case "image" where longestMarkdown == 4096: return content["md5"].text.isEmpty ? 40058 : nil
        case "image", "voice", "video", "file": return content["media_id"].text.isEmpty ? 40007 : nil
        case "template_card":
            return longestMarkdown == 2048 && content["task_id"].text.isEmpty ? 40058 : nil
        default: return 40008
        }
    }

    private mutating func upload(_ request: StandInRequest) -> StandInAnswer {
        guard let file = request.parts.first(where: { $0.name == "media" }), let name = file.fileName else {
            return refusal(44001)
        }
        guard file.bytes.count >= 5 else { return refusal(40006) }
        uploads.append((name, file.bytes))
        return success([
            "type": .string(request.query("type") ?? ""),
            "media_id": .string("wecom-media-\(uploads.count)"), "created_at": "1",
        ])
    }

    private mutating func update(_ body: JSONValue) -> StandInAnswer {
        let code = body["response_code"].text
        guard messages.contains(where: { "code-of-\($0.identifier)" == code }), updates[code] == nil else {
            return refusal(42016)
        }
        updates[code] = body
        return success([:])
    }
}
