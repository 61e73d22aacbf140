import EarshotTesting
import HTTP
import Testing

private struct Broken: Error {}

@Suite("handlers and what is told of them")
struct HandlerTests {
    @Test("a handler that throws is a 500 that says nothing but the request's identifier")
    func throwing() async throws {
        let errors = Collected<String>()
        let routes: [Route] = [.get("/") { _ in throw Broken() }]
        try await withServer(routes, onError: { error, id in errors.add("\(error) \(id)") }) { port in
            let answer = try #require(await ask(port, "GET /"))
            let id = try #require(answer.headers["X-Request-ID"])
            #expect(answer.status == 500)
            #expect(answer.body == "internal server error; reference \(id)\n")
            #expect(await errors.next() == "Broken() \(id)")
        }
    }

    @Test("a line break in a response header becomes a 500 and no header")
    func headerInjection() async throws {
        let routes: [Route] = [.get("/") { _ in .text("", headers: ["X-A": "1\r\nX-B: 2"]) }]
        try await withServer(routes) { port in
            let answer = await ask(port, "GET /")
            #expect(answer?.status == 500)
            #expect(answer?.headers["X-B"] == nil)
        }
    }

    @Test("a response whose header fields take more than 4 KiB becomes a 500")
    func longHeaders() async throws {
        let routes: [Route] = [
            .get("/{count}") { request in
                let count = Int(request.parameters["count"] ?? "") ?? 0
                return .text("", headers: ["X": String(repeating: "x", count: count)])
            }
        ]
        try await withServer(routes) { port in
            #expect(await ask(port, "GET /4000")?.status == 200)
            #expect(await ask(port, "GET /4100")?.status == 500)
        }
    }

    @Test("each request is reported with its route's pattern, status and sizes")
    func reports() async throws {
        let reports = Collected<RequestReport>()
        let routes: [Route] = [
            .post("/r/{name}") { request in
                await Task.yield()
                return .text("12345", status: 201)
            }
        ]
        try await withServer(routes, onRequest: reports.add) { port in
            let answer = await ask(port, "POST /r/x", body: "abc")
            let report = try #require(await reports.next())
            #expect(report.requestID == answer?.headers["X-Request-ID"])
            #expect(report.method == .post)
            #expect(report.route == "/r/{name}")
            #expect(report.status == 201)
            #expect(report.bytesReceived == 3)
            #expect(report.bytesSent == 5)
            #expect(report.client == IPAddress("127.0.0.1"))
            #expect(report.duration > .zero)
            _ = await ask(port, "GET /secret")
            let unknown = try #require(await reports.next())
            #expect(unknown.route == nil)
            #expect(unknown.status == 404)
        }
    }

    @Test("many requests at once, each suspended, all get their own answer")
    func concurrent() async throws {
        let gate = Gate()
        let routes: [Route] = [
            .get("/{n}") { request in
                await gate.pass()
                return .text(request.parameters["n"] ?? "")
            }
        ]
        try await withServer(routes) { port in
            let answers = await withTaskGroup(of: Bool.self, returning: [Bool].self) { group in
                for number in 0..<100 {
                    group.addTask { await ask(port, "GET /\(number)")?.body == "\(number)" }
                }
                gate.open()
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers == Array(repeating: true, count: 100))
        }
    }
}
