import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting

/// The robots and applications that are fuzzed, with the project's own keys.
enum FuzzedRobots {
    static let now = Timestamp(milliseconds: 1_763_740_800_000)
    static let owner = "wwFuzzedCompany"
    static let token = Secret("FuzzToken7")
    static let aesKey = Secret("EarshotOwnKeyForTests0123456789abcdefghijkl")
    static let feishuKey = Secret("fuzz-encrypt-key")
}

/// A message in the envelope that WeCom and DingTalk's events share, encrypted and signed, so that whatever is inside
/// gets as far as the decoder.
struct SealedMessage {
    let encrypted: String
    let signature: String
    static let timestamp = "1763740800"
    static let nonce = "777"

    /// - Parameter frame: What is encrypted, as it stands.
    init(frame: [UInt8]) throws {
        let key = try Base64.decodeKey(FuzzedRobots.aesKey)
        let cipher = try AES256CBC(key: key, vector: key.prefix(16) ?? Secret(""))
        self.init(encrypted: Base64.encode(try cipher.encrypt(frame, padding: .to32)))
    }

    /// - Parameter encrypted: Anything, correctly signed.
    init(encrypted: String) {
        self.encrypted = encrypted
        let parts = [
            FuzzedRobots.token.revealText(), SealedMessage.timestamp, SealedMessage.nonce, encrypted,
        ].map { Array($0.utf8) }
        signature = Hexadecimal.encode(
            Digest.sha1(of: parts.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)))
    }

    /// 16 bytes that are passed over, the length in 32 bits, the message, and its owner.
    static func frame(_ message: [UInt8], owner: String) -> [UInt8] {
        let length = withUnsafeBytes(of: UInt32(message.count).bigEndian) { Array($0) }
        return [UInt8](repeating: 7, count: 16) + length + message + Array(owner.utf8)
    }

    var query: WeComQuery {
        WeComQuery(
            signature: signature, timestamp: SealedMessage.timestamp, nonce: SealedMessage.nonce)
    }

    var json: [UInt8] { Array(#"{"encrypt":"\#(encrypted)"}"#.utf8) }

    var xml: [UInt8] {
        Array("<xml><ToUserName>a</ToUserName><Encrypt><![CDATA[\(encrypted)]]></Encrypt></xml>".utf8)
    }
}
