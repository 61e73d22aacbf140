import Glibc

/// A connection to a port of this machine, as plain as can be, so that measuring takes little of what is measured.
final class LoopbackSocket {
    let descriptor: Int32
    private var received = HTTPAnswer.Parser()

    /// - Parameter caller: Who calls, as the last three bytes of an address 127.x.y.z of this machine.
    init(port: UInt16, caller: UInt32 = 1) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failure("no socket: errno \(errno)") }
        if caller != 1 {
            let bound = LoopbackSocket.withAddress(0, of: caller) { bind(descriptor, $0, $1) }
            guard bound == 0 else { throw Failure("no address for a caller: errno \(errno)") }
        }
        let result = LoopbackSocket.withAddress(port) { connect(descriptor, $0, $1) }
        guard result == 0 else { throw Failure("port \(port) cannot be reached: errno \(errno)") }
        var on: Int32 = 1
        setsockopt(
            descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit {
        close(descriptor)
    }

    /// Sends what is taken at once, and says whether the other side still listens.
    func trickle(_ bytes: [UInt8]) -> Bool {
        let sent = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        return sent > 0 || errno == EAGAIN
    }

    func send(_ bytes: some Collection<UInt8>) throws {
        let sent = Array(bytes).withUnsafeBytes { bytes -> Bool in
            var rest = bytes[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                let count = Glibc.send(descriptor, part.baseAddress, part.count, Int32(MSG_NOSIGNAL))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
        guard sent else { throw Failure("the service closed a connection: errno \(errno)") }
    }

    /// What has come in, and the answer if it is whole now; waits for something to come.
    func receive(into buffer: UnsafeMutableRawBufferPointer) throws -> HTTPAnswer? {
        let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
        if count < 0, errno == EINTR { return nil }
        guard count > 0 else { throw Failure("the service closed a connection: errno \(errno)") }
        return try received.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }

    /// Asks once without a body and waits for the answer.
    func call(_ request: String) throws -> HTTPAnswer {
        try send("\(request) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8)
        return try answer()
    }

    /// Waits for the answer to what was sent.
    func answer() throws -> HTTPAnswer {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { buffer.deallocate() }
        while true {
            if let answer = try receive(into: buffer) { return answer }
        }
    }

    /// A port nobody listens on at present.
    static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withAddress(0) { bind(descriptor, $0, $1) }
        let result = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bound == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard result == 0 else { throw Failure("no free port: errno \(errno)") }
        return UInt16(bigEndian: address.sin_port)
    }

    private static func withAddress(
        _ port: UInt16, of machine: UInt32 = 1, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = (0x7F00_0000 | machine).bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}

/// An answer of the service.
struct HTTPAnswer {
    var status: Int
    var body: [UInt8]

    /// Puts answers together; the service always sends their length.
    struct Parser {
        private var bytes: [UInt8] = []

        mutating func feed(_ piece: UnsafeRawBufferPointer) throws -> HTTPAnswer? {
            bytes.append(contentsOf: piece)
            guard let end = Parser.end(ofHeadIn: bytes) else { return nil }
            let head = String(decoding: bytes[..<end], as: UTF8.self)
            let lines = head.split(separator: "\r\n")
            guard let first = lines.first?.split(separator: " "), first.count > 1, let status = Int(first[1]),
                let length = lines.lazy.compactMap(Parser.length).first
            else { throw Failure("an answer without status or length") }
            guard bytes.count >= end + length else { return nil }
            defer { bytes.removeAll(keepingCapacity: true) }
            return HTTPAnswer(status: status, body: Array(bytes[end..<(end + length)]))
        }

        private static func length(_ line: Substring) -> Int? {
            let name = "content-length:"
            guard line.utf8.count > name.utf8.count, line.prefix(name.count).lowercased() == name else {
                return nil
            }
            return Int(line.dropFirst(name.count).drop { $0 == " " })
        }

        private static func end(ofHeadIn bytes: [UInt8]) -> Int? {
            bytes.withUnsafeBufferPointer { bytes in
                guard bytes.count >= 4 else { return nil }
                for start in 0...(bytes.count - 4)
                where bytes[start] == 13 && bytes[start + 1] == 10 && bytes[start + 2] == 13
                    && bytes[start + 3] == 10
                {
                    return start + 4
                }
                return nil
            }
        }
    }
}
