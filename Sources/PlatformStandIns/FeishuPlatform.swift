import Crypto
public import Earshot
public import HTTP
public import JSON

/// Feishu's server with one application and any number of custom bots.
public struct FeishuPlatform: StandInPlatform {
    public let appID: String
    public var appSecret: String
    /// Open ids of people whom the application may write to.
    public var people: Set<String>
    /// Chats that the bot is in.
    public var chats: Set<String>
    /// The bot's own identifier.
    public var botOpenID = "ou_stand_in"
    /// As the platform counts: 2 is enabled.
    public var botStatus: Int64 = 2
    /// From where the application may be used; it is told and not enforced.
    public var allowedAddresses: [String] = []
    /// Whether it refuses cards, as for a card with a mistake in it.
    public var refusesCards = false
    /// Messages that were shown, a repeat with the same uuid once; a change replaces the content.
    public private(set) var messages: [Message] = []
    public private(set) var uploads: [(name: String, bytes: [UInt8])] = []

    /// The messages that were taken back.
    public private(set) var recalled: Set<String> = []

    /// What the groups among them are called.
    public var groupNames: [String: String] = [:]
    /// What people sent to the bot, by message and key: `om_1/img_1`.
    public var resources: [String: [UInt8]] = [:]

    private var tokens = StandInTokens(prefix: "t-feishu")
    private var seen: [(uuid: String, identifier: String, end: Timestamp)] = []
    private var bots: [String: Bot] = [:]

    public struct Message: Sendable {
        public let identifier: String
        /// An open id or chat id, the message that is answered, or the custom bot's hook.
        public let recipient: String
        /// The chat it was shown in; nothing for a custom bot's.
        public let chat: String?
        public let type: String
        /// Read, where it was a text of JSON.
        public var content: JSONValue
    }

    private struct Bot {
        var secret: String?
        var rate = StandInRate(100, per: .seconds(60))
        var burst = StandInRate(5, per: .seconds(1))
    }

    /// - Parameter bots: Custom bots by the end of their address, with their secret, empty for none.
    public init(
        appID: String = "cli_stand_in", appSecret: String = "stand-in-secret", people: Set<String> = [],
        chats: Set<String> = [], bots: [String: String] = [:]
    ) {
        self.appID = appID
        self.appSecret = appSecret
        self.people = people
        self.chats = chats
        self.bots = bots.mapValues { Bot(secret: $0.isEmpty ? nil : $0) }
    }

    public static let places: [(method: HTTP.Method, pattern: String)] = [
        (.post, "/open-apis/auth/v3/tenant_access_token/internal"), (.post, "/open-apis/im/v1/messages"),
        (.post, "/open-apis/im/v1/messages/{message}/reply"), (.patch, "/open-apis/im/v1/messages/{message}"),
        (.delete, "/open-apis/im/v1/messages/{message}"),
        (.post, "/open-apis/im/v1/images"), (.post, "/open-apis/bot/v2/hook/{bot}"),
        (.get, "/open-apis/im/v1/chats"), (.get, "/open-apis/bot/v3/info"),
        (.get, "/open-apis/im/v1/messages/{message}/resources/{key}"),
    ]

    /// How many tokens were given out.
    public var grantedTokens: Int { tokens.granted }

    /// The chat of a person and the bot, by the person's id.
    public static func oneToOneChat(with person: String) -> String { "oc_with_\(person)" }

    /// Ends the application's token before its time.
    public mutating func expireToken() { tokens.expire() }

    public mutating func answer(_ request: StandInRequest, now: Timestamp) -> StandInAnswer {
        if request.path.hasSuffix("/internal") {
            guard request.json["app_id"].text == appID, request.json["app_secret"].text == appSecret else {
                return refusal(10014, status: 200)
            }
            // With less than half an hour left a new one is given.
            let token = tokens.grant(now, least: .seconds(1800))
            return StandInAnswer([
                "code": 0, "msg": "ok", "tenant_access_token": .string(token.value),
                "expire": .integer(token.seconds),
            ])
        }
        if let bot = request.parameters["bot"] { return post(request.json, bot, request.body.count, now) }
        let authorization = request.headers["Authorization"] ?? ""
        guard authorization.hasPrefix("Bearer ") else { return refusal(99_991_661) }
        switch tokens.check(String(authorization.dropFirst(7)), now) {
        case .good: break
        case .expired: return refusal(99_991_677)
        case .unknown: return refusal(99_991_663)
        }
        if request.path.hasSuffix("/bot/v3/info") {
            return StandInAnswer([
                "code": 0, "msg": "ok",
                "bot": [
                    "activate_status": .integer(botStatus), "app_name": "经销商助手",
                    "open_id": .string(botOpenID),
                    "ip_white_list": .array(allowedAddresses.map { .string($0) }),
                ],
            ])
        }
        if request.path.hasSuffix("/im/v1/chats") {
            let most = min(Int(request.query("page_size") ?? "") ?? 20, 100)
            return success([
                "items": .array(
                    chats.sorted().prefix(most).map {
                        ["chat_id": .string($0), "name": .string(groupNames[$0] ?? "")]
                    }),
                "has_more": .bool(chats.count > most), "page_token": "",
            ])
        }
        if let key = request.parameters["key"] {
            let type = key.hasPrefix("img") ? "image" : "file"
            guard request.query("type") == type else { return refusal(234_001) }
            let file = resources["\(request.parameters["message"] ?? "")/\(key)"]
            return file.map { StandInAnswer(file: $0) } ?? refusal(234_003)
        }
        if request.path.hasSuffix("/images") { return upload(request) }
        if request.method == .patch { return change(request) }
        if request.method == .delete {
            let message = request.parameters["message"] ?? ""
            guard messages.contains(where: { $0.identifier == message }), recalled.insert(message).inserted
            else { return refusal(230_011) }
            return success([:])
        }
        return send(request, now)
    }

    public func refusal(_ code: String, at path: String) -> StandInAnswer {
        let number = Int64(code) ?? 1
        let isBots = path.contains("/hook/")
        return refusal(number, status: number == 99_991_400 ? 429 : isBots || number < 20_000 ? 200 : 400)
    }

    private func refusal(_ code: Int64, status: Int = 400) -> StandInAnswer {
        StandInAnswer(
            ["code": .integer(code), "msg": "success"], status: status,
            headers: status == 429 ? ["x-ogw-ratelimit-limit": "100", "x-ogw-ratelimit-reset": "7"] : [:])
    }

    private func success(_ data: KeyValuePairs<String, JSON>) -> StandInAnswer {
        StandInAnswer([
            "code": 0, "msg": "success", "data": .object(data.map { JSON.Member($0, $1) }),
        ])
    }

    private mutating func send(_ request: StandInRequest, _ now: Timestamp) -> StandInAnswer {
        let body = request.json
        let answered = request.parameters["message"]
        let recipient = answered ?? body["receive_id"].text
        let chat: String
        if let answered {
            guard let message = messages.first(where: { $0.identifier == answered }) else {
                return refusal(230_011)
            }
            chat = message.chat ?? ""
        } else if request.query("receive_id_type") == "chat_id" {
            let all = chats.union(people.map(FeishuPlatform.oneToOneChat))
            guard all.contains(recipient) else { return refusal(230_002) }
            chat = recipient
        } else {
            guard people.contains(recipient) else { return refusal(230_013) }
            chat = FeishuPlatform.oneToOneChat(with: recipient)
        }
        guard let content = try? JSONValue(text: body["content"].text) else { return refusal(230_001) }
        let type = body["msg_type"].text
        guard ["text", "post", "interactive", "image"].contains(type) else { return refusal(230_001) }
        guard request.body.count <= (type == "text" ? 150 << 10 : 30 << 10) else { return refusal(230_025) }
        if type == "interactive", refusesCards { return refusal(230_099) }
        seen.removeAll { $0.end <= now }
        let uuid = body["uuid"].text
        guard uuid.count <= 50 else { return refusal(230_001) }
        if !uuid.isEmpty, let earlier = seen.first(where: { $0.uuid == uuid }) {
            return success(["message_id": .string(earlier.identifier), "chat_id": .string(chat)])
        }
        let identifier = "om_\(messages.count + 1)"
        messages.append(
            Message(
                identifier: identifier, recipient: recipient, chat: chat, type: type, content: content))
        if !uuid.isEmpty { seen.append((uuid, identifier, now + .seconds(3600))) }
        return success([
            "message_id": .string(identifier), "chat_id": .string(chat), "msg_type": .string(type),
        ])
    }

    private mutating func change(_ request: StandInRequest) -> StandInAnswer {
        guard let index = messages.firstIndex(where: { $0.identifier == request.parameters["message"] })
        else {
            return refusal(230_001)
        }
        guard messages[index].type == "interactive" else { return refusal(230_054) }
        guard let content = try? JSONValue(text: request.json["content"].text) else {
            return refusal(230_001)
        }
        messages[index].content = content
        return success([:])
    }

    private mutating func upload(_ request: StandInRequest) -> StandInAnswer {
        let parts = request.parts
        guard let file = parts.first(where: { $0.name == "image" }),
            parts.contains(where: { $0.name == "image_type" && $0.bytes == Array("message".utf8) })
        else { return refusal(234_001) }
        // The platform's own client gives no file name.
        uploads.append((file.fileName ?? "", file.bytes))
        return success(["image_key": .string("img_\(uploads.count)")])
    }

    private mutating func post(
        _ body: JSONValue, _ name: String, _ size: Int, _ now: Timestamp
    ) -> StandInAnswer {
        guard var bot = bots[name] else { return refusal(19001, status: 200) }
        guard bot.rate.take(now), bot.burst.take(now) else { return refusal(11232, status: 200) }
        bots[name] = bot
        guard isSigned(body, bot.secret, now) else { return refusal(19021, status: 200) }
        let type = body["msg_type"].text
        let content = type == "interactive" ? body["card"] : body["content"]
        guard content != .null, size <= 20 << 10 else { return refusal(9499, status: 200) }
        messages.append(
            Message(
                identifier: "hook_\(messages.count + 1)", recipient: name, chat: nil, type: type,
                content: content))
        return StandInAnswer(
            ["code": 0, "msg": "success", "data": .object([JSON.Member]()), "StatusCode": 0])
    }

    /// The published formula, written once more: what is tested here must not test itself.
    private func isSigned(_ body: JSONValue, _ secret: String?, _ now: Timestamp) -> Bool {
        guard let secret else { return true }
        guard let sent = Int64(body["timestamp"].text), now.isWithinAnHour(of: sent, unit: 1000),
            let code = try? HMACSHA256.code(for: [], key: Secret("\(sent)\n\(secret)"))
        else { return false }
        return body["sign"].text == Base64.encode(code)
    }
}
