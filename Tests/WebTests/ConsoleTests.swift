import Crypto
import Earshot
import HTTP
import Synchronization
import Testing

@testable import Web

@Suite("The console over HTTP")
struct ConsoleTests {
    private struct Entry: Decodable, Equatable {
        let sequence: Int
        let kind: String
        let message: String?
        let text: String?
    }

    private struct News: Decodable {
        let feed: String
        let entries: [Entry]
        let last: Int?
        let pushed: [String: Int]?
    }

    /// Answers with how many messages it has handled, each identifier once.
    private final class Counting: MessageHandler {
        let handled = Mutex<[InboundMessage]>([])

        func handle(_ message: InboundMessage) async throws -> Reply {
            if message.content == .text("坏") { throw CancellationError() }
            let count = handled.withLock { handled in
                if !handled.contains(where: { $0.id == message.id }) { handled.append(message) }
                return handled.count
            }
            return Reply([.text("第 \(count) 条")])
        }

        func reply(toMessage id: String, on channel: String) async throws -> Reply? { nil }
    }

    private let clock = StillClock()
    private let handler = Counting()
    private let feed: ConsoleFeed
    private let people = [
        ConsolePerson(id: "li", name: "李明", role: .dealer, place: "杭州西湖店", suggestions: ["竞品呢"]),
        ConsolePerson(id: "chen", name: "陈建国", role: .manager, place: "华东"),
    ]

    init() {
        feed = ConsoleFeed(name: "f1", clock: clock)
    }

    private func routes(
        _ access: ConsoleAccess = .loopback,
        onError: @escaping @Sendable (any Error, String) -> Void = { _, _ in }
    ) -> Routes {
        let people = people
        return Routes(
            Console(
                access: access, feed: feed, handler: handler, clock: clock, hold: .zero, people: { people },
                onError: onError
            ).routes)
    }

    private func request(
        _ method: Method = .get, _ target: String, _ headers: Headers = [], body: String = "",
        client: String = "127.0.0.1"
    ) -> HTTP.Request {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        var headers = headers
        if headers["Host"] == nil { headers["Host"] = "127.0.0.1:8080" }
        if method == .post, headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
        return HTTP.Request(
            id: "00000000000000ab", method: method, path: parts[0],
            rawQuery: parts.count == 2 ? parts[1] : nil,
            headers: headers, body: Array(body.utf8), client: IPAddress(client))
    }

    private func message(_ text: String, id: String = "m1", person: String = "li") -> String {
        #"{"person":"\#(person)","id":"\#(id)","text":"\#(text)"}"#
    }

    @Test("the page loads nothing from elsewhere, and all of it is below 100 KB")
    func page() async throws {
        let page = try await routes().call(request(.get, "/console"))
        #expect(page.status == 200)
        let policy = page.headers["Content-Security-Policy"] ?? ""
        #expect(policy.hasPrefix("default-src 'none';"))
        #expect(!policy.contains("unsafe"))
        var total = page.body.count
        let references = page.text.split(separator: "\"").filter { $0.hasPrefix("/console/") }
        #expect(references.count >= 5)
        for file in PageFile.all(in: "console") where file.path != "console/index.html" {
            let answer = try await routes().call(request(.get, "/\(file.path)"))
            #expect(answer.status == 200)
            #expect(!answer.text.contains("http://") || file.path.hasSuffix(".svg"))
            #expect(!answer.text.contains("https://"))
            total += answer.body.count
        }
        for reference in references {
            #expect(try await routes().call(request(.get, String(reference))).status == 200, "\(reference)")
        }
        #expect(total < 100_000)
        #expect(try await routes().call(request(.get, "/console/")).headers["Location"] == "/console")
    }

    @Test("a browser that has this edition of a file is spared it")
    func notModified() async throws {
        let first = try await routes().call(request(.get, "/console/app.js"))
        let tag = try #require(first.headers["ETag"])
        for known in [tag, "W/\(tag)", "\"x\", \(tag)"] {
            let again = try await routes().call(request(.get, "/console/app.js", ["If-None-Match": known]))
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
        }
        let other = try await routes().call(request(.get, "/console/app.js", ["If-None-Match": "\"x\""]))
        #expect(other.status == 200)
    }

    @Test("people come with where they stand and what they may ask first")
    func showsPeople() async throws {
        let answer = try await routes().call(request(.get, "/console/people"))
        #expect(try answer.decoded([String: [ConsolePerson]].self) == ["people": people])
        #expect(answer.headers["Cache-Control"] == "no-store")
    }

    @Test("a message reaches the conversation as the person's, and sent again changes nothing")
    func message() async throws {
        for _ in 0..<2 {
            let answer = try await routes().call(request(.post, "/console/messages", body: message("你好")))
            #expect(answer.status == 200)
            let said = try answer.decoded(News.self)
            #expect(said.entries.map(\.kind) == ["sent", "reply"])
            #expect(said.entries.map(\.message) == ["m1", "m1"])
            #expect(answer.text.contains(#""reply":{"blocks":[{"text":"第 1 条","type":"text"}]}"#))
        }
        #expect(
            handler.handled.withLock { $0 } == [
                InboundMessage(
                    channel: "console", id: "li/m1", account: "console:li", chat: "li", content: .text("你好"))
            ])
    }

    @Test("two people may use the same identifier without meeting")
    func sameIdentifier() async throws {
        for person in ["li", "chen"] {
            let body = message("你好", person: person)
            let answer = try await routes().call(request(.post, "/console/messages", body: body))
            #expect(answer.status == 200)
        }
        #expect(handler.handled.withLock { $0.map(\.id) } == ["li/m1", "chen/m1"])
    }

    @Test(
        "a message that is none is refused with what is wrong",
        arguments: [
            ("{", 400), (#"{"person":"li","id":"m1"}"#, 400),
            (#"{"person":"li","id":"a\"b","text":"x"}"#, 400),
            (#"{"person":"li","id":"","text":"x"}"#, 400), (#"{"person":"li","id":"m1","text":" \n"}"#, 400),
            (#"{"person":"nobody","id":"m1","text":"x"}"#, 404),
            (#"{"person":"li","id":"m1","text":"\#(String(repeating: "长", count: 2001))"}"#, 413),
        ])
    func malformed(body: String, status: Int) async throws {
        let answer = try await routes().call(request(.post, "/console/messages", body: body))
        #expect(answer.status == status)
        let failure = try answer.decoded([String: [String: String]].self)
        #expect(failure["error"]?["message"]?.isEmpty == false)
        #expect(handler.handled.withLock { $0.isEmpty })
    }

    @Test("an inner failure reads as a reference number, and is reported")
    func failure() async throws {
        let reported = Mutex<[String]>([])
        let routes = routes(onError: { _, id in reported.withLock { $0.append(id) } })
        let answer = try await routes.call(request(.post, "/console/messages", body: message("坏")))
        #expect(answer.status == 500)
        #expect(answer.text.contains("00000000000000ab"))
        #expect(!answer.text.contains("Cancellation"))
        #expect(reported.withLock { $0 } == ["00000000000000ab"])
    }

    @Test("after a reload everything is there, and a page that knows it all gets nothing new")
    func events() async throws {
        _ = try await routes().call(request(.post, "/console/messages", body: message("你好")))
        try feed.push(Reply([.title("预警")]), to: "chen", key: "d1")
        let all = try await routes().call(request(.get, "/console/events?person=li&after=0&feed="))
            .decoded(News.self)
        #expect(all.entries.map(\.kind) == ["sent", "reply"])
        #expect(all.last == 3)
        #expect(all.pushed == ["li": 0, "chen": 1])
        let none = try await routes().call(request(.get, "/console/events?person=li&after=3&feed=f1"))
            .decoded(News.self)
        #expect(none.entries.isEmpty)
    }

    @Test("a page that remembers another feed is told everything again")
    func otherFeed() async throws {
        _ = try await routes().call(request(.post, "/console/messages", body: message("你好")))
        let news = try await routes().call(request(.get, "/console/events?person=li&after=99&feed=f0"))
            .decoded(News.self)
        #expect(news.feed == "f1")
        #expect(news.entries.count == 2)
    }

    @Test(
        "in the demonstration only this machine under its own name gets in",
        arguments: [
            ("127.0.0.1", "127.0.0.1:8080", 200), ("::1", "[::1]:8080", 200), ("127.0.0.1", "LOCALHOST", 200),
            ("127.0.0.1", "evil.example:8080", 403), ("127.0.0.1", "127.0.0.1.evil.example", 403),
            ("127.0.0.1", "localhost:8080.evil.example", 403), ("10.0.0.7", "127.0.0.1:8080", 403),
            ("127.0.0.1", "", 403), ("127.0.0.1", "[::1", 403),
        ])
    func loopback(client: String, host: String, status: Int) async throws {
        let answer = try await routes().call(
            request(.get, "/console/people", ["Host": host], client: client))
        #expect(answer.status == status)
    }

    @Test(
        "a page of another site cannot speak here",
        arguments: [
            (["Origin": "http://evil.example"], 403), (["Origin": "null"], 403),
            (["Sec-Fetch-Site": "cross-site"], 403), (["Sec-Fetch-Site": "same-site"], 403),
            (["Content-Type": "text/plain"], 415),
            (["Origin": "http://127.0.0.1:8080", "Sec-Fetch-Site": "same-origin"], 200),
        ] as [(Headers, Int)])
    func crossSite(headers: Headers, status: Int) async throws {
        let answer = try await routes().call(
            request(.post, "/console/messages", headers, body: message("你好")))
        #expect(answer.status == status)
        #expect(answer.headers["Access-Control-Allow-Origin"] == nil)
    }

    @Test("with a token nothing is shown before it was given, and then to that browser only")
    func token() async throws {
        let routes = routes(.token(Secret("0123456789abcdef")))
        let outside = "203.0.113.7"
        let locked = try await routes.call(request(.get, "/console/people", client: outside))
        #expect(locked.status == 401)
        let wrong = try await routes.call(
            request(.post, "/console/session", body: #"{"token":"0123456789abcdeF"}"#))
        #expect(wrong.status == 403)
        #expect(wrong.headers["Set-Cookie"] == nil)
        let right = try await routes.call(
            request(
                .post, "/console/session", ["Origin": "https://127.0.0.1:8080"],
                body: #"{"token":"0123456789abcdef"}"#))
        #expect(right.status == 200)
        let cookie = try #require(right.headers["Set-Cookie"])
        #expect(cookie.contains("HttpOnly; SameSite=Strict; Secure"))
        let pair = String(cookie.prefix { $0 != ";" })
        let people = request(.get, "/console/people", ["Cookie": "other=1; \(pair)"], client: outside)
        #expect(try await routes.call(people).status == 200)
        let forged = request(.get, "/console/people", ["Cookie": "earshot_console="], client: outside)
        #expect(try await routes.call(forged).status == 401)
        clock.advance(by: ConsoleSessions.lifetime)
        #expect(try await routes.call(people).status == 401)
    }

    @Test("a token that is too short opens nothing", arguments: ["", "short"])
    func shortToken(token: String) async throws {
        let routes = routes(.token(Secret(token)))
        let answer = try await routes.call(
            request(.post, "/console/session", body: #"{"token":"\#(token)"}"#))
        #expect(answer.status == 403)
    }

    private func give(_ token: String, from client: String) -> HTTP.Request {
        request(.post, "/console/session", body: #"{"token":"\#(token)"}"#, client: client)
    }

    @Test(
        "after ten wrong tokens the right one from there has to wait a minute, and from elsewhere it does not",
        arguments: [
            ("203.0.113.7", "203.0.113.7", "203.0.113.8"),
            ("2001:db8:1:2::1", "2001:db8:1:2::9", "2001:db8:1:3::1"),
        ])
    func tries(stranger: String, neighbour: String, owner: String) async throws {
        let routes = routes(.token(Secret("0123456789abcdef")))
        for _ in 0..<FailedTries.perCaller {
            #expect(try await routes.call(give("x", from: stranger)).status == 403)
        }
        #expect(try await routes.call(give("0123456789abcdef", from: neighbour)).status == 429)
        #expect(try await routes.call(give("0123456789abcdef", from: owner)).status == 200)
        clock.advance(by: .seconds(61))
        #expect(try await routes.call(give("0123456789abcdef", from: neighbour)).status == 200)
    }

    @Test("a thousand wrong tokens from everywhere make everybody wait, and nothing more is remembered")
    func ceiling() async throws {
        let routes = routes(.token(Secret("0123456789abcdef")))
        for number in 0..<FailedTries.ceiling {
            let stranger = "198.18.\(number / 250).\(number % 250)"
            #expect(try await routes.call(give("x", from: stranger)).status == 403)
        }
        #expect(try await routes.call(give("x", from: "203.0.113.1")).status == 429)
        #expect(try await routes.call(give("0123456789abcdef", from: "203.0.113.7")).status == 429)
        clock.advance(by: .seconds(61))
        #expect(try await routes.call(give("0123456789abcdef", from: "203.0.113.7")).status == 200)
    }
}
