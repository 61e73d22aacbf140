/// The signature of a Feishu callback and what it was made with, from the request's headers.
public struct FeishuHeaders: Sendable, Hashable {
    public var timestamp: String?
    public var nonce: String?
    public var signature: String?

    public init(timestamp: String?, nonce: String?, signature: String?) {
        self.timestamp = timestamp
        self.nonce = nonce
        self.signature = signature
    }

    /// The headers that `field` looks up by their names on the wire.
    public init(_ field: (String) -> String?) {
        self.init(
            timestamp: field("X-Lark-Request-Timestamp"), nonce: field("X-Lark-Request-Nonce"),
            signature: field("X-Lark-Signature"))
    }
}
