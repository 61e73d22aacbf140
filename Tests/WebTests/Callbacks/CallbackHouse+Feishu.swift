import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting

extension CallbackHouse {
    private static let encryptKey = "web-test-encrypt-key"

    static func feishu(isPlain: Bool = false, clock: SetClock = SetClock()) throws -> FeishuApp {
        try FeishuApp(
            name: "sales", verificationToken: token, encryptKey: isPlain ? nil : Secret(encryptKey),
            clock: clock)
    }

    /// The text of an event as the platform would send it, before encryption.
    static func feishuEvent(_ kind: String, _ event: String, id: String = "ev1") -> String {
        #"{"schema":"2.0","header":{"event_id":"\#(id)","event_type":"\#(kind)","#
            + #""token":"\#(token.revealText())","tenant_key":"t1"},"event":\#(event)}"#
    }

    /// The body of a callback with these bytes inside.
    static func feishuBody(_ text: [UInt8]) throws -> [UInt8] {
        let vector = Array("0123456789abcdef".utf8)
        let cipher = try AES256CBC(
            key: Secret(Digest.sha256(of: Array(encryptKey.utf8))), vector: Secret(vector))
        let encrypted = Base64.encode(vector + (try cipher.encrypt(text, padding: .to16)))
        return Array(#"{"encrypt":"\#(encrypted)"}"#.utf8)
    }

    /// The headers that sign a body.
    static func feishuHeaders(
        _ body: [UInt8], at moment: Timestamp = SetClock().now
    ) -> [(String, String)] {
        let timestamp = String(moment.milliseconds / 1000)
        let signature = Hexadecimal.encode(
            Digest.sha256(of: Array("\(timestamp)42\(encryptKey)".utf8) + body))
        return [
            ("X-Lark-Request-Timestamp", timestamp), ("X-Lark-Request-Nonce", "42"),
            ("X-Lark-Signature", signature),
        ]
    }

    /// A callback with a right signature.
    func feishu(_ text: String) async throws -> Caller.Answer? {
        let body = try CallbackHouse.feishuBody(Array(text.utf8))
        return await Caller(port: port)?.call(
            "POST", "/callback/feishu/sales", headers: CallbackHouse.feishuHeaders(body, at: clock.now),
            body: body)
    }
}
