import EarshotTesting
import HTTP
import Testing

@Suite("who is calling, and how often")
struct AddressTests {
    private static let echo: [Route] = [.get("/") { .text($0.client?.description ?? "-") }]

    @Test("X-Forwarded-For from anybody but a trusted proxy is ignored")
    func untrusted() async throws {
        try await withServer(Self.echo) { port in
            let answer = await ask(port, "GET /", headers: "X-Forwarded-For: 198.51.100.7\r\n")
            #expect(answer?.body == "127.0.0.1")
        }
    }

    @Test(
        "behind trusted proxies the rightmost untrusted entry is the client",
        arguments: [
            ("198.51.100.7", "198.51.100.7"),
            ("6.6.6.6, 198.51.100.7", "198.51.100.7"),
            ("6.6.6.6, 198.51.100.7, 10.1.2.3", "198.51.100.7"),
            ("198.51.100.7:4711", "198.51.100.7"),
            ("[2001:db8::1]:99, 10.9.9.9", "2001:db8::1"),
            ("6.6.6.6, nonsense", "127.0.0.1"),
            ("6.6.6.6, nonsense, 10.1.1.1", "10.1.1.1"),
            ("::ffff:198.51.100.7", "198.51.100.7"),
            ("10.0.0.1", "10.0.0.1"),
        ])
    func trusted(header: String, client: String) async throws {
        var configuration = ServerConfiguration()
        configuration.trustedProxies = ["127.0.0.0/8", "10.0.0.0/8"].compactMap { IPNetwork($0) }
        try await withServer(Self.echo, configuration: configuration) { port in
            let answer = await ask(port, "GET /", headers: "X-Forwarded-For: \(header)\r\n")
            #expect(answer?.body == client)
        }
    }

    @Test("one connection too many from one address is closed; another may come when one has gone")
    func connectionsPerAddress() async throws {
        var configuration = ServerConfiguration()
        configuration.connectionsPerAddress = 2
        let request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
        try await withServer(Self.echo, configuration: configuration) { port in
            var first = RawSocket(port: port)
            #expect(await first?.ask(request)?.status == 200)
            let second = RawSocket(port: port)
            #expect(await second?.ask(request)?.status == 200)
            let third = await RawSocket(port: port)?.askToEnd(request)
            #expect(third == "")
            #expect(await second?.ask(request)?.status == 200)
            let end = await first?.askToEnd("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(end?.isEmpty == false)
            first = nil
            // The end was seen here before the server took it off its books; that takes a moment at most.
            var status: Int?
            while status != 200 { status = await RawSocket(port: port)?.ask(request)?.status }
            #expect(status == 200)
        }
    }

    @Test("behind a proxy the limit holds for each client, with 429")
    func requestsPerClient() async throws {
        try await whileWaiting(as: "198.51.100.1") { ask in
            #expect(await ask("198.51.100.1")?.status == 429)
            #expect(await ask("198.51.100.2")?.status == 200)
        }
    }

    @Test("the addresses of one IPv6 /64 are one client's; the next /64 is another's")
    func sixtyFour() async throws {
        try await whileWaiting(as: "2001:db8:1:2::1") { ask in
            #expect(await ask("2001:db8:1:2:ffff:ffff:ffff:ffff")?.status == 429)
            #expect(await ask("2001:db8:1:3::1")?.body == "2001:db8:1:3::1")
            #expect(await ask("::ffff:198.51.100.1")?.status == 200)
        }
    }

    /// Runs `body` while a request of a client is being answered behind a proxy that lets each have one.
    ///
    /// - Parameter body: gets what asks for the page as a client.
    private func whileWaiting(
        as waiter: String, _ body: ((_ client: String) async -> RawAnswer?) async throws -> Void
    ) async throws {
        var configuration = ServerConfiguration()
        configuration.connectionsPerAddress = 1
        configuration.trustedProxies = [IPNetwork("127.0.0.1")].compactMap { $0 }
        let gate = Gate()
        let arrived = Collected<Bool>()
        let waiting = Route.get("/wait") { _ in
            arrived.add(true)
            await gate.pass()
            return .text("")
        }
        try await withServer(Self.echo + [waiting], configuration: configuration) { port in
            async let answer = ask(port, "GET /wait", headers: "X-Forwarded-For: \(waiter)\r\n")
            #expect(await arrived.next() == true)
            try await body { client in
                await ask(port, "GET /", headers: "X-Forwarded-For: \(client)\r\n")
            }
            gate.open()
            #expect(await answer?.status == 200)
        }
    }
}
