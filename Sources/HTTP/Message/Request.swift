/// One request as a handler sees it.
public struct Request: Sendable {
    /// The server's identifier of this request, sixteen hexadecimal digits; the answer carries it as
    /// `X-Request-ID`.
    public var id: String
    public var method: Method
    /// The path as it was sent, not decoded: `/callback/dingtalk/sales%20bot`.
    public var path: String
    /// The values of the route's `{names}`, percent-decoded.
    public var parameters: [String: String]
    /// What follows the first `?`, byte for byte as it was sent; nothing when there is no `?`.
    public var rawQuery: String?
    public var headers: Headers
    /// The whole body; empty in a streamed route.
    public var body: [UInt8]
    /// Who sent it: the peer, or what `X-Forwarded-For` says when the peer is a trusted proxy.
    public var client: IPAddress?

    public init(
        id: String = "", method: Method = .get, path: String = "/", parameters: [String: String] = [:],
        rawQuery: String? = nil, headers: Headers = [], body: [UInt8] = [], client: IPAddress? = nil
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.parameters = parameters
        self.rawQuery = rawQuery
        self.headers = headers
        self.body = body
        self.client = client
    }

    /// The query decoded by the rule of HTML forms: `+` is a space.
    public var queryParameters: FormFields { FormFields(decoding: rawQuery ?? "") }
}
