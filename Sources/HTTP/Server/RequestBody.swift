/// The body of a streamed route, pulled piece by piece.
///
/// The client is read from only while somebody waits for the next piece, so a slow consumer slows the sender
/// and memory holds one piece (at most the memory of a connection, 32 KiB by default). Iterate it once. The iterator throws
/// `RequestBodyError` when the rest of the body will not come.
public struct RequestBody: AsyncSequence, Sendable {
    public typealias Element = [UInt8]
    public typealias Failure = any Error

    /// The length the client declared, in bytes; nothing for a chunked body.
    public let declaredLength: Int?
    private let pull: @Sendable () async throws -> [UInt8]?

    /// A body from anywhere; tests of handlers give their own. `pull` returns nothing at the end.
    public init(declaredLength: Int? = nil, pull: @escaping @Sendable () async throws -> [UInt8]?) {
        self.declaredLength = declaredLength
        self.pull = pull
    }

    public func makeAsyncIterator() -> Iterator { Iterator(pull: pull) }

    public struct Iterator: AsyncIteratorProtocol {
        let pull: @Sendable () async throws -> [UInt8]?

        public mutating func next() async throws -> [UInt8]? { try await pull() }
    }
}

/// Why the rest of a body will not come.
public struct RequestBodyError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What kind of failure; the set can grow.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The body is longer than the route allows; the client was answered 413.
        public static let tooLarge = Code(rawValue: "http.body-too-large")
        /// The client went away, or the server stopped, before the end.
        public static let disconnected = Code(rawValue: "http.disconnected")
        /// The request's time was over.
        public static let timedOut = Code(rawValue: "http.timed-out")
    }

    public let code: Code
    public let message: String
    /// What the operator can do about it.
    public let hint: String

    public var description: String { "\(message) (\(code.rawValue)). \(hint)" }

    static let tooLarge = RequestBodyError(
        code: .tooLarge, message: "the body is longer than this route allows",
        hint: "Send it in several requests.")
    static let disconnected = RequestBodyError(
        code: .disconnected, message: "the connection ended within the body",
        hint: "Send the request again.")
    static let timedOut = RequestBodyError(
        code: .timedOut, message: "the request's time limit passed within the body",
        hint: "Send less at once, or raise the time limit.")
}
