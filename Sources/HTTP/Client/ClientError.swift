/// Why a request got no response. Names the host at most: a URL may hold a secret.
public struct ClientError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What kind of failure; the set can grow.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static let invalidURL = Code(rawValue: "http.invalid-url")
        /// A method or header field that would say something else on the wire.
        public static let invalidRequest = Code(rawValue: "http.invalid-request")
        /// No configured host covers scheme, host and port.
        public static let hostNotAllowed = Code(rawValue: "http.host-not-allowed")
        /// The host's name leads to an address that is not public.
        public static let addressRefused = Code(rawValue: "http.address-refused")
        public static let cannotResolve = Code(rawValue: "http.cannot-resolve")
        public static let cannotConnect = Code(rawValue: "http.cannot-connect")
        /// The certificate is not trusted, or the handshake failed.
        public static let tls = Code(rawValue: "http.tls")
        public static let timedOut = Code(rawValue: "http.timed-out")
        public static let cancelled = Code(rawValue: "http.cancelled")
        public static let responseTooLarge = Code(rawValue: "http.response-too-large")
        /// The connection broke, or what came was not HTTP.
        public static let connectionFailed = Code(rawValue: "http.connection-failed")
        public static let outOfMemory = Code(rawValue: "http.out-of-memory")
    }

    public let code: Code
    public let message: String
    /// What the operator can do about it.
    public let hint: String
    /// Whether the other side may have got the request: false where the connection was not made, or nothing of the
    /// request had left.
    public private(set) var mayHaveArrived = false

    public var description: String { "\(message) (\(code.rawValue)). \(hint)" }
}

extension ClientError {
    static func invalidURL(_ reason: String) -> ClientError {
        ClientError(
            code: .invalidURL, message: "the URL cannot be used: \(reason)",
            hint: "Give an absolute https URL of ASCII characters.")
    }

    static func invalidRequest(_ reason: String) -> ClientError {
        ClientError(
            code: .invalidRequest, message: "the request cannot be sent: \(reason)",
            hint: "Look for a line break in the value it was made of.")
    }

    static func hostNotAllowed(_ place: String) -> ClientError {
        ClientError(
            code: .hostNotAllowed, message: "\(place) is not an allowed host",
            hint: "Add it to the allowed hosts if it is yours.")
    }

    static func addressRefused(_ host: String) -> ClientError {
        ClientError(
            code: .addressRefused, message: "\(host) leads to an address that is not public",
            hint: "Allow private addresses for this host if it stands in your own network.")
    }

    static let outOfMemory = ClientError(
        code: .outOfMemory, message: "libcurl could not allocate memory",
        hint: "Check the memory limit of the process.")

    static let cancelled = ClientError(
        code: .cancelled, message: "the request was cancelled", hint: "Send it again if it is still wanted."
    ).sent()

    static func responseTooLarge(_ host: String, limit: Int) -> ClientError {
        ClientError(
            code: .responseTooLarge, message: "\(host) answered with more than \(limit) bytes",
            hint: "Raise the response limit of this request."
        ).sent()
    }

    /// The same failure of a request that had left, or of which it is not known.
    func sent() -> ClientError {
        var error = self
        error.mayHaveArrived = true
        return error
    }
}
