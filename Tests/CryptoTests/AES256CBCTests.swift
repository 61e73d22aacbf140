import Crypto
import Testing

@Suite("AES-256-CBC")
struct AES256CBCTests {
    private let key = "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"
    private let vector = "000102030405060708090a0b0c0d0e0f"

    private func cipher() throws -> AES256CBC {
        try AES256CBC(key: Secret(Hexadecimal.decode(key)), vector: Secret(Hexadecimal.decode(vector)))
    }

    @Test("the example of NIST SP 800-38A, F.2.5")
    func published() throws {
        let text = try Hexadecimal.decode(
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710")
        let ciphertext =
            "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
            + "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b"
        let encrypted = try cipher().encrypt(text, padding: .to16)
        #expect(Hexadecimal.encode(Array(encrypted.prefix(64))) == ciphertext)
        #expect(encrypted.count == 80)
    }

    @Test("what was encrypted is decrypted, for every length and both paddings", arguments: 0...97)
    func roundTrip(length: Int) throws {
        let text = try randomBytes(length)
        for padding in [Padding.to16, .to32] {
            let ciphertext = try cipher().encrypt(text, padding: padding)
            #expect(ciphertext.count == (length / padding.multiple + 1) * padding.multiple)
            #expect(try cipher().decrypt(ciphertext, padding: padding) == text)
        }
    }

    @Test("a ciphertext that is not whole blocks is refused", arguments: [0, 1, 15, 17, 31, 33])
    func partialBlocks(length: Int) throws {
        let cipher = try cipher()
        let error = #expect(throws: CryptoError.self) {
            try cipher.decrypt([UInt8](repeating: 7, count: length), padding: .to32)
        }
        #expect(error?.code == .badCiphertextLength)
    }

    @Test("a key or vector of another length is refused")
    func wrongKey() throws {
        let error = #expect(throws: CryptoError.self) {
            try AES256CBC(key: Secret("short"), vector: Secret("short"))
        }
        #expect(error?.code == .badKey)
    }
}
