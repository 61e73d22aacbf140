import Crypto
public import Earshot
public import HTTP
public import JSON

/// DingTalk's two servers with one application, its robot, and any number of custom robots.
public struct DingTalkPlatform: StandInPlatform {
    public let appKey: String
    public var appSecret: String
    /// The people whom the robot may write to.
    public var people: Set<String>
    /// Those of them who got too many messages.
    public var flooded: Set<String> = []
    /// The groups that the robot is in.
    public var groups: Set<String>
    /// Messages that were shown, a repeat with the same key once.
    public private(set) var messages: [Message] = []
    public private(set) var uploads: [(name: String, bytes: [UInt8])] = []

    /// What people sent to the robot, by its download code.
    public var files: [String: [UInt8]] = [:]
    /// Scheme, host and port under which it gives them.
    public var fileServer = "https://files.example.invalid"

    private var tokens = StandInTokens(prefix: "dingtalk-token")
    private var robots: [String: Robot] = [:]
    private var sessions: Set<String>

    public struct Message: Sendable {
        /// User ids, or the group's, the custom robot's or the session's name.
        public let recipients: [String]
        /// The whole body.
        public let body: JSONValue
        /// The template's parameters, where there is one.
        public let parameters: JSONValue
    }

    /// A robot of a group.
    public struct Robot: Sendable {
        public var secret: String?
        public var keyword: String?
        var rate = StandInRate(20, per: .seconds(60))
        var limitedUntil: Timestamp?
        var uuids: Set<String> = []

        public init(secret: String? = nil, keyword: String? = nil) {
            self.secret = secret
            self.keyword = keyword
        }
    }

    /// - Parameters:
    ///   - robots: Custom robots by their access token.
    ///   - sessions: What `sendBySession` knows.
    public init(
        appKey: String = "ding-stand-in", appSecret: String = "stand-in-secret", people: Set<String> = [],
        groups: Set<String> = [], robots: [String: Robot] = [:], sessions: Set<String> = []
    ) {
        self.appKey = appKey
        self.appSecret = appSecret
        self.people = people
        self.groups = groups
        self.robots = robots
        self.sessions = sessions
    }

    public static let places: [(method: HTTP.Method, pattern: String)] = [
        (.post, "/v1.0/oauth2/accessToken"), (.post, "/v1.0/robot/oToMessages/batchSend"),
        (.post, "/v1.0/robot/groupMessages/send"),
        (.post, "/v1.0/robot/otoMessages/batchRecall"), (.post, "/v1.0/robot/groupMessages/recall"),
        (.post, "/v1.0/robot/messageFiles/download"), (.get, "/files/{file}"),
        (.post, "/media/upload"), (.post, "/robot/send"), (.post, "/robot/sendBySession"),
    ]

    /// The process keys of messages that were taken back, with the group they were in, empty for people.
    public private(set) var recalled: [String: String] = [:]

    /// How many tokens were given out.
    public var grantedTokens: Int { tokens.granted }

    /// Ends the application's token before its time.
    public mutating func expireToken() { tokens.expire() }

    public mutating func removeRobot(_ token: String) { robots[token] = nil }

    public mutating func answer(_ request: StandInRequest, now: Timestamp) -> StandInAnswer {
        if let code = request.parameters["file"] {
            return files[code].map { StandInAnswer(file: $0) } ?? StandInAnswer("", status: 404)
        }
        switch request.path {
        case "/robot/send": return post(request, now)
        case "/robot/sendBySession":
            let session = request.query("session") ?? ""
            guard sessions.contains(session) else { return numbered(300_001) }
            messages.append(Message(recipients: [session], body: request.json, parameters: .null))
            return numbered(0)
        case "/media/upload":
            guard isGood(request.query("access_token"), now) else { return numbered(40014) }
            guard let file = request.parts.first(where: { $0.name == "media" }), let name = file.fileName
            else { return numbered(40035) }
            uploads.append((name, file.bytes))
            return StandInAnswer([
                "errcode": 0, "errmsg": "ok", "media_id": .string("@media-\(uploads.count)"),
                "type": .string(request.query("type") ?? ""),
            ])
        case "/v1.0/oauth2/accessToken":
            guard request.json["appKey"].text == appKey, request.json["appSecret"].text == appSecret else {
                return coded(400, "invalidClientIdOrSecret")
            }
            let token = tokens.grant(now)
            return StandInAnswer([
                "accessToken": .string(token.value), "expireIn": .integer(token.seconds),
            ])
        default: break
        }
        guard isGood(request.headers["x-acs-dingtalk-access-token"], now) else {
            return coded(400, "InvalidAuthentication")
        }
        return serve(request.path, request.json)
    }

    private mutating func serve(_ path: String, _ body: JSONValue) -> StandInAnswer {
        if path.hasSuffix("download") {
            let code = body["downloadCode"].text
            guard !code.isEmpty else { return coded(400, "invalidParameter") }
            return StandInAnswer(["downloadUrl": .string("\(fileServer)/files/\(code)")])
        }
        if path.hasSuffix("ecall") { return recall(body) }
        guard let parameters = try? JSONValue(text: body["msgParam"].text),
            body["msgParam"].text.utf8.count <= 15_000, body["msgKey"].text.hasPrefix("sample"),
            !body["robotCode"].text.isEmpty
        else { return coded(400, "invalidParameter.msgParam") }
        if path.hasSuffix("groupMessages/send") {
            let group = body["openConversationId"].text
            guard groups.contains(group) else { return coded(400, "group.disbanded") }
            messages.append(Message(recipients: [group], body: body, parameters: parameters))
            return StandInAnswer(["processQueryKey": .string("process-\(messages.count)")])
        }
        let asked = body["userIds"].elements.map(\.text)
        guard (1...20).contains(asked.count) else { return coded(400, "invalidParameter.userIds") }
        let reached = asked.filter { people.contains($0) && !flooded.contains($0) }
        if !reached.isEmpty {
            messages.append(Message(recipients: reached, body: body, parameters: parameters))
        }
        func list(_ isListed: (String) -> Bool) -> JSON {
            .array(asked.filter(isListed).map { .string($0) })
        }
        return StandInAnswer([
            "processQueryKey": .string("process-\(messages.count)"),
            "invalidStaffIdList": list { !people.contains($0) },
            "flowControlledStaffIdList": list { flooded.contains($0) },
        ])
    }

    /// Takes each message back once.
    private mutating func recall(_ body: JSONValue) -> StandInAnswer {
        let group = body["openConversationId"].text
        var (done, failed): ([JSON], [JSON.Member]) = ([], [])
        for key in body["processQueryKeys"].elements.map(\.text) {
            let isKnown = (0..<messages.count).contains { number in
                "process-\(number + 1)" == key && (group.isEmpty || messages[number].recipients == [group])
            }
            if isKnown, recalled.updateValue(group, forKey: key) == nil {
                done.append(.string(key))
            } else {
                failed.append(JSON.Member(key, "no such message"))
            }
        }
        return StandInAnswer(["successResult": .array(done), "failedResult": .object(failed)])
    }

    public func refusal(_ code: String, at path: String) -> StandInAnswer {
        if let number = Int64(code) { return numbered(number) }
        return switch code {
        case "system.error", "unknown.send.result": coded(500, code)
        case "systemBusy": coded(429, code)
        default: coded(code.hasPrefix("Forbidden") ? 403 : 400, code)
        }
    }

    private func numbered(_ code: Int64) -> StandInAnswer {
        StandInAnswer(["errcode": .integer(code), "errmsg": .string(DingTalkPlatform.words(for: code))])
    }

    private func coded(_ status: Int, _ code: String) -> StandInAnswer {
        StandInAnswer(
            [
                "code": .string(code), "requestid": "r1",
                "message": .string(DingTalkPlatform.words(for: code)),
            ],
            status: status)
    }

    private func isGood(_ token: String?, _ now: Timestamp) -> Bool {
        if case .good = tokens.check(token ?? "", now) { true } else { false }
    }

    private mutating func post(_ request: StandInRequest, _ now: Timestamp) -> StandInAnswer {
        let name = request.query("access_token") ?? ""
        guard var robot = robots[name] else { return numbered(400_101) }
        defer { robots[name] = robot }
        if let end = robot.limitedUntil, now < end { return numbered(410_100) }
        guard robot.rate.take(now) else {
            robot.limitedUntil = now + .seconds(600)
            return numbered(410_100)
        }
        let body = request.json
        let text = String(decoding: request.body, as: UTF8.self)
        guard isSigned(request, robot.secret, now), robot.keyword.map({ text.contains($0) }) ?? true else {
            return numbered(310_000)
        }
        guard ["text", "markdown", "link", "actionCard", "feedCard"].contains(body["msgtype"].text) else {
            return numbered(400_105)
        }
        let uuid = body["msgUuid"].text
        if uuid.isEmpty || robot.uuids.insert(uuid).inserted {
            messages.append(Message(recipients: [name], body: body, parameters: .null))
        }
        return numbered(0)
    }

    /// The published formula, written once more: what is tested here must not test itself.
    private func isSigned(_ request: StandInRequest, _ secret: String?, _ now: Timestamp) -> Bool {
        guard let secret else { return true }
        guard let timestamp = request.query("timestamp"), let sent = Int64(timestamp),
            now.isWithinAnHour(of: sent, unit: 1),
            let code = try? HMACSHA256.code(for: Array("\(timestamp)\n\(secret)".utf8), key: Secret(secret))
        else { return false }
        return request.query("sign") == Base64.encode(code)
    }
}
