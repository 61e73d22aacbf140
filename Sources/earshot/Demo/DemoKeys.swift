import Crypto

/// The secrets that the demo's applications and robots share with the stand-ins, made at every start.
struct DemoKeys: Sendable {
    let weCom: String
    let dingTalk: String
    let feishu: String
    /// With which the group robots of DingTalk and Feishu sign.
    let robotSecret: String
    /// Of the console, which the demo shows without.
    let console: String
    /// Of callbacks, which nobody makes in the demo.
    let callbackToken: String
    let callbackKey: String

    init() throws(CryptoError) {
        weCom = try DemoKeys.letters(32)
        dingTalk = try DemoKeys.letters(32)
        feishu = try DemoKeys.letters(32)
        console = try DemoKeys.letters(32)
        robotSecret = try DemoKeys.letters(32)
        callbackToken = try DemoKeys.letters(32)
        // Base64 of 32 bytes without its end: the last character stands for four bits alone.
        callbackKey = try DemoKeys.letters(42) + "A"
    }

    /// Hexadecimal digits, an even number of them.
    private static func letters(_ count: Int) throws(CryptoError) -> String {
        Hexadecimal.encode(try randomBytes(count / 2))
    }
}
