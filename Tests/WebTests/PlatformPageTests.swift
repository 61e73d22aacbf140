import Earshot
import HTTP
import JSON
import Synchronization
import Testing

@testable import Web

@Suite("The page of what the platforms were sent")
struct PlatformPageTests {
    /// A desk that takes short texts to the group quality.
    private final class Desk: PlatformDesk {
        let sent = Mutex<[String]>([])
        let shown: [PlatformMessage]

        init(_ shown: [PlatformMessage]) {
            self.shown = shown
        }

        let addressees = [PlatformAddressee(to: "quality", name: "钉钉 · 群 quality")]

        func messages(_ most: Int) -> [PlatformMessage] { shown.suffix(most) }

        func waiting() async throws -> Int { 2 }

        func send(_ text: String, to addressee: String) async throws -> PlatformObjection? {
            guard addressee == "quality" else { return .unknownAddressee }
            guard text.count < 10 else { return .tooLong }
            sent.withLock { $0.append(text) }
            return nil
        }
    }

    private struct Silent: MessageHandler {
        func handle(_ message: InboundMessage) async throws -> Reply { Reply() }
        func reply(toMessage id: String, on channel: String) async throws -> Reply? { nil }
    }

    private let desk = Desk(
        (0..<120).map { number in
            PlatformMessage(
                platform: "wecom", number: number, at: Timestamp(milliseconds: Int64(number)),
                recipients: ["li"], kind: "text", words: "第\(number)条", request: "POST /\n\n{}", answer: "{}")
        })

    private func routes(_ desk: Desk?) -> Routes {
        let clock = StillClock()
        return Routes(
            Console(
                access: .loopback, feed: ConsoleFeed(name: "f1", clock: clock), handler: Silent(),
                clock: clock,
                platforms: desk, hold: .zero, people: { [] }
            ).routes)
    }

    private func request(
        _ method: Method = .get, _ path: String, body: String = "", client: String = "127.0.0.1"
    ) -> HTTP.Request {
        var headers: Headers = ["Host": "127.0.0.1:8080"]
        if method == .post { headers["Content-Type"] = "application/json" }
        return HTTP.Request(
            id: "00000000000000ab", method: method, path: path, rawQuery: nil, headers: headers,
            body: Array(body.utf8), client: IPAddress(client))
    }

    @Test("the newest come first, and no more than a page has room for, with what still waits")
    func show() async throws {
        let answer = try await routes(desk).call(request(.get, "/console/platforms/messages"))
        let body = try JSONValue(answer.body)
        #expect(body["waiting"].number == 2)
        #expect(body["addressees"][0]["to"].text == "quality")
        let words = body["messages"].elements.map { $0["words"].text }
        #expect(words == (20..<120).reversed().map { "第\($0)条" })
        #expect(answer.headers["Cache-Control"] == "no-store")
    }

    @Test("a text is sent, and what cannot be is refused with the reason")
    func send() async throws {
        let routes = routes(desk)
        for (body, status) in [
            (#"{"to":"quality","text":"你好"}"#, 200), (#"{"to":"nobody","text":"你好"}"#, 404),
            (#"{"to":"quality","text":"  \n"}"#, 400), (#"{"to":"quality"}"#, 400), ("[", 400),
            (#"{"to":"quality","text":"一二三四五六七八九十"}"#, 413),
        ] {
            let answer = try await routes.call(request(.post, "/console/platforms/messages", body: body))
            #expect(answer.status == status, "\(body)")
        }
        #expect(desk.sent.withLock { $0 } == ["你好"])
    }

    @Test("it is for whoever may use the console, and is not there where nothing is shown")
    func access() async throws {
        let stranger = request(.get, "/console/platforms/messages", client: "192.0.2.7")
        #expect(try await routes(desk).call(stranger).status == 403)
        let page = try await routes(desk).call(request(.get, "/console/platforms"))
        #expect(page.status == 200)
        #expect(page.headers["Content-Security-Policy"]?.hasPrefix("default-src 'none';") == true)
        for (desk, isThere) in [(desk, JSONValue.bool(true)), (nil, .null)] {
            let people = try await routes(desk).call(request(.get, "/console/people"))
            #expect(try JSONValue(people.body)["platforms"] == isThere)
        }
        for path in ["/console/platforms", "/console/platforms/messages", "/console/platforms/platforms.js"] {
            #expect(try await routes(nil).call(request(.get, path)).status == 404)
            #expect(try await routes(self.desk).call(request(.get, path)).status == 200)
        }
    }
}
