import Earshot

/// The query of a WeCom callback, percent-decoded.
public struct WeComQuery: Sendable, Hashable {
    public var signature: String?
    public var timestamp: String?
    public var nonce: String?
    /// Present on the address check alone.
    public var echo: String?

    public init(signature: String?, timestamp: String?, nonce: String?, echo: String? = nil) {
        self.signature = signature
        self.timestamp = timestamp
        self.nonce = nonce
        self.echo = echo
    }

    /// The query whose fields `field` looks up by their names on the wire.
    public init(_ field: (String) -> String?) {
        self.init(
            signature: field("msg_signature"), timestamp: field("timestamp"), nonce: field("nonce"),
            echo: field("echostr"))
    }

    func signed() throws(CallbackFault) -> (signature: String, timestamp: String, nonce: String) {
        guard let signature, !signature.isEmpty, let timestamp, !timestamp.isEmpty, let nonce, !nonce.isEmpty
        else { throw .missingParameter }
        return (signature, timestamp, nonce)
    }
}

extension EnvelopeKey {
    /// The decrypted `echostr` of an address check.
    func openEcho(of query: WeComQuery, now: Timestamp) throws(CallbackFault) -> String {
        let signed = try query.signed()
        guard let echo = query.echo, !echo.isEmpty else { throw .missingParameter }
        return try open(
            encrypted: echo, signature: signed.signature, timestamp: signed.timestamp, nonce: signed.nonce,
            now: now)
    }
}
