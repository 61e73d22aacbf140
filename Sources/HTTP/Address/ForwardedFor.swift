/// Finds who sent a request that may have come through proxies.
///
/// Each proxy appends the address it was called from to `X-Forwarded-For`, so only the entries that our own
/// proxies wrote can be believed: the list is read from the right, and the first address that is not a
/// trusted proxy is the client. What stands left of it was written by a stranger.
struct ForwardedFor: Sendable {
    let trustedProxies: [IPNetwork]

    func isTrusted(_ address: IPAddress) -> Bool {
        trustedProxies.contains { $0.contains(address) }
    }

    /// The client of a request that `peer` handed over with these `X-Forwarded-For` lines in order.
    func client(peer: IPAddress, lines: [String]) -> IPAddress {
        var client = peer
        guard isTrusted(peer) else { return client }
        for line in lines.reversed() {
            for entry in line.split(separator: ",", omittingEmptySubsequences: false).reversed() {
                guard let address = ForwardedFor.address(entry) else { return client }
                client = address
                guard isTrusted(address) else { return client }
            }
        }
        return client
    }

    /// The address of one entry; some proxies add the port: `203.0.113.7:4711`, `[2001:db8::1]:4711`.
    private static func address(_ entry: Substring) -> IPAddress? {
        var text = entry
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return nil }
            return IPAddress(text[text.index(after: text.startIndex)..<end])
        }
        if let address = IPAddress(text) { return address }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        return IPAddress(text[..<colon])
    }
}
