import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing

@Suite(
    "WeCom vectors",
    .enabled(if: ProtocolVectors.areHere, "skipped: the protocol vectors are not beside the project"))
struct WeComVectorTests {
    @Test("every callback vector has its stated outcome")
    func callbacks() throws {
        let cases = try ProtocolVectors.load("wecom-aibot-callback").cases
        #expect(cases.count > 90)
        for vector in cases {
            let http = try #require(vector.http)
            let bot = try WeComBot(
                name: "sales", token: Secret(try #require(vector.token)),
                encodingAESKey: Secret(try #require(vector.aesKey)), clock: ManualClock(vector.sent))
            let query = WeComQuery(http.queryField)
            let outcome: String
            do throws(CallbackFault) {
                if http.method == "GET" {
                    let echo = try bot.answerAddressCheck(query)
                    #expect(echo == vector.expect.responseBody, "\(vector.id)")
                } else {
                    _ = try bot.read(query: query, body: http.bytes)
                }
                outcome = "accept"
            } catch {
                outcome = "reject"
                #expect(vector.expect.reasons.contains(error.reason.rawValue), "\(vector.id): \(error)")
            }
            #expect(["either", outcome].contains(vector.expect.outcome), "\(vector.id) \(vector.title)")
        }
    }

    @Test("answers are encrypted and signed to the last byte as the platform expects")
    func answers() throws {
        let cases = try ProtocolVectors.load("wecom-reply-encrypt").cases
        for vector in cases where vector.envelope?.format == "json" {
            let bot = try WeComBot(
                name: "sales", token: Secret(try #require(vector.token)),
                encodingAESKey: Secret(try #require(vector.aesKey)), clock: ManualClock())
            let seconds = try #require(vector.timestamp.flatMap { Int64($0) })
            let sealed = try bot.seal(
                Array(try #require(vector.plaintext).utf8), nonce: try #require(vector.nonce),
                now: Timestamp(seconds: seconds), random: Array(try #require(vector.random16).utf8))
            let envelope = try #require(vector.envelope?.object)
            #expect(
                String(decoding: sealed, as: UTF8.self)
                    == #"{"encrypt":"\#(envelope.encrypt)","msgsignature":"\#(envelope.msgsignature)","#
                    + #""nonce":"\#(envelope.nonce)","timestamp":\#(envelope.timestamp)}"#, "\(vector.id)")
        }
        #expect(cases.filter { $0.envelope?.format == "json" }.count >= 6)
    }

    @Test("every media vector has its stated outcome")
    func media() throws {
        for vector in try ProtocolVectors.load("wecom-media").cases {
            let bot = try WeComBot(
                name: "sales", token: Secret("token"), encodingAESKey: Secret(try #require(vector.aesKey)),
                clock: ManualClock())
            let ciphertext = try Base64.decode(try #require(vector.ciphertext))
            do throws(CryptoError) {
                let bytes = try bot.decryptMedia(ciphertext)
                #expect(vector.expect.outcome == "accept", "\(vector.id)")
                #expect(Base64.encode(bytes) == vector.plaintextBase64, "\(vector.id)")
            } catch {
                #expect(vector.expect.outcome == "reject", "\(vector.id)")
                #expect(vector.expect.reasons.contains(error.code.rawValue), "\(vector.id)")
            }
        }
    }
}
