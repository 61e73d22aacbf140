import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import XML

extension FuzzedDecoder {
    /// Every decoder there is.
    public static func all() throws -> [FuzzedDecoder] {
        [
            xml, try weComApp(), try weComBot(), try dingTalkRobot(), try dingTalkEvents(), try feishu(),
            try cards(), answers,
        ]
    }

    /// What is read can be written, and read again as the same.
    private static var xml: FuzzedDecoder {
        FuzzedDecoder(name: "xml") { random in
            let document = HostileBytes.of(sample(FuzzSamples.documents, &random), &random)
            do throws(XMLError) {
                let element = try XMLElement(parsing: document)
                return try XMLElement(parsing: element.bytes) == element
                    ? .read : .wrong("changed by writing")
            } catch {
                return .refused(error.code.rawValue)
            }
        }
    }

    private static func weComApp() throws -> FuzzedDecoder {
        let app = try WeComApp(
            name: "f", corpID: FuzzedRobots.owner, token: FuzzedRobots.token,
            encodingAESKey: FuzzedRobots.aesKey, clock: ManualClock(FuzzedRobots.now))
        return FuzzedDecoder(name: "wecom-app") { random in
            let message = sample(FuzzSamples.weComApp, &random)
            let sealed = try sealed(message, owner: FuzzedRobots.owner, &random)
            return verdict { () throws(CallbackFault) in
                _ = try app.read(query: sealed.query, body: sealed.xml)
            }
        }
    }

    private static func weComBot() throws -> FuzzedDecoder {
        let bot = try WeComBot(
            name: "f", token: FuzzedRobots.token, encodingAESKey: FuzzedRobots.aesKey,
            clock: ManualClock(FuzzedRobots.now))
        return FuzzedDecoder(name: "wecom-bot") { random in
            let sealed = try sealed(sample(FuzzSamples.weComBot, &random), owner: "", &random)
            return verdict { () throws(CallbackFault) in
                _ = try bot.read(query: sealed.query, body: sealed.json)
            }
        }
    }

    private static func dingTalkRobot() throws -> FuzzedDecoder {
        let robot = try DingTalkRobot(name: "f", appSecret: FuzzedRobots.token)
        return FuzzedDecoder(name: "dingtalk-robot") { random in
            let body = HostileBytes.of(sample(FuzzSamples.dingTalkRobot, &random), &random)
            return verdict(.malformed) { () throws(CallbackFault) in _ = try robot.read(body) }
        }
    }

    private static func dingTalkEvents() throws -> FuzzedDecoder {
        let events = try DingTalkEvents(
            name: "f", ownerKey: FuzzedRobots.owner, token: FuzzedRobots.token,
            encodingAESKey: FuzzedRobots.aesKey)
        return FuzzedDecoder(name: "dingtalk-events") { random in
            let message = sample(FuzzSamples.dingTalkEvents, &random)
            let sealed = try sealed(message, owner: FuzzedRobots.owner, &random)
            let query = DingTalkQuery(
                signature: sealed.signature, timestamp: SealedMessage.timestamp, nonce: SealedMessage.nonce)
            return verdict { () throws(CallbackFault) in
                _ = try events.read(query: query, body: sealed.json, now: FuzzedRobots.now)
            }
        }
    }

    /// Half of the callbacks are encrypted, the others plain, as for an application without a key.
    private static func feishu() throws -> FuzzedDecoder {
        let (open, closed) = (try feishuApp(key: nil), try feishuApp(key: FuzzedRobots.feishuKey))
        return FuzzedDecoder(name: "feishu") { random in
            let text = HostileBytes.of(sample(FuzzSamples.feishu, &random), &random)
            return try Bool.random(using: &random) ? plain(text, to: open) : encrypted(text, to: closed)
        }
    }

    private static func feishuApp(key: Secret?) throws -> FeishuApp {
        try FeishuApp(
            name: "f", verificationToken: FuzzedRobots.token, encryptKey: key, botOpenID: "ou_bot",
            clock: ManualClock(FuzzedRobots.now))
    }

    private static func plain(_ body: [UInt8], to app: FeishuApp) -> Verdict {
        let unsigned = FeishuHeaders(timestamp: nil, nonce: nil, signature: nil)
        return verdict(nil) { () throws(CallbackFault) in _ = try app.read(body, signature: unsigned) }
    }

    private static func encrypted(_ text: [UInt8], to app: FeishuApp) throws -> Verdict {
        let vector = [UInt8](repeating: 7, count: 16)
        let key = Secret(Digest.sha256(ofJoined: [FuzzedRobots.feishuKey]))
        let cipher = try AES256CBC(key: key, vector: Secret(vector))
        let encrypted = Base64.encode(vector + (try cipher.encrypt(text, padding: .to16)))
        let body = Array(#"{"encrypt":"\#(encrypted)"}"#.utf8)
        let (timestamp, nonce) = (SealedMessage.timestamp, SealedMessage.nonce)
        let signed = Secret(
            Array((timestamp + nonce + FuzzedRobots.feishuKey.revealText()).utf8) + body)
        let headers = FeishuHeaders(
            timestamp: timestamp, nonce: nonce,
            signature: Hexadecimal.encode(Digest.sha256(ofJoined: [signed])))
        return verdict { () throws(CallbackFault) in _ = try app.read(body, signature: headers) }
    }

    /// Presses on cards, of every platform in turn.
    private static func cards() throws -> FuzzedDecoder {
        let app = try WeComApp(
            name: "f", corpID: FuzzedRobots.owner, token: FuzzedRobots.token,
            encodingAESKey: FuzzedRobots.aesKey, clock: ManualClock(FuzzedRobots.now))
        let bot = try WeComBot(
            name: "f", token: FuzzedRobots.token, encodingAESKey: FuzzedRobots.aesKey,
            clock: ManualClock(FuzzedRobots.now))
        let cards = try DingTalkCards(name: "f", corpID: "ding1", apiSecret: FuzzedRobots.token)
        let feishu = try feishuApp(key: FuzzedRobots.feishuKey)
        let headers = DingTalkCardHeaders(timestamp: "1763740800000", signature: nil)
        return FuzzedDecoder(name: "cards") { random in
            switch Int.random(in: 0...3, using: &random) {
            case 0:
                let sealed = try sealed(
                    sample(FuzzSamples.weComAppCards, &random), owner: FuzzedRobots.owner, &random)
                return verdict { () throws(CallbackFault) in
                    _ = try app.read(query: sealed.query, body: sealed.xml)
                }
            case 1:
                let sealed = try sealed(sample(FuzzSamples.weComBotCards, &random), owner: "", &random)
                return verdict { () throws(CallbackFault) in
                    _ = try bot.read(query: sealed.query, body: sealed.json)
                }
            case 2:
                let body = HostileBytes.of(sample(FuzzSamples.dingTalkCards, &random), &random)
                return verdict(.malformed) { () throws(CallbackFault) in
                    _ = try cards.read(body, headers: headers)
                }
            default:
                let text = HostileBytes.of(sample(FuzzSamples.feishuCards, &random), &random)
                return try encrypted(text, to: feishu)
            }
        }
    }

    /// What platforms answer to what is sent; nothing of it is refused, only understood or not.
    private static var answers: FuzzedDecoder {
        FuzzedDecoder(name: "answers") { random in
            let body = HostileBytes.of(sample(FuzzSamples.answers, &random), &random)
            let status = [200, 200, 200, 400, 401, 429, 502].randomElement(using: &random) ?? 200
            let response = PlatformResponse(status: status, body: body)
            let outcomes = [
                WeComAnswer.sent(response, to: WeComAddressees(members: ["u1", "u2"]), repeatIsSafe: true),
                DingTalkAnswer.sent(response, to: ["u1"]), DingTalkWebhookAnswer.posted(response),
                FeishuAnswer.sent(response, repeatIsSafe: true),
            ]
            _ = (WeComAnswer.token(response), DingTalkAnswer.token(response), FeishuAnswer.token(response))
            _ = (WeComAnswer.agent(response), FeishuAnswer.bot(response), WeComAnswer.uploaded(response))
            let isTaken = outcomes.contains { if case .sent = $0 { true } else { false } }
            return isTaken ? .read : .refused("not_sent")
        }
    }

    private static func sample(_ samples: [[UInt8]], _ random: inout SeededRandom) -> [UInt8] {
        samples.randomElement(using: &random) ?? []
    }

    /// A message changed before it is encrypted, or now and then its frame or its ciphertext.
    private static func sealed(
        _ message: [UInt8], owner: String, _ random: inout SeededRandom
    ) throws -> SealedMessage {
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
            let frame = SealedMessage.frame(message, owner: owner)
            return try SealedMessage(frame: HostileBytes.of(frame, &random))
        case 1:
            let whole = try SealedMessage(frame: SealedMessage.frame(message, owner: owner))
            let text = HostileBytes.of(Array(whole.encrypted.utf8), &random)
            // Without what would end the envelope's own text.
            return SealedMessage(
                encrypted: String(
                    decoding: text.filter { (0x2B...0x7A).contains($0) && $0 != 0x5C && $0 != 0x5D },
                    as: UTF8.self))
        default:
            return try SealedMessage(
                frame: SealedMessage.frame(HostileBytes.of(message, &random), owner: owner))
        }
    }

    /// - Parameter only: What whoever sent it may learn at most; nothing where any is right.
    private static func verdict(
        _ only: CallbackFault.Disposition? = .forbidden, _ read: () throws(CallbackFault) -> Void
    ) -> Verdict {
        do throws(CallbackFault) {
            try read()
            return .read
        } catch {
            if let only, error.disposition != only {
                return .wrong("it tells \(error.disposition): \(error)")
            }
            return .refused(error.reason.rawValue)
        }
    }
}
