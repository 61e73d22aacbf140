import COpenSSL

/// A code that only somebody with the key can make for a message (RFC 2104 with SHA-256, RFC 4231).
public enum HMACSHA256 {
    /// The 32 bytes of the code.
    public static func code(for message: [UInt8], key: Secret) throws(CryptoError) -> [UInt8] {
        try code(for: Secret(message), key: key)
    }

    /// The 32 bytes of the code for a message that holds a secret itself.
    public static func code(for message: Secret, key: Secret) throws(CryptoError) -> [UInt8] {
        let code = key.withUnsafeBytes { key in
            message.withUnsafeBytes { message in
                [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { code, count in
                    var written: UInt32 = 0
                    let made = HMAC(
                        EVP_sha256(), key.baseAddress, Int32(clamping: key.count), message.baseAddress,
                        message.count, code.baseAddress, &written)
                    count = made == nil ? 0 : Int(written)
                }
            }
        }
        guard code.count == 32 else { throw .library("HMAC") }
        return code
    }

    /// Whether `code` is the code for the message, compared in constant time.
    public static func verify(_ code: [UInt8], for message: [UInt8], key: Secret) throws(CryptoError) -> Bool
    {
        constantTimeEqual(code, try self.code(for: message, key: key))
    }
}
