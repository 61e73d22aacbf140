public import Crypto
public import Earshot
import JSON

extension DingTalkCards {
    /// A signed callback of a kind that no button makes, which is acknowledged with an empty object. The platform waits two
    /// seconds. Source: open.dingtalk.com, 互动卡片 事件回调.
    ///
    /// - Parameter address: Whole, without a query.
    public func trial(at address: String, now: Timestamp) throws(CryptoError) -> CallbackTrial {
        let timestamp = String(now.milliseconds)
        var call = PlatformCall(
            address,
            json: ["type": "earshotCheck", "corpId": .string(corpID), "userId": "earshot-check"],
            repeatIsSafe: true)
        call.headers += [
            .init("x-ddpaas-signature-timestamp", timestamp),
            .init(
                "x-ddpaas-signature", try DingTalkSignature.card(timestamp: timestamp, secret: apiSecret)),
        ]
        return CallbackTrial(call, patience: .seconds(2)) { $0 == JSON.object([JSON.Member]()).bytes }
    }
}
