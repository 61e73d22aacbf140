internal import CCurl

/// A URL that was checked against the allowed hosts.
///
/// It is taken apart by libcurl's own parser, and libcurl is given the parsed form and not the text: what was
/// checked and what is called cannot differ.
struct Destination: ~Copyable {
    /// Owned; borrowed by a transfer for as long as this value lives.
    let parsed: OpaquePointer
    let host: String
    let usesTLS: Bool
    let allowsPrivateAddresses: Bool

    init(_ text: String, allowed: [AllowedHost]) throws(ClientError) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .invalidURL("it holds a space, a control character or a character that is not ASCII")
        }
        guard let parsed = curl_url() else { throw .outOfMemory }
        do throws(ClientError) {
            let flags = UInt32(CURLU_DISALLOW_USER)
            guard curl_url_set(parsed, CURLUPART_URL, text, flags) == CURLUE_OK else {
                throw .invalidURL("it is malformed, or holds a user name")
            }
            let scheme = try Destination.part(CURLUPART_SCHEME, of: parsed)
            guard scheme == "https" || scheme == "http" else { throw .invalidURL("it is not HTTP") }
            let written = try Destination.part(CURLUPART_HOST, of: parsed)
            guard let host = Destination.canonicalHost(written),
                curl_url_set(parsed, CURLUPART_HOST, host, 0) == CURLUE_OK,
                let port = Int(try Destination.part(CURLUPART_PORT, of: parsed))
            else { throw .invalidURL("its host or port is malformed") }
            let usesTLS = scheme == "https"
            let rules = allowed.filter { $0.covers(usesTLS: usesTLS, host: host, port: port) }
            guard !rules.isEmpty else { throw .hostNotAllowed("\(scheme)://\(host):\(port)") }
            self.parsed = parsed
            self.host = host
            self.usesTLS = usesTLS
            allowsPrivateAddresses = rules.contains(where: \.allowsPrivateAddresses)
        } catch {
            curl_url_cleanup(parsed)
            throw error
        }
    }

    deinit { curl_url_cleanup(parsed) }

    /// The host in lower case without a final dot, or nothing when it is no name or address.
    static func canonicalHost(_ text: String) -> String? {
        var host = text.lowercased()
        if host.hasPrefix("["), host.hasSuffix("]") {
            // A mapped IPv4 address is that address.
            return IPAddress(host.dropFirst().dropLast()).map { $0.isIPv4 ? "\($0)" : "[\($0)]" }
        }
        if host.last == "." { host.removeLast() }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let isName = labels.allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63
                && label.utf8.allSatisfy { byte in
                    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
                        || byte == 0x5F
                }
        }
        return isName && host.utf8.count <= 253 ? host : nil
    }

    private static func part(_ kind: CURLUPart, of parsed: OpaquePointer) throws(ClientError) -> String {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parsed, kind, &text, UInt32(CURLU_DEFAULT_PORT)) == CURLUE_OK, let text else {
            throw .invalidURL("a part of it is missing")
        }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
