import COpenSSL

/// Bytes that nobody can predict, from OpenSSL's generator, which the operating system seeds.
public func randomBytes(_ count: Int) throws(CryptoError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard RAND_bytes(&bytes, Int32(clamping: count)) == 1 else { throw .library("RAND_bytes") }
    return bytes
}
