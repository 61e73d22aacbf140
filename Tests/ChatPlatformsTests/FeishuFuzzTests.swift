import ChatPlatforms
import Earshot
import EarshotTesting
import Testing

@Suite("Broken input to a Feishu application")
struct FeishuFuzzTests {
    private static let seed: UInt64 = 20_261_126

    private static let events = [
        FeishuCall.event(
            "im.message.receive_v1",
            #"{"sender":{"sender_id":{"open_id":"o","user_id":"u"},"sender_type":"user","tenant_key":"t1"},"#
                + #""message":{"message_id":"m","chat_id":"c","chat_type":"group","message_type":"text","#
                + #""content":"{\"text\":\"@_user_1 油耗🚗\"}","mentions":[{"key":"@_user_1","id":{"open_id":"b"},"#
                + #""name":"x"}]}}"#),
        FeishuCall.event(
            "im.message.receive_v1",
            #"{"sender":{},"message":{"message_id":"m","chat_id":"c","chat_type":"p2p","message_type":"post","#
                + #""content":"{\"title\":\"t\",\"content\":[[{\"tag\":\"at\",\"user_id\":\"@_user_1\"}]]}"}}"#
        ),
        FeishuCall.event(
            "card.action.trigger",
            #"{"operator":{"open_id":"o"},"action":{"value":{"say":"x","chat":"c"}},"context":{"open_chat_id":"c"}}"#
        ),
        #"{"challenge":"c","token":"OwnVerification7","type":"url_verification"}"#,
    ].map { Array($0.utf8) }

    @Test("20,000 genuine callbacks with anything inside are read or refused without a word about why")
    func messages() throws {
        var random = SeededRandom(seed: FeishuFuzzTests.seed)
        let app = try OwnRobots.feishu()
        var counts = (read: 0, refused: 0)
        for round in 0..<20_000 {
            let call = try FeishuCall(
                random.mutated(FeishuFuzzTests.events[round % FeishuFuzzTests.events.count]))
            do throws(CallbackFault) {
                _ = try app.read(call.body, signature: call.headers)
                counts.read += 1
            } catch {
                counts.refused += 1
                if error.disposition != .forbidden { Issue.record("\(error) in round \(round)") }
            }
        }
        #expect(counts.read > 500 && counts.refused > 5000, "seed \(FeishuFuzzTests.seed): \(counts)")
    }

    @Test("20,000 mutated plain callbacks are read or refused")
    func plain() throws {
        var random = SeededRandom(seed: FeishuFuzzTests.seed)
        let app = try OwnRobots.feishu(isPlain: true)
        var read = 0
        for round in 0..<20_000 {
            let body = random.mutated(FeishuFuzzTests.events[round % FeishuFuzzTests.events.count])
            let call = FeishuCall(body: body, isSigned: false)
            if (try? app.read(call.body, signature: call.headers)) != nil { read += 1 }
        }
        #expect(read > 500, "seed \(FeishuFuzzTests.seed): \(read)")
    }

    @Test("20,000 mutated envelopes with the old signature, or none, are never read")
    func envelopes() throws {
        var random = SeededRandom(seed: FeishuFuzzTests.seed)
        let app = try OwnRobots.feishu()
        let call = try FeishuCall(FeishuFuzzTests.events[0])
        let unsigned = FeishuHeaders(timestamp: nil, nonce: nil, signature: nil)
        for round in 0..<20_000 {
            let body = random.mutated(call.body)
            guard body != call.body || round.isMultiple(of: 2) else { continue }
            let headers = round.isMultiple(of: 2) ? unsigned : call.headers
            if let callback = try? app.read(body, signature: headers) {
                Issue.record("seed \(FeishuFuzzTests.seed) round \(round): \(callback)")
            }
        }
    }
}
