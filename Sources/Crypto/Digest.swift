import COpenSSL

/// A fingerprint of bytes (FIPS 180-4).
///
/// SHA-1 and MD5 stand here because chat platforms sign and check with them; nothing new should.
public enum Digest {
    /// The 20 bytes of SHA-1 over the parts, one after the other.
    public static func sha1(of parts: [UInt8]...) -> [UInt8] {
        sha1(ofJoined: parts.map { Secret($0) })
    }

    /// The 20 bytes of SHA-1 over the parts, one after the other.
    public static func sha1(ofJoined parts: [Secret]) -> [UInt8] {
        Secret(joining: parts).withUnsafeBytes { bytes in
            [UInt8](unsafeUninitializedCapacity: Int(SHA_DIGEST_LENGTH)) { digest, count in
                _ = SHA1(bytes.baseAddress, bytes.count, digest.baseAddress)
                count = Int(SHA_DIGEST_LENGTH)
            }
        }
    }

    /// The 32 bytes of SHA-256.
    public static func sha256(of bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes(sha256)
    }

    /// The 32 bytes of SHA-256 over the parts, one after the other.
    public static func sha256(ofJoined parts: [Secret]) -> [UInt8] {
        Secret(joining: parts).withUnsafeBytes(sha256)
    }

    private static func sha256(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { digest, count in
            _ = SHA256(bytes.baseAddress, bytes.count, digest.baseAddress)
            count = Int(SHA256_DIGEST_LENGTH)
        }
    }

    /// The 16 bytes of MD5 (RFC 1321); nothing where the system's OpenSSL was built without it.
    public static func md5(of bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { digest, count in
            var written: UInt32 = 0
            let made = EVP_Digest(bytes, bytes.count, digest.baseAddress, &written, EVP_md5(), nil)
            count = made == 1 ? Int(written) : 0
        }
    }
}
