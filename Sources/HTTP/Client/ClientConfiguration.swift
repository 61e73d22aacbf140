/// Where a client may send to, and how.
public struct ClientConfiguration: Sendable {
    /// Nothing else is reachable; none by default.
    public var allowedHosts: [AllowedHost]
    /// A proxy's URL. Names are resolved by the proxy then, so private addresses are the proxy's affair. The
    /// environment's proxies are never used.
    public var proxy: String?
    /// A PEM file of certificate authorities to trust instead of the system's.
    public var certificateAuthorities: String?
    public var userAgent = "earshot"
    /// For a connection to be made, within a request's own limit.
    public var connectTimeLimit = Duration.seconds(5)
    /// Idle connections kept for reuse.
    public var idleConnections = 32

    public init(allowedHosts: [AllowedHost] = []) {
        self.allowedHosts = allowedHosts
    }
}
