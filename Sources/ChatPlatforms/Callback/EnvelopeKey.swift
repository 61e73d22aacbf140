import Crypto
import Earshot

/// The shared secrets of an encrypted callback, and the format they protect.
///
/// One format serves WeCom and DingTalk events: AES-256-CBC, initialisation vector cut from the key, padding
/// to 32, and inside 16 random bytes, the message's length in bytes (32 bits, big-endian), the message, and
/// the identifier of the receiver. The signature is the SHA-1 of token, timestamp, nonce and ciphertext in
/// byte order. Source: developer.work.weixin.qq.com, documents 90968 and 101033.
struct EnvelopeKey: Sendable {
    private let token: Secret
    private let cipher: AES256CBC
    /// What must stand behind the message: a corp id, an app key, or nothing for a bot of the own company.
    private let receiveID: [UInt8]

    init(token: Secret, encodingAESKey: Secret, receiveID: String) throws(CryptoError) {
        let key = try Base64.decodeKey(encodingAESKey)
        self.token = token
        self.cipher = try AES256CBC(key: key, vector: key.prefix(16) ?? Secret(""))
        self.receiveID = Array(receiveID.utf8)
    }

    /// The signature in lower-case hexadecimal.
    func signature(timestamp: String, nonce: String, encrypted: String) -> String {
        let parts = [Secret(timestamp), Secret(nonce), Secret(encrypted), token]
        let sorted = parts.sorted { left, right in
            left.withBytes { left in
                right.withBytes { right in precedes(left, right) }
            }
        }
        return Hexadecimal.encode(Digest.sha1(ofJoined: sorted))
    }

    /// Checks the signature and the time it is of, and only then decrypts.
    func open(
        encrypted: String, signature: String, timestamp: String, nonce: String, now: Timestamp
    ) throws(CallbackFault) -> String {
        let expected = self.signature(timestamp: timestamp, nonce: nonce, encrypted: encrypted)
        guard constantTimeEqual(expected, signature) else { throw .badSignature }
        try Freshness.check(timestamp, now: now)
        return try decrypt(encrypted)
    }

    /// The base64 ciphertext of a message.
    ///
    /// - Parameter random: 16 unpredictable bytes.
    func seal(_ message: [UInt8], random: [UInt8]) throws(CryptoError) -> String {
        var text = random
        text.reserveCapacity(random.count + 4 + message.count + receiveID.count + 32)
        let length = UInt32(message.count)
        for shift: UInt32 in [24, 16, 8, 0] { text.append(UInt8(truncatingIfNeeded: length >> shift)) }
        text += message
        text += receiveID
        return Base64.encode(try cipher.encrypt(text, padding: .to32))
    }

    /// The bytes of a downloaded picture or file, which is encrypted bare: no random bytes, no length.
    func decryptMedia(_ bytes: [UInt8]) throws(CryptoError) -> [UInt8] {
        try cipher.decrypt(bytes, padding: .to32)
    }

    /// A code over bytes that only the holder of the token can make, for values that come back.
    func code(for bytes: [UInt8]) throws(CryptoError) -> [UInt8] {
        try HMACSHA256.code(for: bytes, key: token)
    }

    /// The message of a ciphertext whose signature was checked.
    func decrypt(_ encrypted: String) throws(CallbackFault) -> String {
        let text: [UInt8]
        do {
            text = try cipher.decrypt(Base64.decode(encrypted), padding: .to32)
        } catch {
            throw CallbackFault(error)
        }
        let header = 16 + 4
        guard text.count >= header else { throw .tooShort }
        let length = text[16..<header].reduce(0) { $0 << 8 | Int($1) }
        guard length <= text.count - header else { throw .badLength }
        guard constantTimeEqual(Array(text[(header + length)...]), receiveID) else {
            throw .receiveIDMismatch
        }
        guard let message = String(validating: text[header..<header + length], as: UTF8.self) else {
            throw .badUTF8
        }
        return message
    }
}

/// Whether the left bytes sort before the right ones: by value, the shorter first.
private func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
        return left[index] < right[index]
    }
    return left.count < right.count
}
