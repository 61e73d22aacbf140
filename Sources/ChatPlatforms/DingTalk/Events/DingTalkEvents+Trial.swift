public import Crypto
public import Earshot
import JSON

extension DingTalkEvents {
    /// The platform's check of the subscription's address: an event like any other, to which the encrypted word `success`
    /// is wanted. The documents name 1500 and 2500 milliseconds. Source: open.dingtalk.com, 开发事件推送服务.
    ///
    /// - Parameters:
    ///   - address: Whole, without a query.
    ///   - random: `CallbackTrial.randomCount` unpredictable bytes.
    public func trial(at address: String, now: Timestamp, random: [UInt8]) throws(CryptoError)
        -> CallbackTrial
    {
        let event: JSON = ["EventType": "check_url"]
        let signed = try key.sealed(
            event.bytes, timestamp: String(now.milliseconds),
            nonce: Hexadecimal.encode(Array(random[16..<24])), random: Array(random[..<16]))
        let call = PlatformCall(
            address, query: signed.query, json: ["encrypt": .string(signed.encrypted)], repeatIsSafe: true)
        return CallbackTrial(call, patience: .milliseconds(1500)) { [key] body in
            guard let answer = CallbackJSON.decode(Answer.self, from: body) else { return false }
            let text = try? key.open(
                encrypted: answer.encrypt, signature: answer.signature, timestamp: answer.timestamp,
                nonce: answer.nonce, now: now)
            return text.map { Array($0.utf8) } == DingTalkEvents.success
        }
    }

    private struct Answer: Decodable {
        let encrypt: String
        let signature: String
        let timestamp: String
        let nonce: String

        private enum CodingKeys: String, CodingKey {
            case encrypt, nonce
            case signature = "msg_signature"
            case timestamp = "timeStamp"
        }
    }
}
