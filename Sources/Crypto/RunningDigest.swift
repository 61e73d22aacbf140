import COpenSSL

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece, for what is too large to be held.
public struct RunningDigest: ~Copyable {
    private let context: OpaquePointer

    /// - Throws: `CryptoError` where OpenSSL has no memory for it.
    public init() throws(CryptoError) {
        guard let made = EVP_MD_CTX_new() else { throw CryptoError.library("EVP_MD_CTX_new") }
        guard EVP_DigestInit_ex(made, EVP_sha256(), nil) == 1 else {
            EVP_MD_CTX_free(made)
            throw CryptoError.library("EVP_DigestInit_ex")
        }
        context = made
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Takes the next bytes.
    public mutating func update(_ bytes: [UInt8]) {
        let done = EVP_DigestUpdate(context, bytes, bytes.count)
        precondition(done == 1, "OpenSSL refuses bytes for a digest that was begun")
    }

    /// The 32 bytes of the digest; nothing can be added afterwards.
    public consuming func finish() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { digest, count in
            var written: UInt32 = 0
            let done = EVP_DigestFinal_ex(context, digest.baseAddress, &written)
            precondition(done == 1, "OpenSSL cannot end a digest that was begun")
            count = Int(written)
        }
    }
}
