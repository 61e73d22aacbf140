import FoundationEssentials
import HTTP
import Testing

/// `EARSHOT_EVERY_SIZE=1 swift test --filter HeadSizeTests` leaves no size out.
@Suite("request heads of every size")
struct HeadSizeTests {
    /// What a head is filled with.
    enum Filling: String, CaseIterable {
        case oneField, shortFields, emptyFields, target
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
            let right = isWithin ? [200] : [414, 431]
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
        var fields = 1

        init(of size: Int, filledWith filling: Filling) {
            bytes = Array("GET /a".utf8)
            bytes.reserveCapacity(size)
            let end = Array(" HTTP/1.1\r\nHost: test\r\n".utf8)
            if filling == .target { fill(to: size - end.count - 2) }
            bytes += end
            switch filling {
            case .target: break
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
