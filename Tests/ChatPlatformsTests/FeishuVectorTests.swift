import ChatPlatforms
import Crypto
import EarshotTesting
import Testing

@Suite(
    "Feishu vectors",
    .enabled(if: ProtocolVectors.areHere, "skipped: the protocol vectors are not beside the project"))
struct FeishuVectorTests {
    @Test("every event vector has its stated outcome")
    func events() throws {
        let cases = try ProtocolVectors.load("feishu-event").cases
        #expect(cases.count > 70)
        for vector in cases where vector.expect.cryptoOnly != true {
            let http = try #require(vector.http)
            let key = try #require(vector.encryptKey)
            let app = try FeishuApp(
                name: "sales", verificationToken: Secret(try #require(vector.verificationToken)),
                encryptKey: key.isEmpty ? nil : Secret(key), clock: ManualClock(vector.sent))
            let outcome: String
            do throws(CallbackFault) {
                let callback = try app.read(http.bytes, signature: FeishuHeaders(http.header))
                outcome = "accept"
                if case .challenge(let challenge) = callback {
                    #expect(vector.expect.responseJson?.challenge == challenge, "\(vector.id)")
                } else {
                    #expect(vector.expect.responseJson == nil, "\(vector.id)")
                }
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

    @Test("every sample is read, and known for what it is")
    func samples() throws {
        let samples = try ProtocolSamples.load("feishu")
        #expect(samples.count >= 17)
        for sample in samples {
            let token = try #require(
                String(decoding: sample.bytes, as: UTF8.self).firstMatch(of: /"token": ?"([A-Za-z0-9]+)"/)?.1)
            let app = try FeishuApp(
                name: "sales", verificationToken: Secret(String(token)), encryptKey: OwnRobots.encryptKey,
                clock: ManualClock(OwnRobots.now))
            let call = try FeishuCall(sample.bytes)
            let callback = try app.read(call.body, signature: call.headers)
            let expected: String
            switch sample.name {
            case let name where name.contains("url-verification"): expected = "challenge"
            case let name where name.contains("entered"): expected = "opened"
            // Their buttons are of other cards than ours.
            case let name where name.contains("card-action"): expected = "notice"
            case let name where name.contains("bot-added") || name.contains("message-read"):
                expected = "notice"
            default: expected = "message"
            }
            #expect("\(callback)".hasPrefix(expected), "\(sample.name): \(callback)")
        }
    }
}
