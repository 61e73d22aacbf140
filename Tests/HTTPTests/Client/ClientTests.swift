import EarshotTesting
import Glibc
import HTTP
import Testing

@Suite("the client against a server on loopback")
struct ClientTests {
    private static func client(
        _ port: UInt16, private allowsPrivate: Bool = true
    ) throws -> Client {
        let host = AllowedHost("http://127.0.0.1:\(port)", allowsPrivateAddresses: allowsPrivate)
        return try Client(configuration: ClientConfiguration(allowedHosts: [try #require(host)]))
    }

    private static func failure(_ client: Client, _ request: ClientRequest) async -> ClientError.Code? {
        do throws(ClientError) {
            _ = try await client.send(request)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("method, headers and body arrive as given, and so does the answer")
    func exchange() async throws {
        let echo: Route.Handler = { request in
            let header = request.headers["X-Empty"].map { "[\($0)]" } ?? "none"
            let type = request.headers["Content-Type"] ?? "none"
            let text = "\(request.method) \(request.rawQuery ?? "") \(header) \(type) "
            return Response(status: 201, headers: ["X-A": "b"], body: Array(text.utf8) + request.body)
        }
        let methods: [Method] = [.get, .post, .put, .delete]
        try await withServer(methods.map { Route($0, "/x", handler: echo) }) { port in
            let client = try Self.client(port)
            for method in methods {
                let body: [UInt8] = method == .get || method == .delete ? [] : [0, 1, 0xFF]
                let response = try await client.send(
                    ClientRequest(
                        method, "http://127.0.0.1:\(port)/x?a=b+c", headers: ["X-Empty": ""], body: body))
                #expect(response.status == 201)
                #expect(response.headers["x-a"] == "b")
                #expect(response.body == Array("\(method) a=b+c [] none ".utf8) + body)
            }
            let head = try await client.send(ClientRequest(.head, "http://127.0.0.1:\(port)/x"))
            #expect(head.status == 201)
            #expect(head.body.isEmpty)
        }
    }

    @Test("many requests share few connections")
    func reuse() async throws {
        let peers = Collected<String>()
        let routes: [Route] = [
            .get("/") { request in
                peers.add(request.id)
                return .text("")
            }
        ]
        var configuration = ServerConfiguration()
        // One connection is all that is allowed, so a second one would fail.
        configuration.connectionsPerAddress = 1
        try await withServer(routes, configuration: configuration) { port in
            let client = try Self.client(port)
            for _ in 0..<50 {
                let response = try await client.send(ClientRequest(.get, "http://127.0.0.1:\(port)/"))
                #expect(response.status == 200)
            }
            #expect(peers.all.count == 50)
        }
    }

    @Test("an address that is not public is refused, by number and by name, and never connected to")
    func privateAddress() async throws {
        try await withServer([.get("/") { _ in .text("") }]) { port in
            let hosts = ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"]
            let rules = hosts.compactMap { AllowedHost("http://\($0):\(port)") }
            let client = try Client(configuration: ClientConfiguration(allowedHosts: rules))
            for host in hosts {
                let request = ClientRequest(.get, "http://\(host):\(port)/")
                #expect(await Self.failure(client, request) == .addressRefused, "\(host)")
            }
        }
    }

    @Test("a redirect is an answer and is not followed")
    func redirect() async throws {
        let followed = Collected<Bool>()
        let routes: [Route] = [
            .get("/") { _ in .empty(status: 302, headers: ["Location": "/next"]) },
            .get("/next") { _ in
                followed.add(true)
                return .text("")
            },
        ]
        try await withServer(routes) { port in
            let response = try await Self.client(port).send(ClientRequest(.get, "http://127.0.0.1:\(port)/"))
            #expect(response.status == 302)
            #expect(response.headers["Location"] == "/next")
            #expect(followed.all.isEmpty)
        }
    }

    @Test("a response is taken up to its limit and not a byte beyond")
    func responseLimit() async throws {
        let routes: [Route] = [.get("/") { _ in .text(String(repeating: "x", count: 100_000)) }]
        try await withServer(routes) { port in
            let client = try Self.client(port)
            var request = ClientRequest(.get, "http://127.0.0.1:\(port)/", responseLimit: 100_000)
            let whole = try await client.send(request)
            #expect(whole.body.count == 100_000)
            request.responseLimit = 99_999
            #expect(await Self.failure(client, request) == .responseTooLarge)
        }
    }

    @Test(
        "a deadline that passes before the connection stands leaves nothing to have arrived",
        arguments: [("https", false), ("http", true)])
    func unsent(scheme: String, mayHaveArrived: Bool) async throws {
        let silent = try #require(SilentPort())
        let url = "\(scheme)://127.0.0.1:\(silent.number)"
        let host = try #require(AllowedHost(url, allowsPrivateAddresses: true))
        let client = try Client(configuration: ClientConfiguration(allowedHosts: [host]))
        let error = await #expect(throws: ClientError.self) {
            try await client.send(ClientRequest(.post, "\(url)/", body: [1], timeLimit: .milliseconds(100)))
        }
        #expect(error?.code == .timedOut)
        #expect(error?.mayHaveArrived == mayHaveArrived)
    }

    @Test("what never left has not arrived")
    func unreached() async throws {
        let host = try #require(AllowedHost("http://127.0.0.1:9", allowsPrivateAddresses: true))
        let client = try Client(configuration: ClientConfiguration(allowedHosts: [host]))
        for url in ["http://127.0.0.1:9/", "https://example.invalid/", "not an address"] {
            let error = await #expect(throws: ClientError.self) {
                try await client.send(ClientRequest(.post, url))
            }
            #expect(error?.mayHaveArrived == false, "\(url)")
        }
    }

    @Test("a deadline that passes and a task that is cancelled end the wait")
    func deadlineAndCancellation() async throws {
        let never = Gate()
        let arrived = Collected<Bool>()
        let routes: [Route] = [
            .get("/") { _ in
                arrived.add(true)
                await never.pass()
                return .text("")
            }
        ]
        try await withServer(routes) { port in
            let client = try Self.client(port)
            let url = "http://127.0.0.1:\(port)/"
            let late = ClientRequest(.get, url, timeLimit: .milliseconds(100))
            #expect(await Self.failure(client, late) == .timedOut)
            #expect(await arrived.next() == true)
            let task = Task { await Self.failure(client, ClientRequest(.get, url)) }
            #expect(await arrived.next() == true)
            task.cancel()
            #expect(await task.value == .cancelled)
            let early = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return await Self.failure(client, ClientRequest(.get, url))
            }
            #expect(await early.value == .cancelled)
            never.open()
        }
    }

    @Test(
        "a header field or method that would say more than one thing is refused",
        arguments: [
            ClientRequest(.get, "", headers: ["X-A": "b\r\nX-C: d"]),
            ClientRequest(.get, "", headers: ["X-A": "b\0"]), ClientRequest(.get, "", headers: ["X A": "b"]),
            ClientRequest(.get, "", headers: ["X-A:": "b"]), ClientRequest(.get, "", headers: ["": "b"]),
            ClientRequest(.get, "", headers: ["Host": "b"]),
            ClientRequest(.get, "", headers: ["content-length": "1"]),
            ClientRequest(Method(rawValue: "GET / HTTP/1.1\r\nX: y\r\n\r\nGET"), ""),
        ])
    func injection(request: ClientRequest) async throws {
        try await withServer([.get("/") { _ in .text("") }]) { port in
            var request = request
            request.url = "http://127.0.0.1:\(port)/"
            let client = try Self.client(port)
            #expect(await Self.failure(client, request) == .invalidRequest)
        }
    }

    @Test("the environment's proxies are not used")
    func environment() async throws {
        for name in ["http_proxy", "https_proxy", "all_proxy"] { setenv(name, "http://127.0.0.1:1", 1) }
        defer { for name in ["http_proxy", "https_proxy", "all_proxy"] { unsetenv(name) } }
        try await withServer([.get("/") { _ in .text("straight") }]) { port in
            let response = try await Self.client(port).send(ClientRequest(.get, "http://127.0.0.1:\(port)/"))
            #expect(response.body == Array("straight".utf8))
        }
    }

    @Test("a port where nobody listens, and one that speaks no TLS or no HTTP, are told apart")
    func failures() async throws {
        let server = Server(routes: [.get("/") { _ in .text("") }])
        let port = try server.start()
        let hosts = ["http://127.0.0.1:\(port)", "https://127.0.0.1:\(port)"]
        let rules = hosts.compactMap { AllowedHost($0, allowsPrivateAddresses: true) }
        let client = try Client(configuration: ClientConfiguration(allowedHosts: rules))
        #expect(await Self.failure(client, ClientRequest(.get, hosts[1])) == .tls)
        await server.stop()
        #expect(await Self.failure(client, ClientRequest(.get, hosts[0])) == .cannotConnect)
    }

    @Test("hundreds of requests at once from many tasks all get their own answers")
    func concurrent() async throws {
        let routes: [Route] = [
            .get("/{n}") { request in
                await Task.yield()
                return .text(request.parameters["n"] ?? "")
            }
        ]
        try await withServer(routes) { port in
            let client = try Self.client(port)
            let wrong = await withTaskGroup(of: Bool.self, returning: Int.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        let request = ClientRequest(.get, "http://127.0.0.1:\(port)/\(number)")
                        let body = try? await client.send(request).body
                        return body == Array("\(number)".utf8)
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 0 : 1 }
            }
            #expect(wrong == 0)
        }
    }
}
