import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting

extension OwnRobots {
    static let encryptKey = Secret("own-encrypt-key")
    static let verificationToken = Secret("OwnVerification7")

    static func feishu(
        isPlain: Bool = false, botOpenID: String? = nil, at now: Timestamp = now
    ) throws -> FeishuApp {
        try FeishuApp(
            name: "sales", verificationToken: verificationToken, encryptKey: isPlain ? nil : encryptKey,
            botOpenID: botOpenID, clock: ManualClock(now))
    }
}

/// A Feishu callback as the platform would send it, made from the text before encryption.
struct FeishuCall {
    var headers: FeishuHeaders
    var body: [UInt8]

    /// - Parameter padding: What fills the text up to whole blocks.
    init(_ text: [UInt8], padding: [UInt8]? = nil, isSigned: Bool = true) throws {
        let vector = Array("0123456789abcdef".utf8)
        let count = 16 - text.count % 16
        let padded = text + (padding ?? [UInt8](repeating: UInt8(count), count: count))
        let key = Secret(Digest.sha256(of: Array("own-encrypt-key".utf8)))
        // Encrypted with a block of padding more, which is then taken off.
        let encrypted = try AES256CBC(key: key, vector: Secret(vector)).encrypt(padded, padding: .to16)
            .prefix(padded.count)
        self.init(encrypted: Base64.encode(vector + encrypted), isSigned: isSigned)
    }

    init(_ text: String, isSigned: Bool = true) throws {
        try self.init(Array(text.utf8), isSigned: isSigned)
    }

    init(encrypted: String, isSigned: Bool = true) {
        self.init(body: Array(#"{"encrypt":"\#(encrypted)"}"#.utf8), isSigned: isSigned)
    }

    /// A correctly signed call with any body.
    init(body: [UInt8], isSigned: Bool = true) {
        self.body = body
        let signature = Hexadecimal.encode(
            Digest.sha256(of: Array("1763740800777own-encrypt-key".utf8) + body))
        headers =
            isSigned
            ? FeishuHeaders(timestamp: "1763740800", nonce: "777", signature: signature)
            : FeishuHeaders(timestamp: nil, nonce: nil, signature: nil)
    }

    /// The text of an event.
    static func event(
        _ kind: String, _ event: String, id: String = "ev1", token: String = "OwnVerification7"
    ) -> String {
        #"{"schema":"2.0","header":{"event_id":"\#(id)","event_type":"\#(kind)","token":"\#(token)","#
            + #""tenant_key":"t1"},"event":\#(event)}"#
    }
}
