public import Crypto
public import Earshot
import JSON

/// A 智能机器人 of WeCom that is called over HTTP.
///
/// Every callback is encrypted and signed; so is every answer. Source: developer.work.weixin.qq.com,
/// documents 100719, 101027, 101031 and 101033.
public struct WeComBot: Sendable {
    /// The name in the address and in the channel.
    public let name: String
    /// What the bot is called in chats; with it a mention is recognised even when the name has spaces.
    public let displayName: String?
    /// The company whose members' ids are the directory's; needed only where callbacks name a company.
    public let corpID: String?
    let key: EnvelopeKey
    let clock: any Earshot.Clock

    /// - Parameters:
    ///   - token: The Token of the receiving address.
    ///   - encodingAESKey: The EncodingAESKey, 43 characters.
    ///   - clock: By which callbacks are too old, or too early.
    public init(
        name: String, token: Secret, encodingAESKey: Secret, displayName: String? = nil,
        corpID: String? = nil, clock: any Earshot.Clock
    ) throws(RobotError) {
        let place = "管理后台 → 安全与管理 → 管理工具 → 智能机器人 → API 模式 → 接收消息地址"
        guard !token.isEmpty else {
            throw RobotError(code: .emptySecret, message: "WeCom bot \(name) has no token", hint: place)
        }
        do {
            key = try EnvelopeKey(token: token, encodingAESKey: encodingAESKey, receiveID: "")
        } catch {
            throw RobotError(code: .badKey, message: "WeCom bot \(name): \(error.message)", hint: place)
        }
        self.name = name
        self.clock = clock
        self.displayName = displayName
        self.corpID = corpID
    }

    /// The name under which its messages are kept: `wecom-bot/sales`.
    public var channel: String { "wecom-bot/\(name)" }

    /// The text that proves to the platform that the address is ours: the decrypted `echostr`, bare.
    public func answerAddressCheck(_ query: WeComQuery) throws(CallbackFault) -> String {
        try key.openEcho(of: query, now: clock.now)
    }

    /// Checks and decrypts a callback and reads what is in it.
    public func read(query: WeComQuery, body: [UInt8]) throws(CallbackFault) -> WeComBotCallback {
        let signed = try query.signed()
        guard !body.isEmpty else { throw .emptyBody }
        let now = clock.now
        let text = try key.open(
            encrypted: try encrypted(in: body), signature: signed.signature, timestamp: signed.timestamp,
            nonce: signed.nonce, now: now)
        return try callback(in: text, at: now)
    }

    func encrypted(in body: [UInt8]) throws(CallbackFault) -> String {
        guard let envelope = CallbackJSON.decode(Envelope.self, from: body) else { throw .malformedEnvelope }
        return envelope.encrypt
    }

    /// What a decrypted message asks for.
    func callback(in text: String, at now: Timestamp) throws(CallbackFault) -> WeComBotCallback {
        guard let message = CallbackJSON.decode(WeComBotMessage.self, from: Array(text.utf8)) else {
            throw .malformedMessage(.forbidden)
        }
        return message.callback(to: self, at: now)
    }

    /// The bytes of a picture, file or video of a message, as its address delivered them.
    public func decryptMedia(_ bytes: [UInt8]) throws(CryptoError) -> [UInt8] {
        try key.decryptMedia(bytes)
    }

    /// The answer to a callback, encrypted and signed.
    ///
    /// - Parameters:
    ///   - nonce: The callback's own nonce.
    ///   - random: 16 unpredictable bytes.
    /// - Returns: The JSON body of the HTTP response.
    public func seal(
        _ answer: [UInt8], nonce: String, now: Timestamp, random: [UInt8]
    ) throws -> [UInt8] {
        let timestamp = now.milliseconds / 1000
        let encrypted = try key.seal(answer, random: random)
        let signature = key.signature(timestamp: String(timestamp), nonce: nonce, encrypted: encrypted)
        return JSON.object([
            // Spelled without an underscore here, unlike in the query.
            "encrypt": .string(encrypted), "msgsignature": .string(signature),
            "nonce": .string(nonce), "timestamp": .integer(timestamp),
        ]).bytes
    }

    private struct Envelope: Decodable {
        let encrypt: String
    }
}
