import ChatPlatforms
import EarshotTesting
import XML

extension CallbackHouse {
    /// A callback to the application with a right signature, made from the fields of its document.
    func weComAppCall(_ fields: String, from sender: String = "u7") throws -> (target: String, body: [UInt8])
    {
        let document =
            "<xml><ToUserName>\(app.corpID)</ToUserName><FromUserName>\(sender)</FromUserName>"
            + "<CreateTime>1763740790</CreateTime>\(fields)<AgentID>2</AgentID></xml>"
        return try weComAppCall(document: Array(document.utf8))
    }

    /// The same, made from any document.
    func weComAppCall(document: [UInt8]) throws -> (target: String, body: [UInt8]) {
        // What the platform sends has the fields of what it is answered, under other names.
        let sealed = try XMLElement(
            parsing: app.seal(document, nonce: "42", now: clock.now, random: [UInt8](repeating: 7, count: 16))
        )
        let target =
            "/callback/wecom/sales?msg_signature=\(sealed["MsgSignature"] ?? "")"
            + "&timestamp=\(sealed["TimeStamp"] ?? "")&nonce=42"
        let encrypted = XMLElement("Encrypt", text: sealed["Encrypt"] ?? "")
        return (target, XMLElement("xml", [encrypted]).bytes)
    }

    /// Calls the application, and gives the status and the decrypted answer.
    func weComApp(_ fields: String, from sender: String = "u7") async throws -> (
        status: Int, answer: XMLElement?
    )? {
        let call = try weComAppCall(fields, from: sender)
        guard let answer = await Caller(port: port)?.call("POST", call.target, body: call.body) else {
            return nil
        }
        guard !answer.body.isEmpty else { return (answer.status, nil) }
        return (answer.status, try openedByApp(answer.body))
    }

    /// What an encrypted answer says, after checking its signature as the platform does.
    func openedByApp(_ body: String) throws -> XMLElement {
        let sealed = try XMLElement(parsing: Array(body.utf8))
        let text = try app.answerAddressCheck(
            WeComQuery(
                signature: sealed["MsgSignature"], timestamp: sealed["TimeStamp"], nonce: sealed["Nonce"],
                echo: sealed["Encrypt"]))
        return try XMLElement(parsing: Array(text.utf8))
    }
}
