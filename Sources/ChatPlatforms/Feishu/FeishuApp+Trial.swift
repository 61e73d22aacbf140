public import Crypto
import JSON

extension FeishuApp {
    /// The platform's check of the application's address: the `challenge` is wanted back, within a second. Source:
    /// open.feishu.cn, 将事件发送至开发者服务器.
    ///
    /// - Parameters:
    ///   - address: Whole, without a query.
    ///   - random: `CallbackTrial.randomCount` unpredictable bytes.
    public func trial(at address: String, random: [UInt8]) throws(CryptoError) -> CallbackTrial {
        let challenge = Hexadecimal.encode(Array(random[16..<32]))
        var body: JSON = [
            "challenge": .string(challenge), "token": .string(verificationToken.revealText()),
            "type": "url_verification",
        ]
        if let encryption {
            body = ["encrypt": .string(try encryption.seal(body.bytes, vector: Array(random[..<16])))]
        }
        return CallbackTrial(PlatformCall(address, json: body, repeatIsSafe: true), patience: .seconds(1)) {
            CallbackJSON.decode(Answer.self, from: $0)?.challenge == challenge
        }
    }

    private struct Answer: Decodable {
        let challenge: String
    }
}
