import EarshotTesting
import HTTP
import Synchronization
import Testing

@Suite("streamed bodies")
struct StreamTests {
    private static let start = "POST /in HTTP/1.1\r\nHost: a\r\n"

    private static let count = Route.streamed(.post, "/in", bodyLimit: 3_000_000) { _, body in
        var total = 0
        var sum = 0
        for try await piece in body {
            total += piece.count
            sum += piece.reduce(0) { $0 + Int($1) }
            await Task.yield()
        }
        return .text("\(total) \(sum)")
    }

    @Test("every byte of a large body arrives, by length or in chunks, and the connection goes on")
    func large() async throws {
        try await withServer([Self.count]) { port in
            let body = String(repeating: "abcdefghij", count: 200_000)
            let sum = 200_000 * (97...106).reduce(0, +)
            let socket = try #require(RawSocket(port: port))
            let whole = await socket.ask("\(Self.start)Content-Length: 2000000\r\n\r\n\(body)")
            #expect(whole?.body == "2000000 \(sum)")
            let chunked = await socket.ask(
                "\(Self.start)Transfer-Encoding: chunked\r\n\r\n1e8480\r\n\(body)\r\n0\r\n\r\n")
            #expect(chunked?.body == "2000000 \(sum)")
            #expect(await socket.ask("\(Self.start)\r\n")?.body == "0 0")
        }
    }

    @Test("a handler that does not pull holds the sender back")
    func backPressure() async throws {
        let gate = Gate()
        let route = Route.streamed(.post, "/in") { _, body in
            var iterator = body.makeAsyncIterator()
            let first = try await iterator.next()?.count ?? 0
            await gate.pass()
            var total = first
            while let piece = try await iterator.next() { total += piece.count }
            return .text("\(total)")
        }
        try await withServer([route]) { port in
            let size = 32 << 20
            let sent = Mutex(0)
            let socket = try #require(RawSocket(port: port))
            async let answer = offPool {
                socket.write("\(Self.start)Content-Length: \(size)\r\n\r\n")
                let piece = [UInt8](repeating: 0x61, count: 1 << 20)
                for _ in 0..<32 {
                    socket.write(piece)
                    sent.withLock { $0 += piece.count }
                }
                return socket.readAnswer()
            }
            // Other requests are answered meanwhile, and the kernel's buffers are all that fills.
            for _ in 0..<200 { _ = await ask(port, "GET /") }
            #expect(sent.withLock { $0 } < size)
            gate.open()
            #expect(await answer?.body == "\(size)")
        }
    }

    @Test("beyond the limit the client gets 413 and the handler an error, declared or not")
    func limit() async throws {
        let failures = Collected<RequestBodyError.Code?>()
        let route = Route.streamed(.post, "/in", bodyLimit: 1000) { _, body in
            do {
                for try await _ in body {}
                return .text("all")
            } catch {
                failures.add((error as? RequestBodyError)?.code)
                throw error
            }
        }
        try await withServer([route]) { port in
            let over = String(repeating: "x", count: 2000)
            #expect(await ask(port, "POST /in", body: over)?.status == 413)
            #expect(failures.all.isEmpty)
            let chunk = "3e8\r\n" + String(repeating: "x", count: 1000) + "\r\n"
            let text = "\(Self.start)Transfer-Encoding: chunked\r\n\r\n\(chunk)\(chunk)"
            #expect(await RawSocket(port: port)?.ask(text)?.status == 413)
            #expect(await failures.next() == .tooLarge)
        }
    }

    @Test("a handler that answers without pulling spares the client the sending")
    func earlyAnswer() async throws {
        let route = Route.streamed(.post, "/in") { request, body in
            guard request.headers["Authorization"] != nil else { return .text("who?", status: 401) }
            var total = 0
            for try await piece in body { total += piece.count }
            return .text("\(total)")
        }
        try await withServer([route]) { port in
            let expect = "Content-Length: 20000000\r\nExpect: 100-continue\r\n"
            let early = await RawSocket(port: port)?.askToEnd("\(Self.start)\(expect)\r\n")
            #expect(early?.hasPrefix("HTTP/1.1 401 ") == true)
            // Without asking first, the client sends and sees the same.
            #expect(
                await RawSocket(port: port)?.ask("\(Self.start)Content-Length: 20000000\r\n\r\nx")?.status
                    == 401)
            let socket = try #require(RawSocket(port: port))
            let head = "\(Self.start)Content-Length: 3\r\nExpect: 100-continue\r\nAuthorization: me\r\n\r\n"
            #expect(await socket.ask(head, hasBody: false)?.status == 100)
            #expect(await socket.ask("abc")?.body == "3")
        }
    }

    @Test("an answer in the middle of the body reaches a client that is still sending")
    func answerWithin() async throws {
        let route = Route.streamed(.post, "/in") { _, body in
            var iterator = body.makeAsyncIterator()
            _ = try await iterator.next()
            return .text("enough", status: 400)
        }
        try await withServer([route]) { port in
            let text = "\(Self.start)Content-Length: 20000000\r\n\r\nabc"
            #expect(await RawSocket(port: port)?.ask(text)?.body == "enough")
            let chunked = "\(Self.start)Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
            #expect(await RawSocket(port: port)?.ask(chunked)?.body == "enough")
        }
    }

    @Test("a client that goes away within the body ends the handler's wait with an error")
    func disconnect() async throws {
        let failures = Collected<RequestBodyError.Code?>()
        let began = Collected<Bool>()
        let route = Route.streamed(.post, "/in") { _, body in
            do {
                for try await _ in body { began.add(true) }
            } catch {
                failures.add((error as? RequestBodyError)?.code)
            }
            return .text("")
        }
        try await withServer([route]) { port in
            for breaks in [true, false] {
                var socket = RawSocket(port: port)
                socket?.write("\(Self.start)Content-Length: 20000000\r\n\r\nabc")
                #expect(await began.next() == true)
                if breaks { socket?.reset() }
                socket = nil
                #expect(await failures.next() == .disconnected)
            }
        }
    }
}
