import CEpoll
import Glibc

/// Many connections that ask the service at the same time, on one thread.
struct Load {
    /// What came of it.
    struct Result {
        var answered = 0
        /// Answers other than 200.
        var failed = 0
        var seconds = 0.0
        /// From when each request was due to its answer.
        var milliseconds: [Double] = []

        var rate: Double { Double(answered) / seconds }
    }

    private var lines: [Line] = []
    private let request: (Int) -> [UInt8]
    private var count = 0

    /// One connection, with the request it waits for.
    private struct Line {
        let socket: LoopbackSocket
        var due: Double?
    }

    /// - Parameter request: the bytes of a request by its number.
    init(port: UInt16, connections: Int, firstNumber: Int, request: @escaping (Int) -> [UInt8]) throws {
        self.request = request
        count = firstNumber
        for _ in 0..<connections { lines.append(Line(socket: try LoopbackSocket(port: port), due: nil)) }
    }

    /// The number of the next request.
    var nextNumber: Int { count }

    /// Asks on every connection as soon as the answer before has come: as much as the service can do.
    mutating func atFullSpeed(seconds: Double) throws -> Result {
        try run(seconds: seconds, interval: 0)
    }

    /// Asks at a steady rate, whatever the answers do; a request that finds no free connection waits, and its time
    /// counts from when it was due.
    mutating func paced(rate: Double, seconds: Double) throws -> Result {
        try run(seconds: seconds, interval: 1 / rate)
    }

    private mutating func run(seconds: Double, interval: Double) throws -> Result {
        var result = Result()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { buffer.deallocate() }
        let arrivals = try Arrivals(of: lines.map(\.socket.descriptor))
        var idle = Array(lines.indices)
        var sent = 0
        let watch = Stopwatch()
        while true {
            let now = watch.seconds
            let isOver = now >= seconds
            while !isOver, let next = idle.last {
                let due = interval == 0 ? now : Double(sent) * interval
                guard due <= now else { break }
                idle.removeLast()
                lines[next].due = due
                try lines[next].socket.send(request(count))
                count += 1
                sent += 1
            }
            if isOver, idle.count == lines.count { break }
            guard now < seconds + 10 else { throw Failure("the service leaves requests without an answer") }
            let isPaced = interval > 0 && !isOver && !idle.isEmpty
            let patience = isPaced ? max(0, Double(sent) * interval - watch.seconds) : 0.05
            for index in arrivals.next(within: patience) {
                guard let answer = try lines[index].socket.receive(into: buffer), let due = lines[index].due
                else { continue }
                result.answered += 1
                if answer.status != 200 { result.failed += 1 }
                result.milliseconds.append((watch.seconds - due) * 1000)
                lines[index].due = nil
                idle.append(index)
            }
        }
        result.seconds = watch.seconds
        return result
    }
}

/// Tells on which of many sockets something has come.
private final class Arrivals {
    private let descriptor: Int32
    private let events: UnsafeMutableBufferPointer<epoll_event>

    /// The sockets, which are named by their place in the list from here on.
    init(of sockets: [Int32]) throws {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard descriptor >= 0 else { throw Failure("no epoll: errno \(errno)") }
        events = .allocate(capacity: max(1, sockets.count))
        for (index, socket) in sockets.enumerated() {
            var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: UInt64(index)))
            guard epoll_ctl(descriptor, EPOLL_CTL_ADD, socket, &event) == 0 else {
                throw Failure("a socket cannot be waited for: errno \(errno)")
            }
        }
    }

    deinit {
        events.deallocate()
        close(descriptor)
    }

    /// The sockets on which something has come, as soon as there is one; none when patience, in seconds, ends first.
    func next(within patience: Double) -> [Int] {
        var time = timespec(
            tv_sec: Int(patience), tv_nsec: Int((patience - patience.rounded(.down)) * 1e9))
        let count = epoll_pwait2(descriptor, events.baseAddress, Int32(events.count), &time, nil)
        return events.prefix(max(0, Int(count))).map { Int($0.data.u64) }
    }
}
