import ChatPlatforms
import Earshot
import EarshotTesting
import Testing

@Suite("Broken input")
struct FuzzTests {
    private static let seed: UInt64 = 20_261_121

    @Test("20,000 mutated DingTalk bodies are read or refused")
    func dingTalk() throws {
        var random = SeededRandom(seed: FuzzTests.seed)
        let robot = try OwnRobots.dingTalk()
        let bodies = [
            #"{"msgId":"m","conversationId":"c","conversationType":"1","msgtype":"text","text":{"content":"油耗🚗"}}"#,
            #"{"msgId":"m","conversationId":"c","msgtype":"richText","content":{"richText":[{"text":"a"},{"type":"picture"}]}}"#,
            #"{"msgId":"m","conversationId":"c","msgtype":"audio","content":{"recognition":"a"},"sessionWebhookExpiredTime":1e3}"#,
        ].map { Array($0.utf8) }
        var read = 0
        var refused = 0
        for round in 0..<20_000 {
            do throws(CallbackFault) {
                _ = try robot.read(random.mutated(bodies[round % bodies.count]))
                read += 1
            } catch {
                refused += 1
                if error.disposition != .malformed { Issue.record("\(error) in round \(round)") }
            }
        }
        #expect(read > 500 && refused > 10_000, "seed \(FuzzTests.seed): \(read) read, \(refused) refused")
    }

    @Test("10,000 mutated WeCom bodies with the old signature never pass for genuine")
    func weComEnvelopes() throws {
        var random = SeededRandom(seed: FuzzTests.seed)
        let bot = try OwnRobots.weCom()
        let call = try WeComCall(
            #"{"msgid":"m","msgtype":"text","from":{"userid":"u"},"text":{"content":"x"}}"#)
        let genuine = try bot.read(query: call.query, body: call.body)
        for round in 0..<10_000 {
            let body = random.mutated(call.body)
            guard let callback = try? bot.read(query: call.query, body: body) else { continue }
            // White space or an unknown field may change; what is signed may not.
            if callback != genuine { Issue.record("seed \(FuzzTests.seed) round \(round): \(callback)") }
        }
    }

    private static let event =
        #"{"msgid":"m","msgtype":"event","from":{"userid":"u"},"chattype":"group","event":"#

    private static let weComCallbacks = [
        event + #"{"eventtype":"template_card_event","template_card_event":{"event_key":"say:x"}}}"#,
        event + #"{"eventtype":"feedback_event","feedback_event":{"id":"fb","type":2,"content":"x","#
            + #""inaccurate_reason_list":[2,4]}}}"#,
        #"{"msgid":"m","msgtype":"mixed","from":{"userid":"u"},"mixed":{"msg_item":[{"msgtype":"text","#
            + #""text":{"content":"x"}},{"msgtype":"image","image":{"url":"https://x"}}]},"#
            + #""quote":{"msgtype":"text","text":{"content":"x"}}}"#,
    ]

    @Test(
        "10,000 genuine WeCom callbacks of each kind with anything inside are read or refused",
        arguments: weComCallbacks)
    func weComMessages(text: String) throws {
        var random = SeededRandom(seed: FuzzTests.seed)
        let bot = try OwnRobots.weCom()
        let message = Array(text.utf8)
        var refused = 0
        for round in 0..<10_000 {
            let frame = random.mutated(round.isMultiple(of: 2) ? WeComCall.frame(message) : message)
            let call = try WeComCall(
                "", frame: round.isMultiple(of: 2) ? frame : WeComCall.frame(frame))
            do throws(CallbackFault) {
                _ = try bot.read(query: call.query, body: call.body)
            } catch {
                refused += 1
                if error.disposition != .forbidden { Issue.record("\(error) in round \(round)") }
            }
        }
        #expect(refused > 5000)
    }

    @Test("10,000 random ciphertexts with a right signature are refused without a word about why")
    func weComCiphertexts() throws {
        var random = SeededRandom(seed: FuzzTests.seed)
        let bot = try OwnRobots.weCom()
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".unicodeScalars)
        for round in 0..<10_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...90, using: &random) {
                text.append(alphabet.randomElement(using: &random) ?? "A")
            }
            let call = WeComCall(encrypted: String(text))
            do throws(CallbackFault) {
                _ = try bot.read(query: call.query, body: call.body)
                Issue.record("round \(round) was accepted")
            } catch {
                #expect(error.disposition == .forbidden)
            }
        }
    }
}
