import Crypto
import Testing

@Suite("SHA-1, SHA-256 and MD5, by the examples of FIPS 180-4 and RFC 1321")
struct DigestTests {
    @Test(
        "published SHA-1 examples",
        arguments: [
            ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
            ),
            (String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
        ])
    func sha1(text: String, digest: String) {
        #expect(Hexadecimal.encode(Digest.sha1(of: Array(text.utf8))) == digest)
    }

    @Test(
        "published SHA-256 examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ])
    func sha256(text: String, digest: String) {
        #expect(Hexadecimal.encode(Digest.sha256(of: Array(text.utf8))) == digest)
    }

    @Test("SHA-256 of pieces is that of the whole, however it is cut", arguments: [1, 63, 64, 65, 1000])
    func pieces(length: Int) throws {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        var digest = try RunningDigest()
        for start in stride(from: 0, to: bytes.count, by: length) {
            digest.update(Array(bytes[start..<min(start + length, bytes.count)]))
        }
        digest.update([])
        #expect(digest.finish() == Digest.sha256(of: bytes))
    }

    @Test(
        "published MD5 examples",
        arguments: [
            ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
            ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
        ])
    func md5(text: String, digest: String) {
        #expect(Hexadecimal.encode(Digest.md5(of: Array(text.utf8))) == digest)
    }

    @Test("parts are digested as if they were one text")
    func parts() {
        #expect(Digest.sha1(of: [0x61], [], [0x62, 0x63]) == Digest.sha1(of: Array("abc".utf8)))
    }
}
