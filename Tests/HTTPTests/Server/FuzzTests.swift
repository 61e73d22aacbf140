import EarshotTesting
import Synchronization
import Testing

@testable import HTTP

@Suite("thousands of broken requests")
struct FuzzTests {
    private static let seed: UInt64 = 20_261_122

    private static let routes: [Route] = [
        .get("/") { _ in .text("alive") },
        .get("/a/{x}") { request in
            await Task.yield()
            return .text(request.queryParameters["q"] ?? "")
        },
        .post("/in", bodyLimit: 2000) { request in
            await Task.yield()
            return .text("\(request.body.count)")
        },
        .streamed(.post, "/stream", bodyLimit: 5000) { _, body in
            var total = 0
            for try await piece in body { total += piece.count }
            return .text("\(total)")
        },
    ]

    private static let sound = [
        "GET /a/b?q=%20x HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n",
        "POST /in HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\nhello world",
        "POST /in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "POST /stream HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\nhello world",
        "POST /stream HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nhello world\r\n0\r\n\r\n",
        "HEAD / HTTP/1.0\r\n\r\n",
    ]

    @Test("mutated and cut requests, read to the end or abandoned, neither crash nor leave anything behind")
    func mutated() async throws {
        print("fuzz seed \(Self.seed)")
        var configuration = ServerConfiguration()
        configuration.trustedProxies = [IPNetwork("127.0.0.1")].compactMap { $0 }
        // What was cut within its header is given up by time, not by the client's end of sending.
        configuration.headerTimeLimit = .milliseconds(100)
        configuration.requestTimeLimit = .milliseconds(300)
        configuration.idleTimeLimit = .milliseconds(100)
        let server = Server(configuration: configuration, routes: Self.routes)
        let port = try server.start()
        let unanswered = await withTaskGroup(of: Int.self) { lanes in
            for lane in 0..<8 {
                lanes.addTask { await offPool { Self.attack(port, lane: UInt64(lane), rounds: 500) } }
            }
            return await lanes.reduce(0, +)
        }
        #expect(unanswered == 0)
        #expect(await ask(port, "GET /")?.body == "alive")
        await server.stop(grace: .seconds(5))
        #expect(server.core.inFlight.load(ordering: .relaxed) == 0)
        #expect(server.core.connections.withLock { $0.count } == 0)
    }

    /// How often the server neither answered nor closed.
    private static func attack(_ port: UInt16, lane: UInt64, rounds: Int) -> Int {
        var random = SeededRandom(seed: seed &+ lane)
        var unanswered = 0
        for _ in 0..<rounds {
            guard let socket = RawSocket(port: port) else {
                unanswered += 1
                continue
            }
            socket.write(mutate(Array(sound.randomElement(using: &random)?.utf8 ?? "".utf8), &random))
            switch Int.random(in: 0..<10, using: &random) {
            case 0: socket.reset()
            case 1, 2: break
            default:
                socket.finish()
                if socket.readToEnd() == nil { unanswered += 1 }
            }
        }
        return unanswered
    }

    private static func mutate(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<7, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            case 3: bytes.removeSubrange(place...)
            case 4: bytes.insert(contentsOf: bytes.prefix(place), at: place)
            case 5: bytes.insert(contentsOf: [0x0D, 0x0A], at: place)
            default:
                let filler = [UInt8](
                    repeating: bytes[place], count: Int.random(in: 1...30_000, using: &random))
                bytes.insert(contentsOf: filler, at: place)
            }
        }
        return bytes
    }

    @Test("clients that go away while their request is suspended leave nothing behind")
    func abandoned() async throws {
        let gate = Gate()
        let arrived = Collected<Bool>()
        let routes: [Route] = [
            .get("/") { _ in
                arrived.add(true)
                await gate.pass()
                return .text(String(repeating: "x", count: 100_000))
            }
        ]
        let server = Server(routes: routes)
        let port = try server.start()
        for round in 0..<200 {
            let socket = RawSocket(port: port)
            socket?.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await arrived.next() == true)
            if round.isMultiple(of: 2) { socket?.reset() }
        }
        gate.open()
        await server.stop(grace: .seconds(5))
        #expect(server.core.inFlight.load(ordering: .relaxed) == 0)
        #expect(server.core.connections.withLock { $0.count } == 0)
    }
}
