import HTTP
import Testing

@Suite("routes of a running server")
struct RoutingTests {
    private static let routes: [Route] = [
        .get("/") { _ in .text("root") },
        .get("/callback/dingtalk/fixed") { _ in .text("literal") },
        .get("/callback/dingtalk/{robot}") { .text("robot \($0.parameters["robot"] ?? "-")") },
        .post("/callback/dingtalk/{robot}") { request in
            await Task.yield()
            return .text(
                "\(request.parameters["robot"] ?? "-"): \(String(decoding: request.body, as: UTF8.self))")
        },
        .get("/query") { .text("\($0.rawQuery ?? "none")|\($0.queryParameters["s"] ?? "none")") },
    ]

    @Test("a path parameter is percent-decoded and a literal beats it")
    func parameters() async throws {
        try await withServer(Self.routes) { port in
            #expect(await ask(port, "GET /callback/dingtalk/%E9%94%80%2F1")?.body == "robot 销/1")
            #expect(await ask(port, "GET /callback/dingtalk/fixed")?.body == "literal")
            #expect(await ask(port, "GET /callback/dingtalk/")?.status == 404)
            #expect(await ask(port, "POST /callback/dingtalk/fixed2", body: "你好")?.body == "fixed2: 你好")
            #expect(await ask(port, "GET http://elsewhere/callback/dingtalk/fixed")?.body == "literal")
        }
    }

    @Test("an unknown path is 404, a known path with another method 405 with Allow, OPTIONS tells it")
    func refusals() async throws {
        try await withServer(Self.routes) { port in
            #expect(await ask(port, "GET /nowhere")?.status == 404)
            let refused = await ask(port, "DELETE /callback/dingtalk/x")
            #expect(refused?.status == 405)
            #expect(refused?.headers["Allow"] == "GET, HEAD, OPTIONS, POST")
            let options = await ask(port, "OPTIONS /query", hasBody: false)
            #expect(options?.status == 204)
            #expect(options?.headers["Allow"] == "GET, HEAD, OPTIONS")
            #expect(await ask(port, "OPTIONS *", hasBody: false)?.status == 204)
        }
    }

    @Test("a path may refuse other methods in its own words, with Allow all the same")
    func ownRefusal() async throws {
        let route = Route.post("/v1/voices") { _ in .text("taken") }
            .refusingOtherMethods { .json("{}", status: 405) }
        try await withServer([route]) { port in
            for method in ["GET", "PUT"] {
                let refused = await ask(port, "\(method) /v1/voices")
                #expect(refused?.status == 405)
                #expect(refused?.body == "{}")
                #expect(refused?.headers["Allow"] == "OPTIONS, POST")
                #expect(refused?.headers["Content-Type"] == "application/json")
            }
            #expect(await ask(port, "OPTIONS /v1/voices", hasBody: false)?.status == 204)
            #expect(await ask(port, "POST /v1/voices", body: "x")?.body == "taken")
        }
    }

    @Test("HEAD is answered like GET, with its length and without its body")
    func head() async throws {
        try await withServer(Self.routes) { port in
            let socket = try #require(RawSocket(port: port))
            let text = "HEAD / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n"
            let answer = try #require(await socket.askToEnd(text))
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.contains("Content-Length: 4\r\n"))
            #expect(answer.hasSuffix("\r\n\r\n"))
        }
    }

    @Test("the raw query is what was sent, while the decoded one reads plus as a space")
    func query() async throws {
        try await withServer(Self.routes) { port in
            #expect(await ask(port, "GET /query?s=a+b%2Bc&x=%zz")?.body == "s=a+b%2Bc&x=%zz|a b+c")
            #expect(await ask(port, "GET /query")?.body == "none|none")
            #expect(await ask(port, "GET /query?")?.body == "|none")
            #expect(await ask(port, "GET /query?s=1?2")?.body == "s=1?2|1?2")
        }
    }
}
