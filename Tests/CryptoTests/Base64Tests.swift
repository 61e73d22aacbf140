import Crypto
import Testing

@Suite("Base64")
struct Base64Tests {
    @Test(
        "the examples of RFC 4648",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
        ])
    func published(text: String, encoded: String) throws {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(try Base64.decode(encoded) == Array(text.utf8))
    }

    @Test(
        "anything but the one right text is refused",
        arguments: [
            "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v\n", "Zm 9v", "Zm9v====", "=Zg=", "====", "Z===",
            "Zm9*",
            "Zm-_", "\u{FF5A}m9v",
        ])
    func refused(text: String) {
        let error = #expect(throws: CryptoError.self) { try Base64.decode(text) }
        #expect(error?.code == .badBase64)
    }

    @Test("the form for addresses has no padding and no character that needs escaping")
    func urlSafe() throws {
        let bytes: [UInt8] = [0xfb, 0xef, 0xff, 0xfe]
        #expect(Base64.encode(bytes) == "++///g==")
        #expect(Base64.encodeURLSafe(bytes) == "--___g")
        #expect(try Base64.decodeURLSafe("--___g") == bytes)
        #expect(throws: CryptoError.self) { try Base64.decodeURLSafe("--___g==") }
        #expect(throws: CryptoError.self) { try Base64.decodeURLSafe("--___h") }
    }

    @Test("random bytes survive both forms", arguments: 0...70)
    func roundTrip(length: Int) throws {
        let bytes = try randomBytes(length)
        #expect(try Base64.decode(Base64.encode(bytes)) == bytes)
        #expect(try Base64.decodeURLSafe(Base64.encodeURLSafe(bytes)) == bytes)
    }

    @Test("the spare bits of a key's last character are ignored")
    func keySpareBits() throws {
        let front = String(repeating: "A", count: 42)
        let clean = try Base64.decodeKey(Secret(front + "A"))
        for last in ["B", "C", "D"] {
            #expect(try Base64.decodeKey(Secret(front + last)) == clean)
        }
        #expect(clean == Secret([UInt8](repeating: 0, count: 32)))
        #expect(try Base64.decodeKey(Secret(front + "E")) != clean)
    }

    @Test("a key of another length or with other characters is refused", arguments: ["", "A", "=", "_"])
    func wrongKeys(last: String) {
        let error = #expect(throws: CryptoError.self) {
            try Base64.decodeKey(Secret(String(repeating: "A", count: last == "A" ? 43 : 42) + last))
        }
        #expect(error?.code == .badKey)
    }

    @Test("hexadecimal is written in lower case and read in both")
    func hexadecimal() throws {
        #expect(Hexadecimal.encode([0, 0x1f, 0xff]) == "001fff")
        #expect(try Hexadecimal.decode("001FfF") == [0, 0x1f, 0xff])
        for wrong in ["0", "0g", "0x", " 1", "+1"] {
            #expect(throws: CryptoError.self) { try Hexadecimal.decode(wrong) }
        }
    }
}
