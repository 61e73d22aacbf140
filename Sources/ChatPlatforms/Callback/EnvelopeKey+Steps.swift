import Crypto
import Earshot
import XML

extension EnvelopeKey {
    /// The steps of an encrypted callback.
    ///
    /// - Parameters:
    ///   - decode: reads the decrypted message.
    ///   - answer: what is answered, before encryption.
    func steps(
        encrypted: String, signature: String, timestamp: String, nonce: String, answer: [UInt8],
        decode: @escaping (String) throws -> Void
    ) throws -> CallbackSteps {
        let text = try decrypt(encrypted)
        return CallbackSteps(
            sign: {
                let expected = self.signature(timestamp: timestamp, nonce: nonce, encrypted: encrypted)
                guard expected == signature else { throw CallbackFault.badSignature }
            }, decrypt: { _ = try decrypt(encrypted) }, decode: { try decode(text) },
            encrypt: { _ = try seal(answer, random: randomBytes(16)) })
    }
}

extension WeComApp {
    /// What `read` and `seal` do, one by one.
    package func steps(query: WeComQuery, body: [UInt8], answer: [UInt8]) throws -> CallbackSteps {
        let signed = try query.signed()
        guard let encrypted = document(body)?["Encrypt"] else { throw CallbackFault.malformedEnvelope }
        return try key.steps(
            encrypted: encrypted, signature: signed.signature, timestamp: signed.timestamp,
            nonce: signed.nonce, answer: answer
        ) { _ = try callback(in: $0) }
    }
}

extension WeComBot {
    /// What `read` and `seal` do, one by one.
    package func steps(query: WeComQuery, body: [UInt8], answer: [UInt8]) throws -> CallbackSteps {
        let signed = try query.signed()
        let now = clock.now
        return try key.steps(
            encrypted: try encrypted(in: body), signature: signed.signature, timestamp: signed.timestamp,
            nonce: signed.nonce, answer: answer
        ) { _ = try callback(in: $0, at: now) }
    }
}

extension DingTalkEvents {
    /// What `read` and `seal` do, one by one.
    package func steps(query: DingTalkQuery, body: [UInt8]) throws -> CallbackSteps {
        let signed = try query.signed()
        return try key.steps(
            encrypted: try encrypted(in: body), signature: signed.signature, timestamp: signed.timestamp,
            nonce: signed.nonce, answer: DingTalkEvents.success
        ) { _ = try event(in: $0) }
    }
}
