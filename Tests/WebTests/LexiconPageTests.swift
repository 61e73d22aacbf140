import Crypto
import FoundationEssentials
import HTTP
import JSON
import Synchronization
import Testing

@testable import Earshot
@testable import Web

@Suite("The page of the terms that decide")
struct LexiconPageTests {
    /// A desk with the use of some words in a few texts.
    private final class Desk: LexiconDesk {
        let use: LexiconUse
        let asked = Mutex(0)

        init(_ texts: [String]) throws {
            let words = #"{"targets": {"fuel": "噗噗"}, "opinions": {"-2": "糟糟", "1": "妙妙"}}"#
            let part = try JSONDecoder().decode(LexiconPart.self, from: Data(words.utf8))
            let analyzer = try Analyzer(
                lexicon: Lexicon(files: [("words.json5", part)]), catalogue: ProductCatalogue(brands: []),
                dealers: [], places: [])
            var use = LexiconUse(by: analyzer)
            for text in texts { use.add(text, by: analyzer) }
            self.use = use
        }

        func report() async throws -> LexiconReport {
            asked.withLock { $0 += 1 }
            return LexiconReport(use: use, countedAt: Timestamp(milliseconds: 77))
        }

        func name(of aspect: Aspect) throws -> String { aspect.name == "fuel" ? "油耗" : aspect.name }
    }

    private struct Silent: MessageHandler {
        func handle(_ message: InboundMessage) async throws -> Reply { Reply() }
        func reply(toMessage id: String, on channel: String) async throws -> Reply? { nil }
    }

    private let desk: Desk

    init() throws {
        desk = try Desk(
            Array(repeating: "噗噗妙妙", count: 8) + Array(repeating: "噗噗糟糟，噗噗妙妙", count: 2)
                + ["<script>alert(1)</script>噗噗糟糟"])
    }

    private func routes(_ desk: Desk?, _ access: ConsoleAccess = .loopback) -> Routes {
        let clock = StillClock()
        return Routes(
            Console(
                access: access, feed: ConsoleFeed(name: "f1", clock: clock), handler: Silent(), clock: clock,
                lexicon: desk, hold: .zero, people: { [] }
            ).routes)
    }

    private func request(_ target: String, client: String = "127.0.0.1") -> HTTP.Request {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        return HTTP.Request(
            id: "00000000000000ab", method: .get, path: parts[0],
            rawQuery: parts.count == 2 ? parts[1] : nil,
            headers: ["Host": "127.0.0.1:8080"], body: [], client: IPAddress(client))
    }

    private func rows(_ query: String = "") async throws -> JSONValue {
        let answer = try await routes(desk).call(request("/console/lexicon/terms\(query)"))
        #expect(answer.status == 200 && answer.headers["Cache-Control"] == "no-store")
        return try JSONValue(answer.body)
    }

    @Test("it shows the terms that carry most opinions, by aspect, and of how many texts")
    func followed() async throws {
        let rows = try await rows()
        #expect(rows["texts"].number == 11 && rows["found"].number == 3 && rows["countedAt"].number == 77)
        #expect(rows["terms"].elements.map { $0["term"].text } == ["噗噗", "妙妙", "糟糟"])
        let term = rows["terms"][1]
        #expect(term["texts"].number == 10)
        #expect(term["votes"]["followed"].number == 8 && term["votes"]["overruled"].number == 2)
        #expect(term["aspects"][0]["name"].text == "油耗")
        #expect(term["aspects"][0]["votes"]["overruled"].number == 2)
    }

    @Test("the other order shows what is overruled, with such quotes first, and a search what is looked for")
    func orders() async throws {
        let overruled = try await rows("?order=overruled")
        #expect(overruled["terms"].elements.map { $0["term"].text } == ["妙妙", "噗噗"])
        let quotes = overruled["terms"][0]["quotes"].elements
        #expect(quotes.map { $0["outcome"].text } == ["overruled", "overruled", "followed"])
        #expect(quotes[0]["isPraise"] == .bool(true) && quotes[0]["aspect"].text == "油耗")
        // 糟, as a browser writes it.
        let found = try await rows("?order=overruled&search=%E7%B3%9F")
        #expect(found["terms"].elements.map { $0["term"].text } == ["糟糟"])
        for query in ["?order=new", "?search=" + String(repeating: "a", count: 31)] {
            let answer = try await routes(desk).call(request("/console/lexicon/terms\(query)"))
            #expect(answer.status == 400, "\(query)")
        }
    }

    @Test("what a customer wrote stays words: data that no browser takes for a page, drawn as text")
    func markup() async throws {
        let answer = try await routes(desk).call(request("/console/lexicon/terms?search=%E7%B3%9F"))
        #expect(answer.headers["Content-Type"]?.hasPrefix("application/json") == true)
        #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
        let quotes = try JSONValue(answer.body)["terms"][0]["quotes"].elements
        #expect(quotes.contains { $0["words"].text == "<script>alert(1)</script>噗噗糟糟" })
        let script = try await routes(desk).call(request("/console/lexicon/lexicon.js")).text
        #expect(!script.contains("innerHTML") && !script.contains("insertAdjacentHTML"))
        let page = try await routes(desk).call(request("/console/lexicon"))
        let policy = page.headers["Content-Security-Policy"]
        #expect(policy?.hasPrefix("default-src 'none'; script-src 'self';") == true)
        #expect(page.text.contains(#"<script type="module" src="/console/lexicon/lexicon.js"></script>"#))
        #expect(page.text.components(separatedBy: "<script").count == 2 && !page.text.contains("http"))
    }

    @Test("it is for whoever may use the console, who is led there, and nothing is counted for anybody else")
    func access() async throws {
        let path = "/console/lexicon/terms"
        #expect(try await routes(desk).call(request(path, client: "192.0.2.7")).status == 403)
        let token = ConsoleAccess.token(Secret("a-token-of-sixteen-bytes"))
        #expect(try await routes(desk, token).call(request(path)).status == 401)
        #expect(desk.asked.withLock { $0 } == 0)
        #expect(try await routes(nil).call(request(path)).status == 404)
        #expect(try await routes(nil).call(request("/console/lexicon")).status == 404)
        for (desk, isThere) in [(desk, JSONValue.bool(true)), (nil, .null)] {
            let people = try await routes(desk).call(request("/console/people"))
            #expect(try JSONValue(people.body)["lexicon"] == isThere)
        }
    }
}
