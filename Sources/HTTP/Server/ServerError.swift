/// Why a server could not start.
public struct ServerError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What kind of failure; the set can grow.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The configured host is no address.
        public static let invalidHost = Code(rawValue: "http.invalid-host")
        /// The port is taken, or may not be used.
        public static let cannotListen = Code(rawValue: "http.cannot-listen")
        /// The server was started before.
        public static let alreadyStarted = Code(rawValue: "http.already-started")
        /// libmicrohttpd could not start its threads.
        public static let cannotStart = Code(rawValue: "http.cannot-start")
    }

    public let code: Code
    public let message: String
    /// What the operator can do about it.
    public let hint: String

    init(_ code: Code, _ message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    public var description: String { "\(message) (\(code.rawValue)). \(hint)" }
}
