import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import XML

extension OwnRobots {
    static let corpID = "wwOwnCompany01"

    static func weComApp(at now: Timestamp = now) throws -> WeComApp {
        try WeComApp(
            name: "sales", corpID: corpID, token: token, encodingAESKey: aesKey, clock: ManualClock(now))
    }
}

extension WeComCall {
    /// A callback to the application as the platform would send it, made from the document before encryption.
    init(toApp document: [UInt8], owner: String = OwnRobots.corpID, length: UInt32? = nil) throws {
        try self.init("", frame: WeComCall.frame(document, length: length, owner: owner))
        body = WeComCall.envelope(encrypted)
    }

    /// The ciphertext of a call to a robot.
    var encrypted: String {
        String(String(decoding: body, as: UTF8.self).dropFirst(#"{"encrypt":""#.count).dropLast(2))
    }

    /// The usual fields of a callback with further ones behind them.
    init(toApp fields: String, from sender: String = "u7") throws {
        try self.init(
            toApp: Array(
                ("<xml><ToUserName><![CDATA[\(OwnRobots.corpID)]]></ToUserName>"
                    + "<FromUserName><![CDATA[\(sender)]]></FromUserName><CreateTime>1763740790</CreateTime>"
                    + fields + "<AgentID>1000002</AgentID></xml>").utf8))
    }

    static func envelope(_ encrypted: String) -> [UInt8] {
        Array(
            ("<xml><ToUserName><![CDATA[\(OwnRobots.corpID)]]></ToUserName><AgentID>1000002</AgentID>"
                + "<Encrypt><![CDATA[\(encrypted)]]></Encrypt></xml>").utf8)
    }
}
