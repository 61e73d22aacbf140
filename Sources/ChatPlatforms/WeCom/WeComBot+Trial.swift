public import Crypto
public import Earshot

extension WeComBot {
    /// The platform's check of the robot's address.
    ///
    /// - Parameters:
    ///   - address: Whole, without a query.
    ///   - random: `CallbackTrial.randomCount` unpredictable bytes.
    public func trial(at address: String, now: Timestamp, random: [UInt8]) throws(CryptoError)
        -> CallbackTrial
    {
        try key.echoTrial(at: address, now: now, random: random)
    }
}
