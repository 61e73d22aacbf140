import Dispatch
import Glibc

/// A connection over which a test calls the service as a platform would, one request after the other.
///
/// It waits on a thread of its own: the few threads of Swift's tasks are the service's.
public final class Caller: Sendable {
    private let queue = DispatchQueue(label: "caller")
    private let descriptor: Int32
    private let port: UInt16

    /// What came back. Equal when status and body are.
    public struct Answer: Equatable, Sendable {
        public var status: Int
        public var body: String
        /// Whether the service said that it closes the connection now.
        public var endsConnection: Bool
        /// The value of the first `Set-Cookie` field up to its attributes.
        public var cookie: String?

        public init(status: Int, body: String, endsConnection: Bool = false, cookie: String? = nil) {
            self.status = status
            self.body = body
            self.endsConnection = endsConnection
            self.cookie = cookie
        }

        public static func == (left: Answer, right: Answer) -> Bool {
            left.status == right.status && left.body == right.body
        }
    }

    /// Connects to loopback. A read that takes longer than 20 seconds fails, so that a hang is a failed test.
    public init?(port: UInt16) {
        self.port = port
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }

    /// Sends one request and reads its answer; nothing when the connection ended without one.
    public func call(
        _ method: String, _ target: String, headers: [(String, String)] = [], body: [UInt8] = []
    ) async -> Answer? {
        var head = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if method != "GET" { head += "Content-Length: \(body.count)\r\n" }
        let request = Array((head + "\r\n").utf8) + body
        return await exchange(request)
    }

    /// Sends bytes as they are and reads the answer to them.
    public func exchange(_ bytes: [UInt8]) async -> Answer? {
        await withCheckedContinuation { continuation in
            queue.async {
                self.send(bytes)
                continuation.resume(returning: self.read())
            }
        }
    }

    /// Sends bytes and waits for nothing.
    public func write(_ bytes: [UInt8]) async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.send(bytes)
                continuation.resume()
            }
        }
    }

    /// Sends as much as the other side takes: it may answer and close before a large body is through.
    private func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    private func read() -> Answer? {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let answer = Caller.answer(in: all) { return answer }
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            all += buffer[..<count]
        }
    }

    private static func answer(in bytes: [UInt8]) -> Answer? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            return nil
        }
        let length =
            lines.first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
        let body = bytes[end.upperBound...]
        guard body.count >= length else { return nil }
        let ends = lines.contains { $0.lowercased() == "connection: close" }
        let cookie = lines.first { $0.lowercased().hasPrefix("set-cookie:") }?
            .dropFirst("set-cookie:".count).drop { $0 == " " }.prefix { $0 != ";" }
        return Answer(
            status: status, body: String(decoding: body, as: UTF8.self), endsConnection: ends,
            cookie: cookie.map { String($0) })
    }
}
