public import Crypto
public import Earshot
import JSON

/// The event subscription (事件订阅) of a DingTalk application, pushed over HTTP.
///
/// Every event is encrypted and signed; so is the answer, which is the word `success`. Source: open.dingtalk.com,
/// 配置事件推送方式, 开发事件推送服务 and 回调事件消息体加解密.
public struct DingTalkEvents: Sendable {
    /// The name in the address and in the channel.
    public let name: String
    let key: EnvelopeKey

    /// What an event is answered with; without it the platform sends it again.
    public static let success = Array("success".utf8)

    /// - Parameters:
    ///   - ownerKey: What stands behind everything that is encrypted: the app key of a subscription made in the
    ///     application's console, the corp id of one made through the older interface, a suite key for third parties.
    ///   - token: The 签名 token of the subscription.
    ///   - encodingAESKey: Its 加密 aes_key, 43 characters.
    /// - Throws: `RobotError` for a missing owner or token and for a key that is none.
    public init(
        name: String, ownerKey: String, token: Secret, encodingAESKey: Secret
    ) throws(RobotError) {
        let place = "开放平台 → 应用 → 开发配置 → 事件与回调 → HTTP 推送"
        guard !ownerKey.isEmpty else {
            throw RobotError(
                code: .missingOwner, message: "DingTalk subscription \(name) has no owner key",
                hint: "开放平台 → 应用 → 凭证与基础信息 → Client ID (AppKey)")
        }
        guard !token.isEmpty else {
            throw RobotError(
                code: .emptySecret, message: "DingTalk subscription \(name) has no token", hint: place)
        }
        do {
            key = try EnvelopeKey(token: token, encodingAESKey: encodingAESKey, receiveID: ownerKey)
        } catch {
            throw RobotError(
                code: .badKey, message: "DingTalk subscription \(name): \(error.message)", hint: place)
        }
        self.name = name
    }

    /// The name under which its events are kept: `dingtalk-event/sales`.
    public var channel: String { "dingtalk-event/\(name)" }

    /// Checks and decrypts an event and reads what is in it.
    ///
    /// - Parameter now: When it came.
    public func read(
        query: DingTalkQuery, body: [UInt8], now: Timestamp
    ) throws(CallbackFault) -> DingTalkEvent {
        let signed = try query.signed()
        guard !body.isEmpty else { throw .emptyBody }
        let text = try key.open(
            encrypted: try encrypted(in: body), signature: signed.signature, timestamp: signed.timestamp,
            nonce: signed.nonce, now: now)
        return try event(in: text)
    }

    func encrypted(in body: [UInt8]) throws(CallbackFault) -> String {
        guard let envelope = CallbackJSON.decode(Envelope.self, from: body) else { throw .malformedEnvelope }
        return envelope.encrypt
    }

    /// What a decrypted event says.
    func event(in message: String) throws(CallbackFault) -> DingTalkEvent {
        let text = Array(message.utf8)
        // The platform's documents give an answer as the example of a ciphertext; whoever sends one in wants nothing.
        if text == DingTalkEvents.success { return .notice("success") }
        guard let message = CallbackJSON.decode(DingTalkEventMessage.self, from: text) else {
            throw .malformedMessage(.forbidden)
        }
        return message.event(text: text)
    }

    /// An answer, encrypted and signed.
    ///
    /// - Parameters:
    ///   - nonce: Of letters and digits; need not be the event's.
    ///   - random: 16 unpredictable bytes.
    /// - Returns: The JSON body of the HTTP response.
    public func seal(
        _ answer: [UInt8] = DingTalkEvents.success, nonce: String, now: Timestamp, random: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        let timestamp = String(now.milliseconds)
        let encrypted = try key.seal(answer, random: random)
        let signature = key.signature(timestamp: timestamp, nonce: nonce, encrypted: encrypted)
        return JSON.object([
            "msg_signature": .string(signature), "timeStamp": .string(timestamp), "nonce": .string(nonce),
            "encrypt": .string(encrypted),
        ]).bytes
    }

    private struct Envelope: Decodable {
        let encrypt: String
    }
}
