/// What a handler answers.
///
/// The server adds `Content-Length`, `Date`, `Connection` and `X-Request-ID`; the first three are its own and
/// are left out when a handler sets them.
public struct Response: Sendable, Equatable {
    /// 200…599.
    public var status: Int
    public var headers: Headers
    public var body: [UInt8]

    public init(status: Int = 200, headers: Headers = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// An answer without a body.
    public static func empty(status: Int = 204, headers: Headers = []) -> Response {
        Response(status: status, headers: headers)
    }

    /// Text as UTF-8, plain unless `type` says otherwise.
    public static func text(
        _ text: String, status: Int = 200, type: String = "text/plain; charset=utf-8", headers: Headers = []
    ) -> Response {
        bytes(Array(text.utf8), status: status, type: type, headers: headers)
    }

    /// JSON that is already encoded.
    public static func json(_ encoded: [UInt8], status: Int = 200, headers: Headers = []) -> Response {
        bytes(encoded, status: status, type: "application/json", headers: headers)
    }

    /// JSON that is already encoded, as text.
    public static func json(_ encoded: String, status: Int = 200, headers: Headers = []) -> Response {
        json(Array(encoded.utf8), status: status, headers: headers)
    }

    /// Bytes of the given content type.
    public static func bytes(
        _ body: [UInt8], status: Int = 200, type: String, headers: Headers = []
    ) -> Response {
        var headers = headers
        headers["Content-Type"] = type
        return Response(status: status, headers: headers, body: body)
    }
}
