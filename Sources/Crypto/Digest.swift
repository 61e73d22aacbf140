import COpenSSL

/// A fingerprint of bytes (FIPS 180-4).
///
/// SHA-1 stands here because chat platforms sign with it; nothing new should.
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
        [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { digest, count in
            _ = SHA256(bytes, bytes.count, digest.baseAddress)
            count = Int(SHA256_DIGEST_LENGTH)
        }
    }
}
