import HTTP

extension Site {
    /// A client that reaches the allowed hosts and nothing else.
    func client() throws(ClientError) -> Client {
        try Client(
            configuration: ClientConfiguration(
                allowedHosts: settings.outbound.allowedHosts.compactMap {
                    // Whoever writes the scheme means this very server, also one within the company's network.
                    AllowedHost($0, allowsPrivateAddresses: $0.contains("://") && !$0.contains("*"))
                }))
    }
}
