import Crypto
import EarshotTesting
import Testing

@testable import ChatPlatforms

@Suite("Feishu's encryption")
struct FeishuEncryptionTests {
    @Test(
        "every accepted vector decrypts to its text, also those that are no events",
        .enabled(if: ProtocolVectors.areHere, "skipped: the protocol vectors are not beside the project"))
    func vectors() throws {
        var decrypted = 0
        for vector in try ProtocolVectors.load("feishu-event").cases where vector.expect.outcome == "accept" {
            guard let key = vector.encryptKey, !key.isEmpty, let ciphertext = vector.ciphertext else {
                continue
            }
            let encryption = FeishuEncryption(Secret(key))
            #expect(
                try String(decoding: encryption.open(ciphertext), as: UTF8.self) == vector.expect.plaintext,
                "\(vector.id)")
            decrypted += 1
        }
        #expect(decrypted > 30)
    }

    @Test("every single changed bit of a ciphertext is decrypted to something else or refused")
    func changes() throws {
        let encryption = FeishuEncryption(OwnRobots.encryptKey)
        let text = Array(#"{"challenge":"c","token":"t","type":"url_verification"}"#.utf8)
        let call = try FeishuCall(text)
        let encrypted = String(String(decoding: call.body, as: UTF8.self).dropFirst(12).dropLast(2))
        #expect(try encryption.open(encrypted) == text)
        let bytes = try Base64.decode(encrypted)
        for bit in 0..<bytes.count * 8 {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            let opened = try? encryption.open(Base64.encode(changed))
            #expect(opened != text)
        }
    }
}
