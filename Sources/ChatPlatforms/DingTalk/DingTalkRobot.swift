public import Crypto
public import Earshot

/// A company robot of DingTalk that is called over HTTP.
///
/// The signature in its headers does not cover the body, and one header pair is good for any body for an
/// hour. Serve it over TLS under a name that cannot be guessed; message ids keep repeats out.
/// Source: open.dingtalk.com, 接收消息.
public struct DingTalkRobot: Sendable {
    /// The name in the address and in the channel.
    public let name: String
    let appSecret: Secret

    /// The longest difference between the platform's clock and ours.
    public static let freshness: Duration = .seconds(3600)

    public init(name: String, appSecret: Secret) throws(RobotError) {
        guard !appSecret.isEmpty else {
            throw RobotError(
                code: .emptySecret, message: "DingTalk robot \(name) has no app secret",
                hint: "开放平台 → 应用 → 凭证与基础信息 → Client Secret")
        }
        self.name = name
        self.appSecret = appSecret
    }

    /// The name under which its messages are kept: `dingtalk/sales`.
    public var channel: String { "dingtalk/\(name)" }

    /// Checks the two headers of a callback.
    public func verify(timestamp: String?, sign: String?, now: Timestamp) throws(CallbackFault) {
        guard let timestamp, !timestamp.isEmpty, let sign, !sign.isEmpty else { throw .missingParameter }
        try DingTalkTimestamp.check(timestamp, now: now)
        do {
            let expected = try DingTalkSignature.robot(timestamp: timestamp, secret: appSecret)
            guard constantTimeEqual(expected, sign) else { throw CallbackFault.badSignature }
        } catch let error as CryptoError {
            throw CallbackFault(error)
        } catch {
            throw .badSignature
        }
    }

    /// Reads the body of a callback whose headers were verified.
    public func read(_ body: [UInt8]) throws(CallbackFault) -> RobotCallback {
        guard !body.isEmpty else { throw .emptyBody }
        guard let message = CallbackJSON.decode(DingTalkMessage.self, from: body) else {
            throw CallbackJSON.isObject(body) ? .malformedMessage(.malformed) : .malformedEnvelope
        }
        return message.callback(channel: channel)
    }
}
