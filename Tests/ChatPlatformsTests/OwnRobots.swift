import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting

/// The robots of these tests. Their signatures and ciphertexts were made with another implementation
/// (Python's hmac and the openssl command) from the published formulas.
enum OwnRobots {
    static let now = Timestamp(milliseconds: 1_763_740_800_000)
    static let secret = Secret("earshot-own-secret-01")
    static let sign = "PxKwOtqJ6MVr0pEygFeFk6HZFZ/Xu1mh/4oNr6iVBCI="
    static let token = Secret("OwnToken7")
    static let aesKey = Secret("EarshotOwnKeyForTests0123456789abcdefghijkl")

    static func dingTalk() throws -> DingTalkRobot {
        try DingTalkRobot(name: "sales", appSecret: secret)
    }

    static func weCom(
        displayName: String? = nil, corpID: String? = nil, at now: Timestamp = now
    ) throws -> WeComBot {
        try WeComBot(
            name: "sales", token: token, encodingAESKey: aesKey, displayName: displayName, corpID: corpID,
            clock: ManualClock(now))
    }
}

/// A WeCom callback as the platform would send it, made from the text before encryption.
struct WeComCall {
    var query: WeComQuery
    var body: [UInt8]

    /// - Parameter text: What stands before padding in the plaintext; a correct frame around `message`
    ///   unless given.
    init(_ message: String, frame: [UInt8]? = nil, padding: Padding = .to32) throws {
        let key = try Base64.decodeKey(OwnRobots.aesKey)
        let vector = key.prefix(16) ?? Secret("")
        let text = frame ?? WeComCall.frame(Array(message.utf8))
        let cipher = try AES256CBC(key: key, vector: vector)
        self.init(encrypted: Base64.encode(try cipher.encrypt(text, padding: padding)))
    }

    /// A correctly signed call with any encrypted text.
    init(encrypted: String) {
        let parts = [OwnRobots.token.revealText(), "1763740800", "777", encrypted]
        let sorted = parts.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        let signature = Hexadecimal.encode(Digest.sha1(of: Array(sorted.joined().utf8)))
        query = WeComQuery(signature: signature, timestamp: "1763740800", nonce: "777")
        body = Array(#"{"encrypt":"\#(encrypted)"}"#.utf8)
    }

    static func frame(_ message: [UInt8], length: UInt32? = nil, owner: String = "") -> [UInt8] {
        let count = length ?? UInt32(message.count)
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> UInt32($0)) }
        return Array("0123456789abcdef".utf8) + bytes + message + Array(owner.utf8)
    }
}
