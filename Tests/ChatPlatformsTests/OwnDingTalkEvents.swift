import ChatPlatforms
import Crypto
import Earshot

extension OwnRobots {
    static let ownerKey = "dingOwnAppKey01"

    static func dingTalkEvents() throws -> DingTalkEvents {
        try DingTalkEvents(name: "sales", ownerKey: ownerKey, token: token, encodingAESKey: aesKey)
    }
}

/// An event of DingTalk as the platform would send it, made from the text before encryption.
struct DingTalkEventCall {
    var query: DingTalkQuery
    var body: [UInt8]

    /// - Parameter frame: What stands before padding in the plaintext; a correct frame around `event` unless given.
    init(_ event: String, frame: [UInt8]? = nil) throws {
        // Both platforms encrypt and sign alike.
        let call = try WeComCall(
            "", frame: frame ?? WeComCall.frame(Array(event.utf8), owner: OwnRobots.ownerKey))
        query = DingTalkQuery(
            signature: call.query.signature, timestamp: call.query.timestamp, nonce: call.query.nonce)
        body = call.body
    }
}
