import HTTP
import Testing

@Suite("requests that are refused before any route")
struct MalformedRequestTests {
    private static let routes: [Route] = [
        .get("/{name}") { .text($0.parameters["name"] ?? "") },
        .post("/in") { .text("\($0.body.count)") },
    ]

    @Test(
        "a malformed head is answered 400",
        arguments: [
            "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /%4 HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /a%00b HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /%C3%28 HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET a HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /a HTTP/1.1\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "G@T /a HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /in HTTP/1.1\r\nHost: a\r\nContent-Length : 3\r\n\r\nabc",
            "POST /in HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
            "POST /in HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST /in HTTP/1.1\r\nHost: a\r\nContent-Length: -3\r\n\r\nabc",
            "POST /in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
        ])
    func malformed(text: String) async throws {
        try await withServer(Self.routes) { port in
            let answer = await RawSocket(port: port)?.askToEnd(text + "GET /smuggled HTTP/1.1\r\n\r\n")
            #expect(answer?.hasPrefix("HTTP/1.1 400 ") == true, "\(answer ?? "no end")")
            #expect(answer?.contains("smuggled") == false)
        }
    }

    @Test("a header within the limit is read", arguments: [1000, 7000, 8000, 8100, 12_000, 15_000])
    func long(size: Int) async throws {
        let long = String(repeating: "x", count: size)
        try await withServer(Self.routes) { port in
            #expect(await ask(port, "GET /still", headers: "X-Long: \(long)\r\n")?.body == "still")
        }
    }

    @Test("a header over the limit is 431, a request line over it 414, an unknown coding 501")
    func tooLong() async throws {
        let long = String(repeating: "x", count: 40_000)
        try await withServer(Self.routes) { port in
            #expect(await ask(port, "GET /a", headers: "X-Long: \(long)\r\n")?.status == 431)
            #expect(await ask(port, "GET /\(long)")?.status == 414)
            let coded = "Transfer-Encoding: gzip\r\n"
            #expect(await ask(port, "POST /in", headers: coded)?.status == 501)
            #expect(await ask(port, "GET /still")?.body == "still")
        }
    }
}
