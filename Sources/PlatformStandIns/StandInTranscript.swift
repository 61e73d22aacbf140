public import Earshot
import FoundationEssentials
import Glibc
import HTTP
import Synchronization

/// A file with every request that a stand-in got and every answer it gave, their bodies byte for byte.
///
/// Of a head there are the fields as the server read them. Each entry is a line with direction, moment (milliseconds since
/// 1970), the exchange's number and the length in bytes, then so many bytes as HTTP would have them, then a line break:
/// `> 1795305600123 1 187`, `< 1795305600125 1 96`. The lengths say where an entry ends, so that nothing in it has to be
/// escaped. Where an entry cannot be written (a full disk), the transcript ends: one with a gap would prove what did not
/// happen.
public final class StandInTranscript: Sendable {
    private let state: Mutex<State>
    public let path: String
    private let onEnd: @Sendable (Unusable) -> Void

    private struct State {
        let file: CInt
        var exchanges = 0
        /// Nothing more is written then.
        var hasEnded = false
    }

    /// Begins a new file; one that is there already is an error.
    ///
    /// - Parameter onEnd: called once, with the reason, when an entry cannot be written.
    public convenience init(
        path: String, onEnd: @escaping @Sendable (Unusable) -> Void = { _ in }
    ) throws(Unusable) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Unusable(path: path, number: errno) }
        self.init(writingTo: descriptor, path: path, onEnd: onEnd)
    }

    /// - Parameter file: a descriptor, which is closed at the end.
    init(writingTo file: CInt, path: String, onEnd: @escaping @Sendable (Unusable) -> Void) {
        state = Mutex(State(file: file))
        self.path = path
        self.onEnd = onEnd
    }

    deinit { close(state.withLock { $0.file }) }

    /// The file could not be made or written, or is no transcript.
    public struct Unusable: Error {
        public let path: String
        /// The system's number of the error.
        public let number: CInt
    }

    /// One direction of an exchange.
    public struct Entry: Sendable, Equatable {
        public let isRequest: Bool
        public let at: Timestamp
        /// A request and its answer have the same.
        public let exchange: Int
        public let bytes: [UInt8]
    }

    /// Writes a request, and gives its exchange's number.
    func note(_ request: StandInRequest, at now: Timestamp) -> Int {
        let query = request.rawQuery.isEmpty ? "" : "?\(request.rawQuery)"
        var head = "\(request.method.rawValue) \(request.path)\(query) HTTP/1.1\r\n"
        for field in request.headers.fields { head += "\(field.name): \(field.value)\r\n" }
        return state.withLock { state in
            state.exchanges += 1
            write(">", state.exchanges, now, Array("\(head)\r\n".utf8) + request.body, to: &state)
            return state.exchanges
        }
    }

    func note(_ answer: StandInAnswer, to exchange: Int, at now: Timestamp) {
        var head = "HTTP/1.1 \(answer.status)\r\nContent-Type: \(answer.type)\r\n"
        for (name, value) in answer.headers.sorted(by: { $0.key < $1.key }) {
            head += "\(name): \(value)\r\n"
        }
        let bytes = Array("\(head)\r\n".utf8) + answer.body
        state.withLock { write("<", exchange, now, bytes, to: &$0) }
    }

    private func write(
        _ direction: String, _ exchange: Int, _ now: Timestamp, _ bytes: [UInt8], to state: inout State
    ) {
        guard !state.hasEnded else { return }
        let head = "\(direction) \(now.milliseconds) \(exchange) \(bytes.count)\n"
        var rest = (Array(head.utf8) + bytes + [0x0A])[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(state.file, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                state.hasEnded = true
                onEnd(Unusable(path: path, number: errno))
                return
            }
            rest = rest.dropFirst(written)
        }
    }

    /// The entries of a file in their order.
    ///
    /// - Throws: `Unusable` where an entry breaks off, and what reading a file throws.
    public static func read(_ path: String) throws -> [Entry] {
        let content = Array(try Data(contentsOf: URL(filePath: path)))
        var entries: [Entry] = []
        var rest = content[...]
        while let end = rest.firstIndex(of: 0x0A) {
            let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            rest = rest[(end + 1)...]
            guard words.count == 4, let moment = Int64(words[1]), let exchange = Int(words[2]),
                let count = Int(words[3]), count >= 0, rest.count > count
            else { throw Unusable(path: path, number: EINVAL) }
            entries.append(
                Entry(
                    isRequest: words[0] == ">", at: Timestamp(milliseconds: moment), exchange: exchange,
                    bytes: Array(rest.prefix(count))))
            rest = rest.dropFirst(count + 1)
        }
        return entries
    }
}
