import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Foundation
import JSON
import XML

@testable import EarshotProgram

/// Calls of the chat platforms to the sample site, signed and encrypted as theirs are.
enum RobotCalls {
    /// A message to the DingTalk robot.
    ///
    /// - Parameters:
    ///   - chat: the group's identifier, or nothing for the person's own chat.
    ///   - picture: the download code of a picture that comes with the text.
    static func dingTalk(
        _ text: String, from account: String, id: String = UUID().uuidString, inGroup: Bool = false,
        chat: String? = nil, picture: String? = nil, over caller: Caller?
    ) async throws -> Caller.Answer? {
        var fields: [String: Any] = [
            "msgId": id, "conversationId": chat ?? "chat-\(account)",
            "conversationType": inGroup ? "2" : "1", "senderStaffId": account, "senderNick": "某人",
        ]
        if let picture {
            fields["msgtype"] = "richText"
            fields["content"] = [
                "richText": [["text": text], ["type": "picture", "downloadCode": picture]]
            ]
        } else {
            fields["msgtype"] = "text"
            fields["text"] = ["content": text]
        }
        let body = try JSONSerialization.data(withJSONObject: fields)
        return await caller?.call(
            "POST", "/callback/dingtalk/sales", headers: try dingTalkHeaders(), body: Array(body))
    }

    /// The body with which the DingTalk robot answers a message, sent again while it is empty, which says that the words come
    /// later: a busy machine may need some time. Nothing where nobody is there to answer.
    static func dingTalkAnswer(
        to text: String, from account: String, id: String, over caller: Caller?
    ) async -> String? {
        for _ in 0..<20 {
            let answer = try? await dingTalk(text, from: account, id: id, over: caller)
            guard let answer, answer.status == 200 else { return nil }
            if !words(answer).isEmpty { return answer.body }
        }
        return nil
    }

    static func dingTalkHeaders() throws -> [(String, String)] {
        let timestamp = String(SystemClock().now.milliseconds)
        let sign = try DingTalkSignature.robot(timestamp: timestamp, secret: SampleSite.appSecret)
        return [("timestamp", timestamp), ("sign", sign)]
    }

    /// What the robot says, as the person reads it.
    static func words(_ answer: Caller.Answer?) -> String {
        guard let answer, let object = object(answer.body) else { return "" }
        let card = object["actionCard"] as? [String: Any]
        let markdown = object["markdown"] as? [String: Any]
        let buttons = (card?["btns"] as? [[String: Any]])?.compactMap { $0["title"] as? String } ?? []
        return (([card?["text"], markdown?["text"]].compactMap { $0 as? String }) + buttons)
            .joined(separator: "\n")
    }

    /// The headers of a press on a card of the DingTalk robot.
    static func dingTalkCardHeaders() throws -> [(String, String)] {
        let timestamp = String(SystemClock().now.milliseconds)
        let signature = try DingTalkSignature.card(timestamp: timestamp, secret: SampleSite.appSecret)
        return [("x-ddpaas-signature-timestamp", timestamp), ("x-ddpaas-signature", signature)]
    }

    /// An event of the DingTalk subscription.
    static func dingTalkEventCall(_ event: [UInt8]) throws -> (target: String, body: [UInt8]) {
        let events = try DingTalkEvents(
            name: "sales", ownerKey: SampleSite.ownerKey, token: SampleSite.botToken,
            encodingAESKey: SampleSite.aesKey)
        // What the platform sends has the fields of what it is answered, in another place.
        let sealed = try JSONValue(
            events.seal(
                event, nonce: "42", now: SystemClock().now, random: [UInt8](repeating: 7, count: 16)))
        let target =
            "/callback/dingtalk-event/sales?msg_signature=\(sealed["msg_signature"].text)"
            + "&timestamp=\(sealed["timeStamp"].text)&nonce=42"
        return (target, Array(#"{"encrypt":"\#(sealed["encrypt"].text)"}"#.utf8))
    }

    static func bot() throws -> WeComBot {
        try WeComBot(
            name: "sales", token: SampleSite.botToken, encodingAESKey: SampleSite.aesKey,
            clock: SystemClock())
    }

    /// A callback to the WeCom bot, and its decrypted answer.
    static func weCom(
        _ message: [String: Any], over caller: Caller?
    ) async throws -> (status: Int, answer: [String: Any])? {
        let call = try weComCall(Array(JSONSerialization.data(withJSONObject: message)))
        guard let answer = await caller?.call("POST", call.target, body: call.body) else { return nil }
        guard !answer.body.isEmpty else { return (answer.status, [:]) }
        let sealed = object(answer.body) ?? [:]
        let opened = try bot().answerAddressCheck(
            WeComQuery(
                signature: sealed["msgsignature"] as? String,
                timestamp: (sealed["timestamp"] as? NSNumber)?.stringValue,
                nonce: sealed["nonce"] as? String, echo: sealed["encrypt"] as? String))
        return (answer.status, object(opened) ?? [:])
    }

    static func weComCall(_ message: [UInt8]) throws -> (target: String, body: [UInt8]) {
        let sealed = object(
            String(
                decoding: try bot().seal(
                    message, nonce: "42", now: SystemClock().now, random: [UInt8](repeating: 7, count: 16)),
                as: UTF8.self))
        let signature = sealed?["msgsignature"] as? String ?? ""
        let timestamp = (sealed?["timestamp"] as? NSNumber)?.stringValue ?? ""
        let target =
            "/callback/wecom-bot/sales?msg_signature=\(signature)&timestamp=\(timestamp)&nonce=42"
        return (target, Array(#"{"encrypt":"\#(sealed?["encrypt"] as? String ?? "")"}"#.utf8))
    }

    static func weComApp() throws -> WeComApp {
        try WeComApp(
            name: "sales", corpID: SampleSite.corpID, token: SampleSite.botToken,
            encodingAESKey: SampleSite.aesKey, clock: SystemClock())
    }

    /// A callback to the WeCom application, made from its document.
    static func weComAppCall(
        _ document: [UInt8]
    ) throws -> (target: String, encrypted: String, body: [UInt8]) {
        // What the platform sends has the fields of what it is answered, under other names.
        let sealed = try XMLElement(
            parsing: weComApp().seal(
                document, nonce: "42", now: SystemClock().now, random: [UInt8](repeating: 7, count: 16)))
        let target =
            "/callback/wecom/sales?msg_signature=\(sealed["MsgSignature"] ?? "")"
            + "&timestamp=\(sealed["TimeStamp"] ?? "")&nonce=42"
        let encrypted = sealed["Encrypt"] ?? ""
        return (target, encrypted, XMLElement("xml", [XMLElement("Encrypt", text: encrypted)]).bytes)
    }

    /// What an encrypted answer of the application says, after checking its signature as the platform does.
    static func openedWeComApp(_ body: String) throws -> XMLElement {
        let sealed = try XMLElement(parsing: Array(body.utf8))
        let text = try weComApp().answerAddressCheck(
            WeComQuery(
                signature: sealed["MsgSignature"], timestamp: sealed["TimeStamp"], nonce: sealed["Nonce"],
                echo: sealed["Encrypt"]))
        return try XMLElement(parsing: Array(text.utf8))
    }

    /// A callback to the Feishu application, made from the text before encryption.
    static func feishuCall(
        _ text: [UInt8]
    ) throws -> (target: String, headers: [(String, String)], body: [UInt8]) {
        let vector = Array("0123456789abcdef".utf8)
        let key = Secret(Digest.sha256(of: Array(SampleSite.feishuKey.utf8)))
        let cipher = try AES256CBC(key: key, vector: Secret(vector))
        let encrypted = Base64.encode(vector + (try cipher.encrypt(text, padding: .to16)))
        let body = Array(#"{"encrypt":"\#(encrypted)"}"#.utf8)
        let timestamp = String(SystemClock().now.milliseconds / 1000)
        let signature = Hexadecimal.encode(
            Digest.sha256(of: Array("\(timestamp)42\(SampleSite.feishuKey)".utf8) + body))
        let headers = [
            ("X-Lark-Request-Timestamp", timestamp), ("X-Lark-Request-Nonce", "42"),
            ("X-Lark-Signature", signature),
        ]
        return ("/callback/feishu/sales", headers, body)
    }

    static func object(_ json: String) -> [String: Any]? {
        (try? JSONSerialization.jsonObject(with: Data(json.utf8))) as? [String: Any]
    }
}
