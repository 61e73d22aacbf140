import Glibc
import Synchronization

/// Many connections that send a byte a second each and never finish a request: half of them are slow with the header,
/// half with the body. One that the service ends is opened again.
///
/// Each two come from an address of their own, so that no limit of connections per address keeps them out.
final class SlowCallers: Sendable {
    private struct State {
        var isOver = false
        var opened = 0
        /// The fewest that were open after a second's bytes.
        var fewest = Int.max
    }

    private let state = Mutex(State())
    private let count: Int
    private let port: UInt16

    private static let header = Array(
        "POST /callback/dingtalk/\(BenchSite.robot) HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ".utf8)
    private let body: [UInt8]

    /// - Parameter body: The head before a slow body. Of a head that is not signed the body is not waited for.
    init(port: UInt16, count: Int, body: [UInt8]) {
        self.body = body
        self.port = port
        self.count = count
    }

    /// Opens all, and goes on by itself until `stop`.
    func start() throws {
        var lines: [LoopbackSocket?] = []
        for number in 0..<count { lines.append(try open(number)) }
        let context = Unmanaged.passRetained(Attack(callers: self, lines: lines))
        var thread = pthread_t()
        guard pthread_create(&thread, nil, attack, context.toOpaque()) == 0 else {
            context.release()
            throw Failure("no thread for the slow callers")
        }
        pthread_detach(thread)
    }

    func stop() {
        state.withLock { $0.isOver = true }
    }

    /// How many there were at least at any time, and how many connections were opened in all.
    var tally: (fewest: Int, opened: Int) { state.withLock { ($0.fewest, $0.opened) } }

    private func open(_ number: Int) throws -> LoopbackSocket {
        // 127.1.0.0 and on, two connections an address.
        let socket = try LoopbackSocket(port: port, caller: 0x01_0001 + UInt32(number / 2))
        try socket.send(number.isMultiple(of: 2) ? SlowCallers.header : body)
        state.withLock { $0.opened += 1 }
        return socket
    }

    /// What the attacking thread has for itself.
    fileprivate final class Attack {
        let callers: SlowCallers
        var lines: [LoopbackSocket?]

        init(callers: SlowCallers, lines: [LoopbackSocket?]) {
            self.callers = callers
            self.lines = lines
        }

        func run() {
            while !callers.state.withLock({ $0.isOver }) {
                usleep(1_000_000)
                for number in lines.indices {
                    if lines[number]?.trickle([UInt8(ascii: "x")]) != true {
                        lines[number] = try? callers.open(number)
                    }
                }
                let open = lines.count { $0 != nil }
                callers.state.withLock { $0.fewest = min($0.fewest, open) }
            }
        }
    }
}

private func attack(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<SlowCallers.Attack>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
