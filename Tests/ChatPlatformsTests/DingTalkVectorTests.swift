import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing

@Suite(
    "DingTalk vectors",
    .enabled(if: ProtocolVectors.areHere, "skipped: the protocol vectors are not beside the project"))
struct DingTalkVectorTests {
    @Test("every header vector has its stated outcome")
    func headers() throws {
        let cases = try ProtocolVectors.load("dingtalk-header-sign").cases
        #expect(cases.count > 50)
        for vector in cases {
            let http = try #require(vector.http)
            let robot = try DingTalkRobot(
                name: "sales", appSecret: Secret(try #require(vector.appSecret)))
            let now = Timestamp(milliseconds: try #require(vector.nowMillis))
            let body = http.bytes
            let outcome: String
            do throws(CallbackFault) {
                try robot.verify(
                    timestamp: http.header("timestamp"), sign: http.header("sign"), now: now)
                let callback = try robot.read(body)
                outcome = "accept"
                if case .notice = callback {
                    #expect(vector.expect.dispatch == false, "\(vector.id)")
                } else {
                    #expect(
                        vector.expect.dispatch == true || vector.expect.duplicateOf != nil, "\(vector.id)")
                }
                #expect(String(decoding: body, as: UTF8.self) == vector.expect.plaintext, "\(vector.id)")
            } catch {
                outcome = "reject"
                #expect(vector.expect.reasons.contains(error.reason.rawValue), "\(vector.id): \(error)")
            }
            #expect(vector.expect.outcome == outcome, "\(vector.id) \(vector.title)")
        }
    }

    @Test("every event vector has its stated outcome")
    func events() throws {
        for vector in try ProtocolVectors.load("dingtalk-event-crypto").cases {
            let events = try events(of: vector)
            let http = try #require(vector.http)
            let outcome: String
            do throws(CallbackFault) {
                _ = try events.read(
                    query: DingTalkQuery { http.queryField($0) }, body: http.bytes, now: vector.sent)
                outcome = "accept"
            } catch {
                outcome = "reject"
                // What is too large to be read is not refused here.
                let reasons = vector.expect.reasons.union(
                    vector.expect.reason == "body_too_large" ? ["malformed_envelope"] : [])
                #expect(reasons.contains(error.reason.rawValue), "\(vector.id): \(error)")
            }
            #expect(["either", outcome].contains(vector.expect.outcome), "\(vector.id) \(vector.title)")
        }
    }

    @Test("the answer to an event is encrypted and signed to the last byte as the platform expects")
    func eventAnswers() throws {
        let cases = try ProtocolVectors.load("dingtalk-event-crypto").cases.filter { $0.random16 != nil }
        #expect(!cases.isEmpty)
        for vector in cases {
            let envelope = try #require(vector.envelope?.object)
            let sealed = try events(of: vector).seal(
                Array(try #require(vector.plaintext).utf8), nonce: envelope.nonce,
                now: Timestamp(milliseconds: envelope.timestamp),
                random: Array(try #require(vector.random16).utf8))
            #expect(
                String(decoding: sealed, as: UTF8.self)
                    == #"{"msg_signature":"\#(envelope.msgsignature)","timeStamp":"\#(envelope.timestamp)","#
                    + #""nonce":"\#(envelope.nonce)","encrypt":"\#(envelope.encrypt)"}"#, "\(vector.id)")
        }
    }

    private func events(of vector: ProtocolVectors.Case) throws -> DingTalkEvents {
        try DingTalkEvents(
            name: "sales", ownerKey: try #require(vector.corpId), token: Secret(try #require(vector.token)),
            encodingAESKey: Secret(try #require(vector.aesKey)))
    }

    @Test("every signature for sending is what the platforms expect")
    func outgoing() throws {
        let cases = try ProtocolVectors.load("outgoing-sign").cases
        #expect(cases.count >= 20)
        for vector in cases {
            let secret = Secret(try #require(vector.secret))
            let timestamp = try #require(vector.timestamp)
            switch vector.kind {
            case "dingtalk-custom-robot":
                #expect(try DingTalkSignature.robot(timestamp: timestamp, secret: secret) == vector.sign)
                let address = try DingTalkSignature.signedAddress(
                    webhook: try #require(vector.webhook), timestamp: timestamp, secret: secret)
                #expect(address == vector.signedUrl, "\(vector.id)")
            case "dingtalk-card-callback":
                #expect(try DingTalkSignature.card(timestamp: timestamp, secret: secret) == vector.sign)
            case "feishu-custom-bot":
                #expect(try FeishuSignature.customBot(timestamp: timestamp, secret: secret) == vector.sign)
            default:
                Issue.record("\(vector.id) is of a kind that is not tested")
            }
        }
    }
}
