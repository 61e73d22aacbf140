/// What a server listens on and the limits it holds strangers to.
public struct ServerConfiguration: Sendable {
    /// The address to listen on: `127.0.0.1`, `0.0.0.0`, or `::` for both families.
    public var host: String
    /// 0 takes a free port; `Server.start()` says which.
    public var port: UInt16
    /// Threads that wait for connections.
    public var threads = 2
    /// Open connections altogether. More wait unaccepted until one closes.
    public var connectionLimit = 1024
    /// Open connections of one address, of IPv6 one /64. Behind a trusted proxy, where all come from the proxy,
    /// the requests of one client's address that are being answered.
    public var connectionsPerAddress = 256
    /// The request line and header fields together, in bytes; more is answered with 431 or 414.
    public var headerLimit = 16 << 10
    /// Header fields, cookies and query arguments of one request together; more are answered with 431.
    public var fieldLimit = 128
    /// From the opening of a connection to the end of its first header, and from a later request line to the
    /// end of its header.
    public var headerTimeLimit = Duration.seconds(10)
    /// From the end of the header to the answer. A handler that is later is cancelled and 504 answered; a
    /// body that is later, and an answer that the client does not take in as long again, ends the connection.
    public var requestTimeLimit = Duration.seconds(30)
    /// How long a connection may stay open without a request.
    public var idleTimeLimit = Duration.seconds(60)
    /// Proxies whose `X-Forwarded-For` is believed. None by default.
    public var trustedProxies: [IPNetwork] = []

    public init(host: String = "127.0.0.1", port: UInt16 = 0) {
        self.host = host
        self.port = port
    }
}
