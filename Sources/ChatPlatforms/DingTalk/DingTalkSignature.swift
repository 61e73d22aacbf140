public import Crypto

/// The signatures of DingTalk's robots and cards: HMAC-SHA-256 in base64, three formulas.
public enum DingTalkSignature {
    /// The `sign` of a robot's callback, and of a message to a custom robot: over timestamp, line feed and
    /// secret, keyed by the secret.
    ///
    /// - Parameter timestamp: Milliseconds, as text.
    public static func robot(timestamp: String, secret: Secret) throws(CryptoError) -> String {
        let message = Secret(joining: [Secret(timestamp + "\n"), secret])
        return Base64.encode(try HMACSHA256.code(for: message, key: secret))
    }

    /// The `x-ddpaas-signature` of an interactive card's callback: over the timestamp alone.
    public static func card(timestamp: String, secret: Secret) throws(CryptoError) -> String {
        Base64.encode(try HMACSHA256.code(for: Array(timestamp.utf8), key: secret))
    }

    /// The address of a custom robot with timestamp and signature in its query.
    public static func signedAddress(
        webhook: String, timestamp: String, secret: Secret
    ) throws(CryptoError) -> String {
        let sign = try robot(timestamp: timestamp, secret: secret)
        return "\(webhook)&timestamp=\(timestamp)&sign=\(PercentEncoding.encode(sign))"
    }
}
