import FoundationEssentials
import HTTP
import Testing

/// `EARSHOT_EVERY_SIZE=1 swift test --filter HeadSizeTests` leaves no size out.
@Suite("request heads of every size")
struct HeadSizeTests {
    /// What a head is filled with.
    enum Filling: String, CaseIterable {
        case oneField, shortFields, emptyFields, target, arguments, cookies, longCookie, someOfEach

        /// What may come beyond the limits. libmicrohttpd copies cookies and takes them apart before it asks anybody,
        /// and closes without a word where a head far beyond the limits leaves it no memory for that.
        var refusals: [Int] {
            switch self {
            case .cookies, .longCookie, .someOfEach: [414, 431, 0]
            default: [414, 431]
            }
        }
    }

    /// All sizes around the limits and around the end of libmicrohttpd's memory, and some between them.
    private static let sizes = (1 << 10...40 << 10).filter { size in
        ProcessInfo.processInfo.environment["EARSHOT_EVERY_SIZE"] != nil || size.isMultiple(of: 61)
            || (16_340...16_440).contains(size) || (32_400...32_800).contains(size)
    }
    private static let routes: [Route] = [
        .get("/{name}") { _ in .text("read", headers: ["X-Long": String(repeating: "x", count: 3000)]) }
    ]

    @Test("every one is answered: read within the limits, refused beyond", arguments: Filling.allCases)
    func everySize(filling: Filling) async throws {
        try await withServer(Self.routes) { port in
            let wrong = await offPool { Self.wronglyAnswered(filling, port) }
            #expect(wrong == [])
        }
    }

    /// The sizes that were answered otherwise than the limits say, with the status; 0 without an answer.
    private static func wronglyAnswered(_ filling: Filling, _ port: UInt16) -> [[Int]] {
        let limits = ServerConfiguration()
        var wrong: [[Int]] = []
        for size in sizes {
            let head = Head(of: size, filledWith: filling)
            let status = status(of: head, port) ?? 0
            let isWithin = size <= limits.headerLimit && head.fields <= limits.fieldLimit
            let right = isWithin ? [200] : filling.refusals
            if !right.contains(status) { wrong.append([size, status]) }
        }
        return wrong
    }

    /// The status of the answer; nothing without one.
    private static func status(of head: Head, _ port: UInt16) -> Int? {
        guard let socket = RawSocket(port: port) else { return nil }
        // Leaves no closed connection behind, of which the system keeps a few ten thousand only.
        defer { socket.reset() }
        socket.write(head.bytes)
        guard let start = socket.read(), start.count > 12 else { return nil }
        return Int(String(decoding: start[9..<12], as: UTF8.self))
    }

    private struct Head {
        var bytes: [UInt8]
        /// Header fields, cookies and arguments.
        var fields = 1

        init(of size: Int, filledWith filling: Filling) {
            bytes = Array("GET /a".utf8)
            bytes.reserveCapacity(size)
            let end = Array(" HTTP/1.1\r\nHost: test\r\n".utf8)
            switch filling {
            case .target: fill(to: size - end.count - 2)
            // Beyond about 900 libmicrohttpd (0.9.75) stops at the target, and the connection ends with the time for it.
            case .arguments: addArguments(to: size - end.count - 2, most: 200)
            case .someOfEach: addArguments(to: size / 2, most: 50)
            default: break
            }
            bytes += end
            switch filling {
            case .target, .arguments: break
            case .cookies: addCookies(to: size)
            case .longCookie: addCookies(to: size, most: 0)
            case .someOfEach: addCookies(to: size, most: 50)
            case .oneField: addField(to: size)
            case .shortFields: addFields("X-Short: 0123456789\r\n", to: size)
            case .emptyFields: addFields("a:\r\n", to: size)
            }
            bytes += Array("\r\n".utf8)
        }

        private mutating func addFields(_ text: String, to size: Int) {
            let field = Array(text.utf8)
            while bytes.count + field.count + 20 < size {
                bytes += field
                fields += 1
            }
            addField(to: size)
        }

        private mutating func addArguments(to size: Int, most: Int = .max) {
            bytes += Array("?".utf8)
            fields += 1
            while fields < most, bytes.count + 4 < size {
                bytes += Array("a=b&".utf8)
                fields += 1
            }
            fill(to: size)
        }

        private mutating func addCookies(to size: Int, most: Int = .max) {
            bytes += Array("Cookie: ".utf8)
            fields += 2
            var cookies = 0
            while cookies < most, bytes.count + 5 < size - 4 {
                bytes += Array("a=b; ".utf8)
                cookies += 1
            }
            fields += cookies
            fill(to: size - 4)
            bytes += Array("\r\n".utf8)
        }

        private mutating func addField(to size: Int) {
            bytes += Array("X: ".utf8)
            fill(to: size - 4)
            bytes += Array("\r\n".utf8)
            fields += 1
        }

        private mutating func fill(to count: Int) {
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "x"), count: count - bytes.count))
        }
    }
}
