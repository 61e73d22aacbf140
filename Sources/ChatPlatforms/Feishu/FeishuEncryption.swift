import Crypto
import Earshot

/// The Encrypt Key of an application, and the format it protects.
///
/// AES-256-CBC with the SHA-256 of the key, the initialisation vector in front of the ciphertext, padding to 16, and
/// the JSON itself inside. The signature is the plain SHA-256 of timestamp, nonce, key and the body's bytes as they
/// came. Source: open.feishu.cn, 接收事件.
struct FeishuEncryption: Sendable {
    private let encryptKey: Secret
    private let cipherKey: Secret

    init(_ encryptKey: Secret) {
        self.encryptKey = encryptKey
        cipherKey = Secret(Digest.sha256(ofJoined: [encryptKey]))
    }

    /// Checks the signature of a body, and the time it is of.
    ///
    /// - Returns: whether there is one.
    /// - Throws: for a wrong or an old one, and for one of which something is missing.
    func verify(
        _ headers: FeishuHeaders, of body: [UInt8], now: Timestamp
    ) throws(CallbackFault) -> Bool {
        if headers.timestamp == nil, headers.nonce == nil, headers.signature == nil { return false }
        guard let timestamp = headers.timestamp, !timestamp.isEmpty, let nonce = headers.nonce,
            !nonce.isEmpty,
            let signature = headers.signature, !signature.isEmpty
        else { throw .missingParameter }
        let expected = self.signature(timestamp: timestamp, nonce: nonce, body: body)
        guard constantTimeEqual(expected, signature) else { throw .badSignature }
        try Freshness.check(timestamp, now: now)
        return true
    }

    /// The signature in lower-case hexadecimal.
    func signature(timestamp: String, nonce: String, body: [UInt8]) -> String {
        let parts = [Secret(timestamp), Secret(nonce), encryptKey, Secret(body)]
        return Hexadecimal.encode(Digest.sha256(ofJoined: parts))
    }

    /// The base64 ciphertext of a text.
    ///
    /// - Parameter vector: 16 unpredictable bytes.
    func seal(_ text: [UInt8], vector: [UInt8]) throws(CryptoError) -> String {
        let cipher = try AES256CBC(key: cipherKey, vector: Secret(vector))
        return Base64.encode(vector + (try cipher.encrypt(text, padding: .to16)))
    }

    /// The text of a base64 ciphertext.
    func open(_ encrypted: String) throws(CallbackFault) -> [UInt8] {
        let text: [UInt8]
        do throws(CryptoError) {
            let bytes = try Base64.decode(encrypted)
            // Where not even the vector is whole, there is nothing behind it.
            let vector = bytes.count < 16 ? [UInt8](repeating: 0, count: 16) : Array(bytes[..<16])
            text = try AES256CBC(key: cipherKey, vector: Secret(vector))
                .decrypt(Array(bytes.dropFirst(16)), padding: .to16)
        } catch {
            throw CallbackFault(error)
        }
        guard String(validating: text, as: UTF8.self) != nil else { throw .badUTF8 }
        return text
    }
}
