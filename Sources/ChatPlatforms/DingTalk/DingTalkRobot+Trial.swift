public import Crypto
public import Earshot
import JSON

extension DingTalkRobot {
    /// A signed callback of a kind that nobody can send to a robot, which is acknowledged with nothing to say.
    ///
    /// DingTalk itself does not check a robot's address, nor say how long it waits; two seconds are this program's own
    /// measure.
    ///
    /// - Parameters:
    ///   - address: Whole, without a query.
    ///   - random: `CallbackTrial.randomCount` unpredictable bytes.
    public func trial(at address: String, now: Timestamp, random: [UInt8]) throws(CryptoError)
        -> CallbackTrial
    {
        let timestamp = String(now.milliseconds)
        var call = PlatformCall(
            address,
            json: [
                "msgId": .string("earshot-check-\(Hexadecimal.encode(random))"), "msgtype": "earshot_check",
                "conversationId": "earshot-check", "conversationType": "1",
            ], repeatIsSafe: true)
        call.headers += [
            .init("timestamp", timestamp),
            .init("sign", try DingTalkSignature.robot(timestamp: timestamp, secret: appSecret)),
        ]
        return CallbackTrial(call, patience: .seconds(2)) {
            CallbackJSON.decode(Answer.self, from: $0)?.msgtype == "empty"
        }
    }

    private struct Answer: Decodable {
        let msgtype: String
    }
}
