import Crypto
import Earshot
import EarshotTesting
import Foundation
import HTTP
import PlatformClients
import Synchronization
import Testing

@testable import EarshotProgram

@Suite("What calling one's own public address finds when something else answers")
struct CallbackCheckTests {
    private typealias Handler = @Sendable (HTTP.Request) async throws -> HTTP.Response

    private static let surfaces = CallbackAddress.Surface.allCases

    /// Calls an address of a server that answers every callback so.
    private func check(
        _ surface: CallbackAddress.Surface = .weComApp, name: String = "sales",
        taking elapsed: Duration = .zero, clock: any Earshot.Clock = SystemClock(),
        _ handler: @escaping Handler
    ) async throws -> [Finding] {
        let routes = ["/callback/{surface}/{name}"].flatMap {
            [Route(.get, $0, handler: handler), Route(.post, $0, handler: handler)]
        }
        let server = Server(configuration: ServerConfiguration(port: 0), routes: routes)
        let port = try server.start()
        let address = try CallbackAddress("http://127.0.0.1:\(port)/callback/\(surface.rawValue)/\(name)")
        let found = try await check(address, taking: elapsed, clock: clock)
        await server.stop(grace: .seconds(1))
        return found
    }

    private func check(
        _ address: CallbackAddress, taking elapsed: Duration = .zero, clock: any Earshot.Clock = SystemClock()
    ) async throws -> [Finding] {
        let folder = try SampleSite()
        let site = try Site.read(folder.config) { SampleSite.environment[$0] }
        let readings = Mutex([Duration.zero, elapsed])
        return try await CallbackCheck(address, of: site, clock: clock) {
            readings.withLock { $0.removeFirst() }
        }
        .findings()
    }

    @Test(
        "a page, an empty answer and another text are no right answers, on any surface", arguments: surfaces)
    func wrong(surface: CallbackAddress.Surface) async throws {
        for (body, word) in [
            ("<!DOCTYPE html><html>Welcome to nginx!</html>", "a page of HTML"), ("", "is empty"),
            ("\n", "is empty"),
            ("hello", "something else comes back"),
            (#"{"challenge":"1","msgtype":"text"}"#, "something else"),
            ("{{{{", "something else"),
        ] {
            let found = try await check(surface) { _ in .text(body) }
            #expect(found.map(\.weight) == [.fault])
            #expect(found.first?.explanation.english.contains(word) == true, "\(found)")
            #expect(found.first?.explanation.chinese.isEmpty == false)
        }
    }

    @Test("an answer without end is told as another site's", arguments: surfaces)
    func large(surface: CallbackAddress.Surface) async throws {
        let large = String(repeating: "a", count: 1 << 20)
        let found = try await check(surface) { _ in .text(large) }
        #expect(found.first?.explanation.english.contains("far more than the service") == true)
    }

    @Test(
        "every status has its own words",
        arguments: [
            (301, "redirect (301)"), (400, "drop the query"), (401, "password"), (403, "restarted"),
            (404, "no sales"),
            (405, "GET and POST"), (418, "200 alone"), (429, "rate"), (500, "look at the log"),
            (502, "is it running"),
            (504, "is it running"),
        ])
    func statuses(status: Int, word: String) async throws {
        let found = try await check { _ in .empty(status: status) }
        #expect(found.map(\.weight) == [.fault])
        #expect(found.first?.explanation.english.contains(word) == true, "\(found)")
        #expect(found.first?.explanation.chinese.contains("\(status)") == true)
    }

    @Test("a redirect is shown without its query and nothing follows it")
    func redirect() async throws {
        let calls = Mutex(0)
        let found = try await check { _ in
            calls.withLock { $0 += 1 }
            var response = HTTP.Response.empty(status: 302)
            response.headers["Location"] = "https://login.example.com/in?back=secret#x"
            return response
        }
        #expect(found.first?.explanation.english.contains("to https://login.example.com/in, which") == true)
        #expect(calls.withLock { $0 } == 1)
    }

    @Test("a firewall's page is told from the service's own refusal, with the name of what answers")
    func firewall() async throws {
        let found = try await check { _ in
            var response = HTTP.Response.bytes(
                Array("<html>denied</html>".utf8), status: 403, type: "text/html")
            response.headers["Server"] = "gatekeeper/1"
            return response
        }
        let words = try #require(found.first).explanation
        #expect(words.english.contains("403 with a page (Server: gatekeeper/1)"), "\(words)")
    }

    @Test("a token that is sent back in an address is not shown")
    func redacted() async throws {
        let found = try await check(.feishu) { _ in
            var response = HTTP.Response.empty(status: 302)
            response.headers["Location"] = "/\(SampleSite.botToken.revealText())/"
            return response
        }
        #expect(found.first?.explanation.english.contains("to /<secret>/,") == true, "\(found)")
    }

    @Test("a name that is not configured is not called, and those that are there are named")
    func unknown() async throws {
        let calls = Mutex(0)
        for surface in CallbackCheckTests.surfaces {
            let found = try await check(surface, name: "nobody") { _ in
                calls.withLock { $0 += 1 }
                return .empty(status: 200)
            }
            #expect(found.map(\.weight) == [.fault])
            #expect(found.first?.explanation.english.hasSuffix("there are sales") == true, "\(found)")
        }
        #expect(calls.withLock { $0 } == 0)
    }

    @Test("what others could forge callbacks with is not sent over http:// to where anybody may read along")
    func inTheClear() async throws {
        let places = ["http://voices.example.invalid", "http://intranet.invalid:8080", "http://8.8.8.8"]
        for surface in [CallbackAddress.Surface.dingTalk, .dingTalkCards] {
            for place in places {
                let found = try await check(CallbackAddress("\(place)/callback/\(surface.rawValue)/sales"))
                #expect(found.map(\.weight) == [.fault])
                #expect(found.first?.explanation.english.hasPrefix("it was not called") == true, "\(found)")
            }
        }
        for place in ["http://10.1.2.3", "http://127.0.0.1:9", "http://localhost:9", "http://[fd00::1]"] {
            #expect(try CallbackAddress("\(place)/callback/dingtalk/sales").staysWithin)
        }
        // A key encrypts Feishu's token: the call is made, and there is nobody of that name.
        let folder = try SampleSite()
        let site = try Site.read(folder.config) { SampleSite.environment[$0] }
        let address = try CallbackAddress("http://voices.example.invalid/callback/feishu/sales")
        let isEncrypted = site.settings.feishuApps.first { $0.name == "sales" }?.encryptKey != nil
        let found = try await CallbackCheck(address, of: site).findings()
        #expect(found.first?.explanation.english.hasPrefix("it was not called") == !isEncrypted, "\(found)")
    }

    @Test("a port where nobody listens, an unknown name and a server without TLS have each their own words")
    func unreached() async throws {
        let server = Server(configuration: ServerConfiguration(port: 0), routes: [])
        let port = try server.start()
        for (origin, word) in [
            ("http://127.0.0.1:9", "nobody listens at"), ("https://nobody.invalid", "public DNS"),
            ("https://127.0.0.1:\(port)", "fullchain.pem"),
        ] {
            let found = try await check(CallbackAddress("\(origin)/callback/wecom/sales"))
            #expect(found.map(\.weight) == [.fault])
            #expect(found.first?.explanation.english.contains(word) == true, "\(found)")
        }
        await server.stop(grace: .seconds(1))
    }

    @Test("a clock that differs from the answer's is told")
    func clock() async throws {
        let long = ManualClock(Timestamp(seconds: 784_111_777))
        let found = try await check(clock: long) { _ in .empty(status: 403) }
        #expect(found.map(\.channel) == ["wecom/sales", "clock"])
        #expect(found.last?.weight == .fault)
    }
}
