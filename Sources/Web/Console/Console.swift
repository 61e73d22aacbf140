internal import Crypto
public import Earshot
internal import FoundationEssentials
public import HTTP

/// The page where somebody without a chat account talks to the bot, and what the page asks for.
public struct Console: Sendable {
    /// Longest message, in UTF-16 units, which is what the page's input counts.
    static let longestText = 2000

    private let access: ConsoleAccess
    private let sessions: ConsoleSessions?
    private let feed: ConsoleFeed
    private let handler: any MessageHandler
    private let people: @Sendable () async throws -> [ConsolePerson]
    private let platforms: PlatformPage?
    private let lexicon: LexiconPage?
    private let onError: @Sendable (any Error, _ requestID: String) -> Void
    private let hold: Duration

    /// - Parameters:
    ///   - people: Those as whom one can speak.
    ///   - platforms: What a further page shows of the platforms; without it there is none.
    ///   - lexicon: What a further page shows of the word lists; without it there is none.
    ///   - hold: How long a page waits for news before it is told that there is none.
    ///   - onError: Called with what went wrong inside, of which the page is told the reference only.
    public init(
        access: ConsoleAccess, feed: ConsoleFeed, handler: any MessageHandler, clock: any Clock,
        platforms: (any PlatformDesk)? = nil, lexicon: (any LexiconDesk)? = nil,
        hold: Duration = .seconds(25),
        people: @escaping @Sendable () async throws -> [ConsolePerson],
        onError: @escaping @Sendable (any Error, _ requestID: String) -> Void = { _, _ in }
    ) {
        self.access = access
        self.feed = feed
        self.handler = handler
        self.people = people
        self.platforms = platforms.map { PlatformPage(desk: $0) }
        self.lexicon = lexicon.map { LexiconPage(desk: $0) }
        self.hold = hold
        self.onError = onError
        sessions =
            switch access.rule {
            case .loopback: nil
            case .token(let token): ConsoleSessions(token: token, clock: clock)
            }
    }

    /// Everything below `/console`.
    public var routes: [Route] {
        var routes = PageFile.all(in: "console").map { file in
            let isPage = file.path == "console/index.html"
            return Route.get(isPage ? "/console" : "/\(file.path)") { request in
                // A link on another site may lead here: the files hold nothing that is anybody's.
                file.response(to: request)
            }
        }
        routes.append(
            .get("/console/") { _ in .empty(status: 308, headers: ["Location": "/console"]) })
        routes.append(.get("/console/people") { try await answer($0, showPeople) })
        routes.append(.post("/console/messages", bodyLimit: 32 << 10) { try await answer($0, say) })
        routes.append(
            .get("/console/events", timeLimit: hold + .seconds(15)) { try await answer($0, showNews) })
        if let platforms { routes += platforms.routes(answer) }
        if let lexicon { routes += lexicon.routes(answer) }
        if sessions != nil {
            routes.append(.post("/console/session", bodyLimit: 4 << 10) { logIn($0) })
        }
        return routes
    }

    @Sendable
    private func answer(
        _ request: HTTP.Request, _ respond: (HTTP.Request) async throws -> Response
    ) async throws -> Response {
        if let objection = access.objection(to: request) { return objection }
        if let sessions, !sessions.admits(request) {
            return .failure(401, "console.log-in", "请输入访问口令")
        }
        do {
            return try await respond(request)
        } catch {
            onError(error, request.id)
            return .failure(500, "internal", "系统内部错误，编号 \(request.id)")
        }
    }

    private func logIn(_ request: HTTP.Request) -> Response {
        struct Body: Decodable { let token: String }
        if let objection = access.objection(to: request) { return objection }
        guard let sessions, let body = decodeJSON(Body.self, request.body) else {
            return .failure(400, "console.malformed", "请求格式不正确")
        }
        do {
            let isSecure = request.headers["Origin"]?.hasPrefix("https://") ?? false
            switch try sessions.enter(with: body.token, from: request.client, securely: isSecure) {
            case .admitted(let cookie):
                var headers = SecurityHeaders.data
                headers["Set-Cookie"] = cookie
                return .json("{}", headers: headers)
            case .wrongToken:
                return .failure(403, "console.wrong-token", "口令不正确")
            case .tooManyTries:
                return .failure(429, "console.too-many-tries", "尝试次数过多，请一分钟后再试")
            }
        } catch {
            onError(error, request.id)
            return .failure(500, "internal", "系统内部错误，编号 \(request.id)")
        }
    }

    private func showPeople(_ request: HTTP.Request) async throws -> Response {
        struct Body: Encodable {
            let people: [ConsolePerson]
            /// That there is a page that shows what the platforms were sent; absent where there is none.
            let platforms: Bool?
            /// The same for the page of the word lists.
            let lexicon: Bool?
        }
        return try .data(
            Body(
                people: try await people(), platforms: platforms.map { _ in true },
                lexicon: lexicon.map { _ in true }))
    }

    /// Takes a message and answers with what was said and what is replied.
    private func say(_ request: HTTP.Request) async throws -> Response {
        struct Body: Decodable {
            let person: String
            let id: String
            let text: String
        }
        guard let body = decodeJSON(Body.self, request.body), isConsoleKey(body.id) else {
            return .failure(400, "console.malformed", "请求格式不正确")
        }
        guard !body.text.allSatisfy(\.isWhitespace) else {
            return .failure(400, "console.empty", "消息是空的")
        }
        guard body.text.utf16.count <= Console.longestText else {
            return .failure(413, "console.too-long", "消息太长，最多 \(Console.longestText) 个字")
        }
        guard try await people().contains(where: { $0.id == body.person }) else {
            return .failure(404, "console.unknown-person", "没有这个身份")
        }
        let sent = try feed.record(sent: body.text, key: body.id, by: body.person)
        let reply = try await handler.handle(
            InboundMessage(
                channel: "console", id: "\(body.person)/\(body.id)", account: "console:\(body.person)",
                chat: body.person, content: .text(body.text)))
        let answer = try feed.record(reply: reply, key: body.id, for: body.person)
        return .json(
            object(feed.name, entries: [sent, answer], more: []), headers: SecurityHeaders.data)
    }

    /// What a person has not seen; waits a while when there is nothing.
    private func showNews(_ request: HTTP.Request) async throws -> Response {
        let query = request.queryParameters
        guard let person = query["person"], let after = Int(query["after"] ?? "0"), after >= 0,
            try await people().contains(where: { $0.id == person })
        else { return .failure(404, "console.unknown-person", "没有这个身份") }
        // Numbers of another feed mean nothing here: show everything, at once.
        let isCurrent = query["feed"] == feed.name
        if isCurrent, await wait(for: person, after: after) == .refused {
            return .failure(503, "console.busy", "同时打开的对话台太多，请稍后再试")
        }
        let news = feed.news(for: person, after: isCurrent ? after : 0)
        let pushed = Array(try JSONEncoder().encode(news.pushes))
        let more = Array(",\"last\":\(news.last),\"pushed\":".utf8) + pushed
        return .json(object(feed.name, entries: news.entries, more: more), headers: SecurityHeaders.data)
    }

    private func wait(for person: String, after sequence: Int) async -> ConsoleFeed.Wait {
        await withTaskGroup(of: ConsoleFeed.Wait.self) { group in
            group.addTask { await feed.wait(for: person, after: sequence) }
            group.addTask {
                try? await Task.sleep(for: hold)
                return .over
            }
            defer { group.cancelAll() }
            return await group.next() ?? .over
        }
    }

    private func object(_ feed: String, entries: [ConsoleFeed.Numbered], more: [UInt8]) -> [UInt8] {
        var json = Array("{\"feed\":\"\(feed)\",\"entries\":[".utf8)
        for (index, numbered) in entries.enumerated() {
            if index > 0 { json.append(UInt8(ascii: ",")) }
            json += numbered.entry.json(sequence: numbered.sequence)
        }
        return json + [UInt8(ascii: "]")] + more + [UInt8(ascii: "}")]
    }
}
