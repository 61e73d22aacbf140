import HTTP
import Testing

@Suite("very many slow clients")
struct SlowClientsTests {
    private static let count = 500

    @Test("while 500 connections wait within a header or a body, others are answered, new ones and old ones")
    func attack() async throws {
        let routes: [Route] = [
            .get("/") { _ in .text("hi") },
            .post("/") { request in .text("\(request.body.count)") },
        ]
        // All are of one address here.
        var configuration = ServerConfiguration()
        configuration.connectionsPerAddress = SlowClientsTests.count + 10
        // None is to be cut off for being slow while this is going on.
        configuration.headerTimeLimit = .seconds(300)
        configuration.requestTimeLimit = .seconds(300)
        try await withServer(routes, configuration: configuration) { port in
            let old = try #require(RawSocket(port: port))
            #expect(await old.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n")?.status == 200)
            var slow: [RawSocket] = []
            for number in 0..<SlowClientsTests.count {
                let socket = try #require(RawSocket(port: port))
                let begun =
                    number.isMultiple(of: 2)
                    ? "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: "
                    : "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n"
                #expect(socket.write(begun))
                slow.append(socket)
            }
            for round in 1...3 {
                for socket in slow { #expect(socket.write("x")) }
                let body = String(repeating: "b", count: 1000 * round)
                #expect(await ask(port, "POST /", body: body)?.body == "\(body.utf8.count)")
                #expect(await old.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n")?.body == "hi")
            }
            // None was cut off for the others' sake: each can still finish what it began.
            for (number, socket) in slow.enumerated() {
                let rest = number.isMultiple(of: 2) ? "\r\n\r\n" : "123456"
                #expect(await socket.ask(rest)?.status == 200)
            }
        }
    }
}
