public import Crypto
public import Earshot

/// A self-built application (企业自建应用) of Feishu that is called over HTTP.
///
/// With an Encrypt Key every callback is encrypted and, but for the address check, signed; without one the
/// Verification Token inside is all that proves who sent it. Source: open.feishu.cn, 将事件发送至开发者服务器 and 接收事件.
public struct FeishuApp: Sendable {
    /// The name in the address and in the channel.
    public let name: String
    let verificationToken: Secret
    let encryption: FeishuEncryption?
    /// The application's own identifier among those that messages mention.
    private let botOpenID: String?
    private let clock: any Earshot.Clock

    /// - Parameters:
    ///   - encryptKey: Nothing when none is configured at the platform. Then callbacks come in plain text; otherwise
    ///     plain ones are refused.
    ///   - botOpenID: With it a group's messages that mention somebody else alone are left alone.
    ///   - clock: By which signed callbacks are too old, or too early.
    /// - Throws: `RobotError` for a missing token and an empty key.
    public init(
        name: String, verificationToken: Secret, encryptKey: Secret? = nil, botOpenID: String? = nil,
        clock: any Earshot.Clock
    ) throws(RobotError) {
        let place = "开发者后台 → 应用 → 事件与回调 → 加密策略"
        guard !verificationToken.isEmpty else {
            throw RobotError(
                code: .emptySecret, message: "Feishu application \(name) has no verification token",
                hint: "\(place) → Verification Token")
        }
        if let encryptKey, encryptKey.isEmpty {
            throw RobotError(
                code: .emptySecret, message: "Feishu application \(name) has an empty encrypt key",
                hint: "\(place) → Encrypt Key")
        }
        self.name = name
        self.verificationToken = verificationToken
        self.encryption = encryptKey.map(FeishuEncryption.init)
        self.botOpenID = botOpenID
        self.clock = clock
    }

    /// The name under which its messages are kept: `feishu/dealers`.
    public var channel: String { "feishu/\(name)" }

    /// Checks and decrypts a callback and reads what is in it.
    public func read(_ body: [UInt8], signature: FeishuHeaders) throws(CallbackFault) -> FeishuCallback {
        guard !body.isEmpty else { throw .emptyBody }
        guard let outside = CallbackJSON.decode(FeishuEnvelope.Outside.self, from: body) else {
            throw .malformedEnvelope
        }
        guard let encryption else {
            guard outside.encrypt == nil else { throw .noEncryptKey }
            return try callback(in: body, isSecret: false)
        }
        guard let encrypted = outside.encrypt else { throw .notEncrypted }
        let isSigned = try encryption.verify(signature, of: body, now: clock.now)
        let callback = try callback(in: encryption.open(encrypted), isSecret: true)
        if isSigned { return callback }
        // The platform's own client does not expect a signature on the address check, so it may come without. It
        // changes nothing, and whatever else comes so is answered like a text that cannot be decrypted.
        guard case .challenge = callback else { throw .badSignature }
        return callback
    }

    /// - Parameter isSecret: Whether what is wrong with it must not be told, because it was encrypted.
    func callback(in text: [UInt8], isSecret: Bool) throws(CallbackFault) -> FeishuCallback {
        let malformed = CallbackFault.malformedMessage(isSecret ? .forbidden : .malformed)
        guard let envelope = CallbackJSON.decode(FeishuEnvelope.self, from: text) else { throw malformed }
        guard let token = envelope.token, verificationToken.equals(Array(token.utf8)) else {
            throw .badToken
        }
        switch envelope.kind {
        case .addressCheck(let challenge): return .challenge(challenge)
        case .old(let kind): return .notice(named(kind))
        case .event(let header):
            guard let callback = event(header, in: text) else { throw malformed }
            return callback
        }
    }

    /// What an event asks for; nothing when it is not as the platform writes it.
    private func event(_ header: FeishuEnvelope.Header, in text: [UInt8]) -> FeishuCallback? {
        switch header.kind {
        case "im.message.receive_v1":
            guard let message = FeishuEnvelope.event(FeishuMessage.self, in: text) else { return nil }
            return message.callback(header, channel: channel, botOpenID: botOpenID)
        case "im.chat.access_event.bot_p2p_chat_entered_v1":
            guard let entry = FeishuEnvelope.event(FeishuChatEntry.self, in: text) else { return nil }
            return entry.callback(header, channel: channel)
        case "card.action.trigger":
            guard let press = FeishuEnvelope.event(FeishuPress.self, in: text) else { return nil }
            return press.callback(header, channel: channel)
        default:
            return .notice(named(header.kind))
        }
    }

    /// A name for the log that is not longer than names are.
    private func named(_ kind: String) -> String { kind.beginning(bytes: 64) }
}
