import ChatPlatforms
import Earshot
import EarshotTesting
import Testing
import XML

@Suite("Broken input to a WeCom application")
struct WeComAppFuzzTests {
    private static let seed: UInt64 = 20_261_126

    private static let message =
        "<xml><ToUserName><![CDATA[\(OwnRobots.corpID)]]></ToUserName><FromUserName>u</FromUserName>"
        + "<CreateTime>1763740790</CreateTime><MsgType>event</MsgType><Event>template_card_event</Event>"
        + "<EventKey><![CDATA[say:x & <y>]]></EventKey><SelectedItems><SelectedItem><QuestionKey>q</QuestionKey>"
        + "</SelectedItem></SelectedItems></xml>"

    @Test("10,000 mutated envelopes with the old signature never pass for genuine")
    func envelopes() throws {
        var random = SeededRandom(seed: WeComAppFuzzTests.seed)
        let app = try OwnRobots.weComApp()
        let call = try WeComCall(toApp: Array(WeComAppFuzzTests.message.utf8))
        let genuine = try app.read(query: call.query, body: call.body)
        for round in 0..<10_000 {
            let body = random.mutated(call.body)
            guard let callback = try? app.read(query: call.query, body: body) else { continue }
            // White space or an unknown element may change; what is signed may not.
            if callback != genuine {
                Issue.record("seed \(WeComAppFuzzTests.seed) round \(round): \(callback)")
            }
        }
    }

    @Test("10,000 genuine callbacks with anything inside are read or refused without a word about why")
    func messages() throws {
        var random = SeededRandom(seed: WeComAppFuzzTests.seed)
        let message = Array(WeComAppFuzzTests.message.utf8)
        for round in 0..<10_000 {
            if round.isMultiple(of: 2) {
                try expectForbiddenOrRead(WeComCall(toApp: random.mutated(message)), round)
            } else {
                let frame = random.mutated(WeComCall.frame(message, owner: OwnRobots.corpID))
                var call = try WeComCall("", frame: frame)
                call.body = WeComCall.envelope(call.encrypted)
                try expectForbiddenOrRead(call, round)
            }
        }
    }

    @Test(
        "10,000 genuine callbacks with fields that are missing, twice there or hold anything are read or refused"
    )
    func fields() throws {
        var random = SeededRandom(seed: WeComAppFuzzTests.seed)
        let names = [
            "MsgType", "FromUserName", "CreateTime", "MsgId", "Event", "EventKey", "Content", "AgentID",
            "Other",
        ]
        let values = [
            "", "text", "event", "voice", "sys", "u7", "1", "click", "template_card_event", "enter_agent",
            "say:x",
            "say:", " ", "]]>", "<a>", "\u{0}", "\u{202E}", "🚗", String(repeating: "x", count: 600),
        ]
        var read = 0
        for round in 0..<10_000 {
            // The first names are those without which nothing is read.
            let fields = (0..<12).map { number in
                XMLElement(
                    number < 5 && !Bool.random(using: &random)
                        ? names[number] : names.randomElement(using: &random) ?? "Other",
                    text: values.randomElement(using: &random) ?? "")
            }
            if try expectForbiddenOrRead(WeComCall(toApp: XMLElement("xml", fields).bytes), round) {
                read += 1
            }
        }
        #expect(read > 2000, "seed \(WeComAppFuzzTests.seed)")
    }

    /// - Returns: whether it was read.
    @discardableResult
    private func expectForbiddenOrRead(_ call: WeComCall, _ round: Int) throws -> Bool {
        let app = try OwnRobots.weComApp()
        do throws(CallbackFault) {
            _ = try app.read(query: call.query, body: call.body)
            return true
        } catch {
            #expect(error.disposition == .forbidden, "seed \(WeComAppFuzzTests.seed), round \(round)")
            return false
        }
    }
}
