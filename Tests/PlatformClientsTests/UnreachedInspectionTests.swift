import Crypto
import Earshot
import EarshotTesting
import HTTP
import PlatformClients
import PlatformStandIns
import Testing

@Suite("What is found of a platform that is not reached, and of its clock")
struct UnreachedInspectionTests {
    private func find(
        _ server: String, allowed: [AllowedHost?], clock: any Earshot.Clock = ManualClock()
    ) async throws -> [Finding] {
        let client = try Client(
            configuration: ClientConfiguration(allowedHosts: allowed.compactMap(\.self)))
        let inspection = Inspection.weCom(
            "wecom/sales", corpID: "ww-stand-in", secret: Secret("stand-in-secret"), agent: 1_000_002,
            server: server)
        return await inspection.perform(client: client, clock: clock).findings
    }

    @Test(
        "a host that is not allowed, a private address, an unknown name and a closed port have each their own words"
    )
    func unreached() async throws {
        let host = "http://127.0.0.1:9"
        for (server, allowed, code, word) in [
            (host, nil, "http.host-not-allowed", "outbound.allowedHosts"),
            (host, AllowedHost(host), "http.address-refused", "private address"),
            (host, AllowedHost(host, allowsPrivateAddresses: true), "http.cannot-connect", "firewall"),
            (
                "https://nobody.invalid", AllowedHost("nobody.invalid"), "http.cannot-resolve", "DNS"
            ),
        ] {
            let found = try await find(server, allowed: [allowed])
            #expect(found.map(\.weight) == [.fault])
            let words = try #require(found.first).explanation
            #expect(words.english.hasPrefix("\(code): ") && words.english.contains(word), "\(words)")
        }
    }

    @Test("a server without TLS is no trusted one")
    func tls() async throws {
        try await withStandIn(WeComPlatform()) { _, base, _ in
            let server = base.replacing("http://", with: "https://")
            let found = try await find(
                server, allowed: [AllowedHost(server, allowsPrivateAddresses: true)])
            #expect(found.first?.explanation.english.hasPrefix("http.tls: ") == true, "\(found)")
        }
    }

    @Test("a server that does not answer is given up")
    func late() async throws {
        try await withStandIn(WeComPlatform(webhooks: ["key-1"])) { standIn, base, client in
            let gate = Gate()
            standIn.fail("/webhook/send", .late { await gate.pass() })
            let robot = Inspection.weComRobot("group/a", key: Secret("key-1"), server: base)
            let report = await robot.perform(
                client: client, clock: ManualClock(), timeLimit: .milliseconds(100))
            gate.open()
            #expect(report.findings.map(\.weight) == [.fault])
            #expect(report.findings.first?.explanation.english.hasPrefix("http.timed-out: ") == true)
            #expect(report.clock == nil)
        }
    }

    @Test("a connection that breaks off is told as one")
    func broken() async throws {
        let server = try #require(HangingUp())
        let found = try await find(
            server.base, allowed: [AllowedHost(server.base, allowsPrivateAddresses: true)])
        #expect(found.first?.explanation.english.hasPrefix("http.connection-failed: ") == true)
    }

    @Test(
        "a clock that is far off is a fault, told once for a platform however many of its channels are asked")
    func clocks() async throws {
        try await withStandIn(WeComPlatform(webhooks: ["key-1"])) { _, base, client in
            let robots = ["a", "b"].map {
                Inspection.weComRobot("group/\($0)", key: Secret("key-1"), server: base)
            }
            let long = ManualClock(Timestamp(seconds: 784_111_777))
            let found = await Inspection.perform(robots, client: client, clock: long)
            #expect(found.map(\.channel) == ["group/a", "group/b", "clock"])
            #expect(found.map(\.weight) == [.fine, .fine, .fault])
            #expect(found.last?.explanation.english.contains(" s behind WeCom's; from 720 min on") == true)
            #expect(found.last?.explanation.chinese.contains("比 WeCom 慢 ") == true)
        }
    }

    @Test("a clock is compared with what a server writes, and with nothing else")
    func dates() throws {
        let now = Timestamp(seconds: 784_111_777)
        for (date, ahead) in [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Sun, 06 Nov 1994 08:50:37 GMT", -60),
            ("Sat, 05 Nov 1994 20:49:37 GMT", 43_200), ("Thu, 29 Feb 1996 08:49:37 GMT", -41_472_000),
        ] {
            #expect(ClockComparison(date: date, now: now)?.ahead == .seconds(ahead), "\(date)")
        }
        for garbage in [
            "", "yesterday", "Sun, 06 Nov 1994 08:49:37 PST", "Sun, 32 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1994 08:60:00 GMT",
            "Sun, 06 Nov 1994 08:49:37 GMT GMT", "Sun, 06 Nov +994 08:49:37 GMT",
            "Sun  06 Nov 1994 08:49:37 GMT",
            "Wed, 29 Feb 1995 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
        ] { #expect(ClockComparison(date: garbage, now: now) == nil, "\(garbage)") }
        #expect(ClockComparison(date: nil, now: now) == nil)
    }

    @Test(
        "a difference is told from a minute on, and a fault from five sixths of the limit on",
        arguments: [(59, nil), (60, .warning), (2999, .warning), (3000, .fault), (90_000, .fault)]
            as [(Int64, Finding.Weight?)])
    func bounds(seconds: Int64, weight: Finding.Weight?) throws {
        let clock = try #require(
            ClockComparison(
                date: "Sun, 06 Nov 1994 08:49:37 GMT", now: Timestamp(seconds: 784_111_777 + seconds)))
        #expect(clock.finding(server: "DingTalk", limit: .seconds(3600))?.weight == weight)
    }
}
