public import Crypto

/// The signature of a message to a Feishu custom bot.
public enum FeishuSignature {
    /// Base64 of the HMAC-SHA-256 over nothing, keyed by timestamp, line feed and secret.
    ///
    /// - Parameter timestamp: Seconds, as text.
    public static func customBot(timestamp: String, secret: Secret) throws(CryptoError) -> String {
        let key = Secret(joining: [Secret(timestamp + "\n"), secret])
        return Base64.encode(try HMACSHA256.code(for: [], key: key))
    }
}
