import ChatPlatforms
import Crypto
import Earshot
import FoundationEssentials
import JSON
import XML

/// One kind of callback with everything it takes to read one and to answer it.
struct CallbackSurface {
    let name: String
    /// What is measured, by name: `read` is the signature checked, the message decrypted and decoded, `sealed` an answer
    /// encrypted and signed; `sign`, `decrypt`, `decode` and `encrypt` are the parts of these alone.
    let calls: [(name: String, call: () throws -> Void)]
    /// The same payload for other people's clients: see Tests/Clients/callbacks.py.
    let payload: JSON

    static let token = Secret("BenchToken7")
    private static let aesKey = Secret("EarshotOwnKeyForTests0123456789abcdefghijkl")
    private static let company = "wwBenchCompany01"
    private static let nonce = "1597212914"
    private static let question = "我们城市的客户最近在说什么"
    private static let random = [UInt8](repeating: 7, count: 16)

    /// What is answered: an overview as a dealer gets it.
    private static let answer = """
        杭州 · 近7天客户之声 声量 207（较前7天 +32%） 净好评 -11%（全国 6%） 最受认可 外观 17 · 内饰 14 · 智驾 14 \
        抱怨最多 油耗 22（▲144%） · 质量故障 21 · 舒适性 13 售后环节 配件缺货 8 · 售后等待 7 · 收费争议 5
        """

    static func all(now: Timestamp) throws -> [CallbackSurface] {
        [
            try weComApp(now), try weComBot(now), try dingTalkRobot(now), try dingTalkEvents(now),
            try feishu(now), dingTalkGroup(now), feishuGroup(now),
        ]
    }

    /// What is measured of a surface: whatever it has of the whole and of its parts.
    private static func calls(
        read: @escaping () throws -> Void, sealed: (() throws -> Void)? = nil, _ steps: CallbackSteps
    ) -> [(name: String, call: () throws -> Void)] {
        [
            ("read", read), ("sealed", sealed), ("sign", steps.sign), ("decrypt", steps.decrypt),
            ("decode", steps.decode), ("encrypt", steps.encrypt),
        ].compactMap { name, call in call.map { (name, $0) } }
    }

    private static func weComApp(_ now: Timestamp) throws -> CallbackSurface {
        let app = try WeComApp(
            name: "bench", corpID: company, token: token, encodingAESKey: aesKey, clock: SystemClock())
        let message = Array(
            """
            <xml><ToUserName><![CDATA[\(company)]]></ToUserName><FromUserName><![CDATA[WangFang]]></FromUserName>\
            <CreateTime>\(now.milliseconds / 1000)</CreateTime><MsgType><![CDATA[text]]></MsgType>\
            <Content><![CDATA[\(question)]]></Content><MsgId>7280421539123456789</MsgId><AgentID>1000002</AgentID></xml>
            """.utf8)
        let sealed = try XMLElement(
            parsing: app.seal(message, nonce: nonce, now: now, random: random))
        let (encrypted, signature) = (sealed["Encrypt"] ?? "", sealed["MsgSignature"] ?? "")
        let body = Array(
            """
            <xml><ToUserName><![CDATA[\(company)]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID>\
            <Encrypt><![CDATA[\(encrypted)]]></Encrypt></xml>
            """.utf8)
        let reply = Array(
            """
            <xml><ToUserName>WangFang</ToUserName><FromUserName>\(company)</FromUserName>\
            <CreateTime>\(now.milliseconds / 1000)</CreateTime><MsgType>text</MsgType><Content>\(answer)</Content></xml>
            """.utf8)
        let query = query(signature, now)
        return CallbackSurface(
            name: "wecom-app",
            calls: calls(
                read: {
                    guard case .message = try app.read(query: query, body: body) else { throw unread }
                }, sealed: { _ = try app.seal(reply, nonce: nonce, now: now, random: randomBytes(16)) },
                try app.steps(query: query, body: body, answer: reply)),
            payload: payload("wecom-app", body, signature, now, reply, owner: company, text: message))
    }

    private static func weComBot(_ now: Timestamp) throws -> CallbackSurface {
        let bot = try WeComBot(
            name: "bench", token: token, encodingAESKey: aesKey, clock: SystemClock())
        let message = Array(
            """
            {"msgid":"CAIQ16HMjQYY/NGagIOAgAMgq4KM0AI=","aibotid":"AIBOTID","chattype":"single",\
            "from":{"userid":"WangFang"},"msgtype":"text","text":{"content":"\(question)"}}
            """.utf8)
        let sealed = try envelope(
            bot.seal(message, nonce: nonce, now: now, random: random))
        let reply = Array(
            #"{"msgtype":"stream","stream":{"id":"1700000000.abc","finish":true,"content":"\#(answer)"}}"#
                .utf8)
        let query = query(sealed.signature, now)
        return CallbackSurface(
            name: "wecom-bot",
            calls: calls(
                read: {
                    guard case .message = try bot.read(query: query, body: sealed.body) else { throw unread }
                }, sealed: { _ = try bot.seal(reply, nonce: nonce, now: now, random: randomBytes(16)) },
                try bot.steps(query: query, body: sealed.body, answer: reply)),
            payload: payload(
                "wecom-bot", sealed.body, sealed.signature, now, reply, owner: "", text: message))
    }

    private static func dingTalkRobot(_ now: Timestamp) throws -> CallbackSurface {
        let robot = try DingTalkRobot(name: "bench", appSecret: token)
        let timestamp = String(now.milliseconds)
        let sign = try DingTalkSignature.robot(timestamp: timestamp, secret: token)
        let body = Array(
            """
            {"conversationId":"cidZm9v","senderStaffId":"0123456","msgId":"msgZm9v","senderNick":"王芳",\
            "isAdmin":false,"createAt":\(timestamp),"chatbotCorpId":"ding0f1e","chatbotUserId":"$:LWCP_v1:$Zm9v",\
            "senderCorpId":"ding0f1e","conversationType":"1","robotCode":"ding8y7x","msgtype":"text",\
            "sessionWebhook":"https://oapi.dingtalk.com/robot/sendBySession?session=0123456789abcdef",\
            "text":{"content":" \(question)"}}
            """.utf8)
        return CallbackSurface(
            name: "dingtalk-robot",
            calls: calls(
                read: {
                    try robot.verify(timestamp: timestamp, sign: sign, now: now)
                    guard case .message = try robot.read(body) else { throw unread }
                }, robot.steps(timestamp: timestamp, sign: sign, body: body)),
            payload: payload("dingtalk-robot", body, sign, now, [], owner: "", text: body))
    }

    private static func dingTalkEvents(_ now: Timestamp) throws -> CallbackSurface {
        let events = try DingTalkEvents(
            name: "bench", ownerKey: company, token: token, encodingAESKey: aesKey)
        let message = Array(
            """
            {"EventType":"user_leave_org","EventTime":\(now.milliseconds),"CorpId":"ding0f1e","BizId":"b1",\
            "eventId":"e1","userId":["0123456"]}
            """.utf8)
        let sealed = try envelope(
            events.seal(message, nonce: nonce, now: now, random: random))
        let query = DingTalkQuery(
            signature: sealed.signature, timestamp: String(now.milliseconds), nonce: nonce)
        return CallbackSurface(
            name: "dingtalk-events",
            calls: calls(
                read: {
                    guard case .change = try events.read(query: query, body: sealed.body, now: now) else {
                        throw unread
                    }
                }, sealed: { _ = try events.seal(nonce: nonce, now: now, random: randomBytes(16)) },
                try events.steps(query: query, body: sealed.body)),
            payload: payload(
                "dingtalk-events", sealed.body, sealed.signature, now, DingTalkEvents.success, owner: company,
                text: message, timestamp: String(now.milliseconds)))
    }

    private static func feishu(_ now: Timestamp) throws -> CallbackSurface {
        let app = try FeishuApp(
            name: "bench", verificationToken: token, encryptKey: aesKey, clock: SystemClock())
        let text = Array(
            """
            {"schema":"2.0","header":{"event_id":"e1","event_type":"im.message.receive_v1","token":"BenchToken7",\
            "create_time":"\(now.milliseconds)","app_id":"cli_1","tenant_key":"t1"},"event":{"sender":{"sender_id":\
            {"open_id":"ou_1","user_id":"u1"},"sender_type":"user","tenant_key":"t1"},"message":{"message_id":"om_1",\
            "create_time":"\(now.milliseconds)","chat_id":"oc_1","chat_type":"p2p","message_type":"text",\
            "content":"{\\"text\\":\\"\(question)\\"}"}}}
            """.utf8)
        let cipher = try AES256CBC(
            key: Secret(Digest.sha256(ofJoined: [aesKey])), vector: Secret(random))
        let body = JSON.object([
            "encrypt": .string(Base64.encode(random + (try cipher.encrypt(text, padding: .to16))))
        ]).bytes
        let timestamp = String(now.milliseconds / 1000)
        let signature = Hexadecimal.encode(
            Digest.sha256(ofJoined: [Secret(timestamp + nonce), aesKey, Secret(body)]))
        let headers = FeishuHeaders(timestamp: timestamp, nonce: nonce, signature: signature)
        return CallbackSurface(
            name: "feishu",
            calls: calls(
                read: {
                    guard case .message = try app.read(body, signature: headers) else { throw unread }
                }, try app.steps(body: body, signature: headers)),
            payload: payload("feishu", body, signature, now, [], owner: "", text: text))
    }

    private static func query(_ signature: String, _ now: Timestamp) -> WeComQuery {
        WeComQuery(signature: signature, timestamp: String(now.milliseconds / 1000), nonce: nonce)
    }

    /// A callback with the ciphertext and the signature of a sealed answer, which are made in the same way.
    private static func envelope(_ answer: [UInt8]) throws -> (body: [UInt8], signature: String) {
        let fields = try JSONDecoder().decode(Sealed.self, from: Data(answer))
        return (JSON.object(["encrypt": .string(fields.encrypt)]).bytes, fields.signature)
    }

    private struct Sealed: Decodable {
        let encrypt: String
        let signature: String

        private enum Key: String, CodingKey {
            case encrypt, msgsignature
            case msgSignature = "msg_signature"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            encrypt = try fields.decode(String.self, forKey: .encrypt)
            // WeCom's bots and DingTalk's events spell it differently.
            signature = try fields.decode(
                String.self, forKey: fields.contains(.msgsignature) ? .msgsignature : .msgSignature)
        }
    }

    static func payload(
        _ name: String, _ body: [UInt8], _ signature: String, _ now: Timestamp, _ answer: [UInt8],
        owner: String, text: [UInt8] = [], timestamp: String? = nil
    ) -> JSON {
        [
            "surface": .string(name), "body": .string(String(decoding: body, as: UTF8.self)),
            "signature": .string(signature),
            "timestamp": .string(
                timestamp ?? String(name == "dingtalk-robot" ? now.milliseconds : now.milliseconds / 1000)),
            "nonce": .string(nonce), "answer": .string(String(decoding: answer, as: UTF8.self)),
            "text": .string(String(decoding: text, as: UTF8.self)), "owner": .string(owner),
            "token": .string(token.revealText()),
            "key": .string(aesKey.revealText()),
        ]
    }

    private static let unread = Failure("a callback that was made to be read was not")
}
