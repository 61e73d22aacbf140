import EarshotTesting
import HTTP
import Testing

@Suite("time limits")
struct TimeLimitTests {
    private static func limits(_ change: (inout ServerConfiguration) -> Void) -> ServerConfiguration {
        var configuration = ServerConfiguration()
        change(&configuration)
        return configuration
    }

    @Test("a header that never ends is cut off")
    func slowHeader() async throws {
        let configuration = Self.limits { $0.headerTimeLimit = .milliseconds(200) }
        try await withServer([], configuration: configuration) { port in
            let begun = await RawSocket(port: port)?.askToEnd("GET / HTTP/1.1\r\nHost: a\r\nX-A: b")
            #expect(begun == "")
            #expect(await RawSocket(port: port)?.askToEnd("") == "")
        }
    }

    @Test("an idle connection is closed, after the answer to its request")
    func idle() async throws {
        let configuration = Self.limits { $0.idleTimeLimit = .milliseconds(200) }
        try await withServer([.get("/") { _ in .text("hi") }], configuration: configuration) { port in
            let all = await RawSocket(port: port)?.askToEnd("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(all?.hasSuffix("hi") == true)
        }
    }

    @Test("a body that never ends is cut off")
    func slowBody() async throws {
        let configuration = Self.limits { $0.requestTimeLimit = .milliseconds(200) }
        try await withServer([.post("/") { _ in .text("") }], configuration: configuration) { port in
            let text = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc"
            #expect(await RawSocket(port: port)?.askToEnd(text) == "")
        }
    }

    @Test("a handler that is too late is cancelled and 504 answered")
    func slowHandler() async throws {
        let cancelled = Collected<Bool>()
        let never = Gate()
        let routes = [
            Route(.get, "/", timeLimit: .milliseconds(200)) { _ in
                await withTaskCancellationHandler {
                    await never.pass()
                } onCancel: {
                    cancelled.add(true)
                }
                return .text("late")
            }
        ]
        try await withServer(routes) { port in
            let answer = await ask(port, "GET /")
            #expect(answer?.status == 504)
            #expect(await cancelled.next() == true)
            never.open()
        }
    }

    @Test("a client that ends in the middle of its request is let go at once, long before its time is over")
    func endedWithin() async throws {
        let configuration = Self.limits { $0.connectionLimit = 2 }
        try await withServer([.post("/") { _ in .text("") }], configuration: configuration) { port in
            // More than there is room for: each must have gone before the next ones are accepted.
            for _ in 0..<12 {
                let socket = RawSocket(port: port)
                socket?.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
                socket?.finish()
                #expect(await offPool { socket?.readToEnd() } == "")
            }
        }
    }
}
