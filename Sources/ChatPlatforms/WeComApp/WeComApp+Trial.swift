public import Crypto
public import Earshot

extension WeComApp {
    /// The platform's check of the application's address.
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
