import EarshotTesting
import HTTP
import Testing

@Suite("stopping")
struct StopTests {
    @Test("a request that was begun is answered, and new callers are refused meanwhile")
    func graceful() async throws {
        let gate = Gate()
        let arrived = Collected<Bool>()
        let routes: [Route] = [
            .get("/") { _ in
                arrived.add(true)
                await gate.pass()
                return .text("done")
            }
        ]
        let server = Server(routes: routes)
        let port = try server.start()
        async let answer = ask(port, "GET /")
        #expect(await arrived.next() == true)
        async let stopped: Void = server.stop(grace: .seconds(10))
        while RawSocket(port: port) != nil { await Task.yield() }
        gate.open()
        let finished = try #require(await answer)
        #expect(finished.body == "done")
        #expect(finished.headers["Connection"] == "close")
        await stopped
        #expect(RawSocket(port: port) == nil)
    }

    @Test("what outlasts the grace is answered 503 and cancelled, suspended in whatever place")
    func graceOver() async throws {
        let never = Gate()
        let arrived = Collected<Bool>()
        let routes: [Route] = [
            .get("/") { _ in
                arrived.add(true)
                await never.pass()
                return .text("late")
            },
            .streamed(.post, "/in") { _, _ in
                arrived.add(true)
                await never.pass()
                return .text("late")
            },
        ]
        let server = Server(routes: routes)
        let port = try server.start()
        async let first = ask(port, "GET /")
        async let second = ask(port, "POST /in", body: "abc")
        #expect(await arrived.next() == true)
        #expect(await arrived.next() == true)
        await server.stop(grace: .milliseconds(50))
        #expect(await first?.status == 503)
        #expect(await second?.status == 503)
        never.open()
    }

    @Test("stopping twice, or before a start, ends; a second start is an error")
    func twice() async throws {
        let server = Server(routes: [])
        try server.start()
        #expect(throws: ServerError.self) { try server.start() }
        async let first: Void = server.stop()
        async let second: Void = server.stop()
        _ = await (first, second)
        await server.stop()
        let unused = Server(routes: [])
        await unused.stop()
        #expect(throws: ServerError.self) { try server.start() }
    }

    @Test("a port that is taken and a host that is none are errors with a hint")
    func cannotListen() async throws {
        let server = Server(routes: [])
        let port = try server.start()
        let error = #expect(throws: ServerError.self) {
            try Server(configuration: ServerConfiguration(port: port), routes: []).start()
        }
        #expect(error?.code == .cannotListen)
        let probed = #expect(throws: ServerError.self) {
            try Server.probe(ServerConfiguration(port: port))
        }
        #expect(probed == error)
        let other = #expect(throws: ServerError.self) {
            try Server(configuration: ServerConfiguration(host: "localhost"), routes: []).start()
        }
        #expect(other?.code == .invalidHost)
        await server.stop()
        try Server.probe(ServerConfiguration(port: port))
    }
}
