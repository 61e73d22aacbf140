public import Crypto
public import Earshot
import XML

/// A self-built application (自建应用) of WeCom that is called over HTTP.
///
/// Every callback is encrypted XML and signed; so is every answer. Source: developer.work.weixin.qq.com, documents
/// 90238 (receiving), 90239 (messages), 90240 (events), 90241 (answers) and 90968 (encryption).
public struct WeComApp: Sendable {
    /// The name in the address and in the channel.
    public let name: String
    /// The company the application belongs to; it stands at the end of everything that is encrypted.
    public let corpID: String
    let key: EnvelopeKey
    private let clock: any Earshot.Clock

    /// - Parameters:
    ///   - corpID: The 企业 ID.
    ///   - token: The Token of the receiving address.
    ///   - encodingAESKey: The EncodingAESKey, 43 characters.
    ///   - clock: By which callbacks are too old, or too early.
    /// - Throws: `RobotError` for a missing company or token and for a key that is none.
    public init(
        name: String, corpID: String, token: Secret, encodingAESKey: Secret, clock: any Earshot.Clock
    ) throws(RobotError) {
        let place = "管理后台 → 应用管理 → 自建 → 应用 → 接收消息 → 设置 API 接收"
        guard !corpID.isEmpty else {
            throw RobotError(
                code: .missingOwner, message: "WeCom application \(name) has no corp id",
                hint: "管理后台 → 我的企业 → 企业信息 → 企业 ID")
        }
        guard !token.isEmpty else {
            throw RobotError(
                code: .emptySecret, message: "WeCom application \(name) has no token", hint: place)
        }
        do {
            key = try EnvelopeKey(token: token, encodingAESKey: encodingAESKey, receiveID: corpID)
        } catch {
            throw RobotError(
                code: .badKey, message: "WeCom application \(name): \(error.message)", hint: place)
        }
        self.name = name
        self.clock = clock
        self.corpID = corpID
    }

    /// The name under which its messages are kept: `wecom/dealers`.
    public var channel: String { "wecom/\(name)" }

    /// The text that proves to the platform that the address is ours: the decrypted `echostr`, bare.
    public func answerAddressCheck(_ query: WeComQuery) throws(CallbackFault) -> String {
        try key.openEcho(of: query, now: clock.now)
    }

    /// Checks and decrypts a callback and reads what is in it.
    public func read(query: WeComQuery, body: [UInt8]) throws(CallbackFault) -> WeComAppCallback {
        let signed = try query.signed()
        guard !body.isEmpty else { throw .emptyBody }
        guard let envelope = document(body), let encrypted = envelope["Encrypt"] else {
            throw .malformedEnvelope
        }
        let text = try key.open(
            encrypted: encrypted, signature: signed.signature, timestamp: signed.timestamp,
            nonce: signed.nonce, now: clock.now)
        return try callback(in: text)
    }

    /// What a decrypted message asks for.
    func callback(in text: String) throws(CallbackFault) -> WeComAppCallback {
        guard let fields = document(Array(text.utf8)), let message = WeComAppMessage(fields) else {
            throw .malformedMessage(.forbidden)
        }
        return message.callback(to: self)
    }

    /// The answer to a callback, encrypted and signed.
    ///
    /// - Parameters:
    ///   - nonce: Of letters and digits; the callback's own will do.
    ///   - random: 16 unpredictable bytes.
    /// - Returns: The XML body of the HTTP response.
    public func seal(
        _ answer: [UInt8], nonce: String, now: Timestamp, random: [UInt8]
    ) throws -> [UInt8] {
        let timestamp = String(now.milliseconds / 1000)
        let encrypted = try key.seal(answer, random: random)
        let signature = key.signature(timestamp: timestamp, nonce: nonce, encrypted: encrypted)
        return XMLElement(
            "xml",
            [
                XMLElement("Encrypt", text: encrypted), XMLElement("MsgSignature", text: signature),
                XMLElement("TimeStamp", text: timestamp), XMLElement("Nonce", text: nonce),
            ]
        ).bytes
    }

    /// The root of a document, if it is one of the platform's.
    func document(_ bytes: [UInt8]) -> XMLElement? {
        guard let root = try? XMLElement(parsing: bytes), root.name == "xml" else { return nil }
        return root
    }
}
