import COpenSSL

/// AES with a 256-bit key in cipher block chaining mode (FIPS 197, NIST SP 800-38A §6.2).
///
/// The mode protects no integrity: check a signature over the ciphertext before decrypting, and give one
/// and the same answer for every failure.
public struct AES256CBC: Sendable {
    private let key: Secret
    private let vector: Secret

    /// - Parameters:
    ///   - key: 32 bytes.
    ///   - vector: The initialisation vector, 16 bytes. A secret because some platforms cut it from the key.
    public init(key: Secret, vector: Secret) throws(CryptoError) {
        guard key.count == 32, vector.count == 16 else {
            throw CryptoError(.badKey, "an AES-256-CBC key has 32 bytes and its vector 16")
        }
        self.key = key
        self.vector = vector
    }

    /// The ciphertext of a text that is padded first.
    public func encrypt(_ text: [UInt8], padding: Padding) throws(CryptoError) -> [UInt8] {
        var padded = text
        padding.pad(&padded)
        return try run(padded, encrypting: true)
    }

    /// The text of a ciphertext, without its padding.
    public func decrypt(_ ciphertext: [UInt8], padding: Padding) throws(CryptoError) -> [UInt8] {
        var text = try run(ciphertext, encrypting: false)
        try padding.unpad(&text)
        return text
    }

    /// One pass over whole blocks. OpenSSL's own padding is off, because it knows only blocks of 16.
    func run(_ input: [UInt8], encrypting: Bool) throws(CryptoError) -> [UInt8] {
        // EVP_CipherUpdate counts in Int32.
        guard !input.isEmpty, input.count.isMultiple(of: 16), input.count <= Int(Int32.max) else {
            throw .ciphertextLength
        }
        guard let context = EVP_CIPHER_CTX_new() else { throw .library("EVP_CIPHER_CTX_new") }
        defer { EVP_CIPHER_CTX_free(context) }
        let ready = key.withUnsafeBytes { key in
            vector.withUnsafeBytes { vector in
                EVP_CipherInit_ex(
                    context, EVP_aes_256_cbc(), nil, key.baseAddress, vector.baseAddress, encrypting ? 1 : 0)
            }
        }
        guard ready == 1, EVP_CIPHER_CTX_set_padding(context, 0) == 1 else {
            throw .library("EVP_CipherInit_ex")
        }
        let output = [UInt8](unsafeUninitializedCapacity: input.count) { output, count in
            var written: Int32 = 0
            let done = EVP_CipherUpdate(context, output.baseAddress, &written, input, Int32(input.count))
            count = done == 1 ? Int(written) : 0
        }
        guard output.count == input.count else { throw .library("EVP_CipherUpdate") }
        return output
    }
}
