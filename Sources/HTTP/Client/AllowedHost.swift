/// A place the client may send to: scheme, host and port, as an operator writes it.
///
/// `oapi.dingtalk.com` is that host over HTTPS on port 443, `*.dingtalk.com` every host below it (not itself),
/// `https://chat.example.com:8443` another port, and `http://127.0.0.1:9000` plain HTTP, which nothing else
/// permits.
public struct AllowedHost: Hashable, Sendable, CustomStringConvertible {
    let usesTLS: Bool
    /// In lower case, without a final dot.
    let host: String
    let includesOnlySubdomains: Bool
    let port: Int
    /// Whether the host's addresses may be private, loopback or otherwise not public.
    public var allowsPrivateAddresses: Bool

    /// The place that `text` names, or nothing when it names none.
    public init?(_ text: String, allowsPrivateAddresses: Bool = false) {
        var rest = text[...]
        usesTLS = !rest.lowercased().hasPrefix("http://")
        for scheme in ["http://", "https://"] where rest.lowercased().hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
        }
        includesOnlySubdomains = rest.hasPrefix("*.")
        if includesOnlySubdomains { rest = rest.dropFirst(2) }
        if rest.last == "/" { rest.removeLast() }
        var port: Int? = usesTLS ? 443 : 80
        // A colon within brackets belongs to an IPv6 address.
        if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("]") {
            port = Int(rest[rest.index(after: colon)...])
            rest = rest[..<colon]
        }
        guard let port, (1...65_535).contains(port), let host = Destination.canonicalHost(String(rest))
        else { return nil }
        self.port = port
        self.host = host
        self.allowsPrivateAddresses = allowsPrivateAddresses
    }

    func covers(usesTLS: Bool, host: String, port: Int) -> Bool {
        guard usesTLS == self.usesTLS, port == self.port else { return false }
        return includesOnlySubdomains ? host.hasSuffix("." + self.host) : host == self.host
    }

    /// Whether every place that another one names is covered.
    public func covers(_ other: AllowedHost) -> Bool {
        if other.includesOnlySubdomains, !includesOnlySubdomains { return false }
        // Everything below a name that is below ours, or is ours, is below ours.
        let host = other.includesOnlySubdomains ? "x." + other.host : other.host
        return covers(usesTLS: other.usesTLS, host: host, port: other.port)
    }

    /// Whether its host is an address that is not public, to which a name alone would not lead.
    public var isPrivateAddress: Bool {
        // IPv6 addresses stand in brackets here.
        IPAddress(host.hasPrefix("[") ? host.dropFirst().dropLast() : host[...])?.isPublic == false
    }

    /// Whether its host is `localhost` or a name below it, which no resolver may lead elsewhere (RFC 6761, 6.3).
    public var isLoopbackName: Bool { host == "localhost" || host.hasSuffix(".localhost") }

    /// Whether it covers a host, written as it is usual, over HTTPS on its usual port.
    public func allowsHTTPS(to host: String) -> Bool { covers(usesTLS: true, host: host, port: 443) }

    public var description: String {
        "\(usesTLS ? "https" : "http")://\(includesOnlySubdomains ? "*." : "")\(host):\(port)"
    }
}
