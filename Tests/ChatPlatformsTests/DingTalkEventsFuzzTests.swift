import ChatPlatforms
import Earshot
import EarshotTesting
import Testing

@Suite("Broken events of DingTalk")
struct DingTalkEventsFuzzTests {
    private static let seed: UInt64 = 20_261_127

    private static let event =
        #"{"EventType":"user_leave_org","EventTime":1763740790000,"CorpId":"ding1","eventId":"e1","#
        + #""userId":["u7","李"],"diffInfo":{"prev":{"name":"x"}}}"#

    @Test("10,000 mutated envelopes with the old signature never pass for genuine")
    func envelopes() throws {
        var random = SeededRandom(seed: DingTalkEventsFuzzTests.seed)
        let events = try OwnRobots.dingTalkEvents()
        let call = try DingTalkEventCall(DingTalkEventsFuzzTests.event)
        let genuine = try events.read(query: call.query, body: call.body, now: OwnRobots.now)
        for round in 0..<10_000 {
            let body = random.mutated(call.body)
            guard let event = try? events.read(query: call.query, body: body, now: OwnRobots.now) else {
                continue
            }
            // White space or an unknown field may change; what is signed may not.
            if event != genuine {
                Issue.record("seed \(DingTalkEventsFuzzTests.seed) round \(round): \(event)")
            }
        }
    }

    @Test("10,000 genuine events with anything inside are read or refused without a word about why")
    func events() throws {
        var random = SeededRandom(seed: DingTalkEventsFuzzTests.seed)
        let events = try OwnRobots.dingTalkEvents()
        let text = Array(DingTalkEventsFuzzTests.event.utf8)
        for round in 0..<10_000 {
            var frame = WeComCall.frame(
                round.isMultiple(of: 2) ? random.mutated(text) : text, owner: OwnRobots.ownerKey)
            if !round.isMultiple(of: 2) { frame = random.mutated(frame) }
            let call = try DingTalkEventCall("", frame: frame)
            do throws(CallbackFault) {
                _ = try events.read(query: call.query, body: call.body, now: OwnRobots.now)
            } catch {
                #expect(
                    error.disposition == .forbidden, "seed \(DingTalkEventsFuzzTests.seed), round \(round)")
            }
        }
    }
}
