import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing
import XML

@Suite(
    "WeCom application vectors",
    .enabled(if: ProtocolVectors.areHere, "skipped: the protocol vectors are not beside the project"))
struct WeComAppVectorTests {
    private func app(_ vector: ProtocolVectors.Case) throws -> WeComApp {
        try WeComApp(
            name: "sales", corpID: try #require(vector.corpId), token: Secret(try #require(vector.token)),
            encodingAESKey: Secret(try #require(vector.aesKey)), clock: ManualClock(vector.sent))
    }

    @Test("every callback vector has its stated outcome")
    func callbacks() throws {
        let cases = try ProtocolVectors.load("wecom-xml-callback").cases
        #expect(cases.count > 90)
        for vector in cases {
            let http = try #require(vector.http)
            let app = try app(vector)
            let query = WeComQuery(http.queryField)
            let outcome: String
            do throws(CallbackFault) {
                if http.method == "GET" {
                    let echo = try app.answerAddressCheck(query)
                    #expect(echo == vector.expect.responseBody, "\(vector.id)")
                } else {
                    _ = try app.read(query: query, body: http.bytes)
                }
                outcome = "accept"
            } catch {
                outcome = "reject"
                // What no route lets in is refused here for what is wrong with it besides.
                let isLarge = vector.expect.reason == "body_too_large"
                #expect(
                    isLarge || vector.expect.reasons.contains(error.reason.rawValue), "\(vector.id): \(error)"
                )
            }
            #expect(["either", outcome].contains(vector.expect.outcome), "\(vector.id) \(vector.title)")
        }
    }

    @Test("answers are encrypted and signed to the last byte as the platform expects")
    func answers() throws {
        let cases = try ProtocolVectors.load("wecom-reply-encrypt").cases
            .filter { $0.envelope?.format == "xml" }
        #expect(cases.count >= 4)
        for vector in cases {
            let seconds = try #require(vector.timestamp.flatMap { Int64($0) })
            let sealed = try app(vector).seal(
                Array(try #require(vector.plaintext).utf8), nonce: try #require(vector.nonce),
                now: Timestamp(seconds: seconds), random: Array(try #require(vector.random16).utf8))
            let root = try XMLElement(parsing: sealed)
            #expect(root.name == "xml")
            #expect(root.children.map(\.name) == vector.envelope?.elements, "\(vector.id)")
            #expect(root["Encrypt"] == vector.ciphertext, "\(vector.id)")
            #expect(root["MsgSignature"] == vector.signature, "\(vector.id)")
            #expect(root["TimeStamp"] == vector.timestamp, "\(vector.id)")
            #expect(root["Nonce"] == vector.nonce, "\(vector.id)")
        }
    }

    @Test("every sample is read, and known for what it is")
    func samples() throws {
        let samples = try ProtocolSamples.load("wecom-app")
        #expect(samples.count >= 20)
        for sample in samples {
            let call = try WeComCall(toApp: sample.bytes)
            let callback = try OwnRobots.weComApp().read(query: call.query, body: call.body)
            let expected: String
            switch sample.name {
            case let name where name.contains("enter-agent"): expected = "opened"
            case let name where name.hasSuffix("-subscribe.xml"): expected = "opened"
            case let name where name.contains("event"): expected = "notice"
            default: expected = "message"
            }
            #expect("\(callback)".hasPrefix(expected), "\(sample.name): \(callback)")
        }
    }
}
