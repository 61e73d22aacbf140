import HTTP
import Testing

@Suite("bodies of ordinary routes")
struct BodyLimitTests {
    private static let routes: [Route] = [
        .post("/in", bodyLimit: 1000) { .text("\($0.body.count)") }
    ]
    private static let start = "POST /in HTTP/1.1\r\nHost: a\r\n"

    @Test("a body of exactly the limit is taken, whole or in chunks")
    func atLimit() async throws {
        let body = String(repeating: "x", count: 1000)
        try await withServer(Self.routes) { port in
            #expect(await ask(port, "POST /in", body: body)?.body == "1000")
            let chunked = "\(Self.start)Transfer-Encoding: chunked\r\n\r\n3e8\r\n\(body)\r\n0\r\n\r\n"
            #expect(await RawSocket(port: port)?.ask(chunked)?.body == "1000")
        }
    }

    @Test("a longer body is 413 while most of it was never sent")
    func declaredTooLong() async throws {
        try await withServer(Self.routes) { port in
            let text = "\(Self.start)Content-Length: 50000000\r\n\r\n" + String(repeating: "x", count: 5000)
            let socket = try #require(RawSocket(port: port))
            let answer = try #require(await socket.ask(text))
            #expect(answer.status == 413)
            #expect(answer.headers["Connection"] == "close")
        }
    }

    @Test("a client that sends a refused body first and reads afterwards still sees the 413")
    func sentThenRead() async throws {
        try await withServer(Self.routes) { port in
            let length = 3_000_000
            let answer = await ask(port, "POST /in", body: String(repeating: "x", count: length))
            #expect(answer?.status == 413)
        }
    }

    @Test("chunks beyond the limit are 413 without an end of the body")
    func chunkedTooLong() async throws {
        try await withServer(Self.routes) { port in
            let chunk = "200\r\n" + String(repeating: "x", count: 512) + "\r\n"
            let text = "\(Self.start)Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk
            #expect(await RawSocket(port: port)?.ask(text)?.status == 413)
        }
    }

    @Test("a refused short body leaves the connection good for the next request")
    func keptAlive() async throws {
        try await withServer(Self.routes) { port in
            let socket = try #require(RawSocket(port: port))
            let over = String(repeating: "x", count: 2000)
            #expect(
                await socket.ask("\(Self.start)Content-Length: 2000\r\n\r\n\(over)")?.status == 413)
            #expect(await socket.ask("\(Self.start)Content-Length: 2\r\n\r\nab")?.body == "2")
        }
    }

    @Test("100 Continue comes before a body that will be taken and never before one that will not")
    func expectContinue() async throws {
        try await withServer(Self.routes) { port in
            let expect = "Expect: 100-continue\r\n"
            let socket = try #require(RawSocket(port: port))
            let first = await socket.ask(
                "\(Self.start)Content-Length: 2\r\n\(expect)\r\n", hasBody: false)
            #expect(first?.status == 100)
            #expect(await socket.ask("ab")?.body == "2")
            let refused = await RawSocket(port: port)?.askToEnd(
                "\(Self.start)Content-Length: 2000\r\n\(expect)\r\n")
            #expect(refused?.hasPrefix("HTTP/1.1 413 ") == true)
        }
    }
}
