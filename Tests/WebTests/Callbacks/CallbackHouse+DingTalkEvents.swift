import ChatPlatforms
import EarshotTesting
import JSON

extension CallbackHouse {
    /// An event with a right signature around any text, and how its query is spelled.
    func dingTalkEventCall(
        _ text: [UInt8], signature: String = "signature", timestamp: String = "timestamp"
    ) throws -> (target: String, body: [UInt8]) {
        // What the platform sends has the fields of what it is answered, in another place.
        let sealed = try JSONValue(
            events.seal(text, nonce: "42", now: clock.now, random: [UInt8](repeating: 7, count: 16)))
        let target =
            "/callback/dingtalk-event/sales?\(signature)=\(sealed["msg_signature"].text)"
            + "&\(timestamp)=\(sealed["timeStamp"].text)&nonce=42"
        return (target, Array(#"{"encrypt":"\#(sealed["encrypt"].text)"}"#.utf8))
    }

    /// Sends an event, and gives the status and the decrypted answer.
    func dingTalkEvent(_ text: String) async throws -> (status: Int, answer: String)? {
        let call = try dingTalkEventCall(Array(text.utf8))
        guard let answer = await Caller(port: port)?.call("POST", call.target, body: call.body) else {
            return nil
        }
        return (answer.status, answer.status == 200 ? try openedByDingTalk(answer.body) : "")
    }

    /// What an encrypted answer says, after checking its signature as the platform does.
    func openedByDingTalk(_ body: String) throws -> String {
        let sealed = try JSONValue(Array(body.utf8))
        // Another platform's application with the same keys: they encrypt and sign alike.
        return try app.answerAddressCheck(
            WeComQuery(
                signature: sealed["msg_signature"].text, timestamp: sealed["timeStamp"].text,
                nonce: sealed["nonce"].text, echo: sealed["encrypt"].text))
    }
}
