/// What became of one request: the material of metrics and the access log.
public struct RequestReport: Sendable {
    public let requestID: String
    public let method: Method
    /// The pattern of the route (`/callback/dingtalk/{robot}`), never the path itself, so that it can label a
    /// metric; nothing when no route matched.
    public let route: String?
    /// Nothing when the connection ended before an answer.
    public let status: Int?
    /// From the request line to the end of the answer.
    public let duration: Duration
    /// Body bytes received.
    public let bytesReceived: Int
    /// Body bytes of the answer.
    public let bytesSent: Int
    public let client: IPAddress?
}
