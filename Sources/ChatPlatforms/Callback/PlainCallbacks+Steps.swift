import Crypto

extension DingTalkRobot {
    /// What `verify` and `read` do, one by one; answers are plain.
    package func steps(timestamp: String, sign: String, body: [UInt8]) -> CallbackSteps {
        CallbackSteps(
            sign: {
                let expected = try DingTalkSignature.robot(timestamp: timestamp, secret: appSecret)
                guard expected == sign else { throw CallbackFault.badSignature }
            }, decode: { _ = try read(body) })
    }
}

extension FeishuApp {
    /// What `read` does, one by one; answers are plain.
    ///
    /// - Throws: also where the application has no Encrypt Key.
    package func steps(body: [UInt8], signature: FeishuHeaders) throws -> CallbackSteps {
        guard let encryption else { throw CallbackFault.noEncryptKey }
        guard let encrypted = CallbackJSON.decode(FeishuEnvelope.Outside.self, from: body)?.encrypt else {
            throw CallbackFault.malformedEnvelope
        }
        let text = try encryption.open(encrypted)
        return CallbackSteps(
            sign: {
                let expected = encryption.signature(
                    timestamp: signature.timestamp ?? "", nonce: signature.nonce ?? "", body: body)
                guard expected == signature.signature else { throw CallbackFault.badSignature }
            }, decrypt: { _ = try encryption.open(encrypted) },
            decode: { _ = try callback(in: text, isSecret: true) })
    }
}
