/// A request to send.
public struct ClientRequest: Sendable {
    public var method: Method
    /// Absolute, ASCII, without user name.
    public var url: String
    public var headers: Headers
    public var body: [UInt8]
    /// For everything, from the name's resolution to the last byte of the response.
    public var timeLimit: Duration
    /// The largest response body in bytes.
    public var responseLimit: Int

    public init(
        _ method: Method = .get, _ url: String, headers: Headers = [], body: [UInt8] = [],
        timeLimit: Duration = .seconds(10), responseLimit: Int = 1 << 20
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeLimit = timeLimit
        self.responseLimit = responseLimit
    }

    /// Throws when the method or a field would be read as something else on the wire.
    func checkFields() throws(ClientError) {
        guard !method.rawValue.isEmpty, method.rawValue.utf8.allSatisfy(\.isToken) else {
            throw .invalidRequest("its method is no token")
        }
        for field in headers.fields {
            guard !field.name.isEmpty, field.name.utf8.allSatisfy(\.isToken),
                field.value.utf8.allSatisfy(\.isFieldValue)
            else { throw .invalidRequest("a header field has a forbidden character") }
            guard
                !["content-length", "transfer-encoding", "host", "connection"].contains(
                    field.name.lowercased())
            else { throw .invalidRequest("the field \(field.name) is the client's own") }
        }
    }
}

/// What the other side answered. Redirects are answers like any other; they are not followed.
public struct ClientResponse: Sendable, Equatable {
    public var status: Int
    public var headers: Headers
    public var body: [UInt8]

    public init(status: Int, headers: Headers = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
