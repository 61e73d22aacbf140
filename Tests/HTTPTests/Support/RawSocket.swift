import Glibc

@testable import HTTP

/// A client that says exactly the bytes it is told to: for what no decent client would send.
final class RawSocket: Sendable {
    private let descriptor: Int32

    /// Connects to loopback. A read that takes longer than 20 seconds fails, so that a hang is a failed test.
    init?(port: UInt16) {
        guard let loopback = IPAddress("127.0.0.1") else { return nil }
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        // The deinitialiser closes it in either case.
        guard loopback.withSocketAddress(port: port, { connect(descriptor, $0, $1) }) == 0 else { return nil }
    }

    deinit { close(descriptor) }

    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    @discardableResult
    func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    /// Ends this side's sending.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Ends the connection with a reset, as a crashed client does.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    /// What is there next, at least one byte; empty at the end, nothing when the time is over.
    func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count < 0 { return errno == ECONNRESET ? [] : nil }
        return Array(buffer.prefix(count))
    }

    /// Everything until the other side ends; nothing when it does not.
    func readToEnd() -> String? {
        var all: [UInt8] = []
        while let bytes = read() {
            if bytes.isEmpty { return String(decoding: all, as: UTF8.self) }
            all += bytes
        }
        return nil
    }

    /// Sends `text` and gives the next answer, off the pool of tasks.
    func ask(_ text: String, hasBody: Bool = true) async -> RawAnswer? {
        await offPool {
            self.write(text)
            return self.readAnswer(hasBody: hasBody)
        }
    }

    /// Sends `text` and gives everything until the other side ends, off the pool of tasks.
    func askToEnd(_ text: String) async -> String? {
        await offPool {
            self.write(text)
            return self.readToEnd()
        }
    }

    /// One answer with its body, by `Content-Length`; without a body when told so.
    func readAnswer(hasBody: Bool = true) -> RawAnswer? {
        var all: [UInt8] = []
        while true {
            if let answer = RawAnswer(all, hasBody: hasBody) { return answer }
            guard let bytes = read(), !bytes.isEmpty else { return nil }
            all += bytes
        }
    }
}

/// An answer as it came over the wire.
struct RawAnswer: Sendable {
    let status: Int
    let headers: Headers
    let body: String

    /// The answer at the start of `bytes` when it is complete.
    init?(_ bytes: [UInt8], hasBody: Bool) {
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let lines = parts[0].split(separator: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count >= 2, let status = Int(words[1]) else { return nil }
        var headers = Headers()
        for line in lines.dropFirst() {
            let pair = line.split(separator: ":", maxSplits: 1)
            headers.append(String(pair[0]), String(pair.count == 2 ? pair[1].drop { $0 == " " } : ""))
        }
        let length = headers["Content-Length"].flatMap { Int($0) } ?? 0
        guard !hasBody || parts[1].utf8.count >= length else { return nil }
        self.status = status
        self.headers = headers
        body = String(parts[1])
    }
}
