/// The query of a DingTalk event, percent-decoded. Its fields have had several spellings, of which all are read.
public struct DingTalkQuery: Sendable, Hashable {
    public var signature: String?
    public var timestamp: String?
    public var nonce: String?

    public init(signature: String?, timestamp: String?, nonce: String?) {
        self.signature = signature
        self.timestamp = timestamp
        self.nonce = nonce
    }

    /// The query whose fields `field` looks up by their names on the wire.
    public init(_ field: (String) -> String?) {
        func first(_ names: String...) -> String? {
            names.lazy.compactMap(field).first { !$0.isEmpty }
        }
        self.init(
            signature: first("msg_signature", "signature"), timestamp: first("timestamp", "timeStamp"),
            nonce: first("nonce"))
    }

    func signed() throws(CallbackFault) -> (signature: String, timestamp: String, nonce: String) {
        guard let signature, !signature.isEmpty, let timestamp, !timestamp.isEmpty, let nonce, !nonce.isEmpty
        else { throw .missingParameter }
        return (signature, timestamp, nonce)
    }
}
