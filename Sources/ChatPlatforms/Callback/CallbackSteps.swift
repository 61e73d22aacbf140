/// The steps of reading a callback and of answering it, one by one: for measuring what each takes.
///
/// Each throws where it does not come to what it does within the whole.
package struct CallbackSteps {
    package typealias Step = () throws -> Void

    /// Makes the signature that the callback must have.
    package let sign: Step
    /// Gets the message out of the ciphertext; nothing where messages are plain.
    package let decrypt: Step?
    /// Gets out of the message what it asks for.
    package let decode: Step
    /// Makes the ciphertext of an answer; nothing where answers are plain.
    package let encrypt: Step?

    init(sign: @escaping Step, decrypt: Step? = nil, decode: @escaping Step, encrypt: Step? = nil) {
        self.sign = sign
        self.decrypt = decrypt
        self.decode = decode
        self.encrypt = encrypt
    }
}
