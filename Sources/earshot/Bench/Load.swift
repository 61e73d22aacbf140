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

    /// Microseconds.
    private static let nap: UInt32 = 50

    private mutating func run(seconds: Double, interval: Double) throws -> Result {
        var result = Result()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { buffer.deallocate() }
        var polled = lines.map { pollfd(fd: $0.socket.descriptor, events: Int16(POLLIN), revents: 0) }
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
            // Between two requests that are due it naps: poll(2) knows nothing shorter than a millisecond.
            let isPaced = interval > 0 && !isOver && !idle.isEmpty
            if isPaced { usleep(Load.nap) }
            guard poll(&polled, nfds_t(polled.count), isPaced ? 0 : 50) > 0 else { continue }
            for index in polled.indices where polled[index].revents != 0 {
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
