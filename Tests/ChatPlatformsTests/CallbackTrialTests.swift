import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing

@Suite("The check of an address, played and judged")
struct CallbackTrialTests {
    private static let address = "https://voices.example.com/callback/x/sales"
    private let now = OwnRobots.now
    private let random = (0..<UInt8(CallbackTrial.randomCount)).map { $0 }

    private func query(_ trial: CallbackTrial) -> (String) -> String? {
        { name in trial.call.query.first { $0.name == name }?.value }
    }

    private func header(_ trial: CallbackTrial) -> (String) -> String? {
        { name in trial.call.headers.first { $0.name == name }?.value }
    }

    @Test("WeCom's echo is opened by the application and by the robot, and wanted bare")
    func echo() throws {
        let (app, bot) = (try OwnRobots.weComApp(), try OwnRobots.weCom())
        let ofApp = try app.trial(at: CallbackTrialTests.address, now: now, random: random)
        let ofBot = try bot.trial(at: CallbackTrialTests.address, now: now, random: random)
        let echo = try app.answerAddressCheck(WeComQuery(query(ofApp)))
        #expect(try bot.answerAddressCheck(WeComQuery(query(ofBot))) == echo)
        // The application's ends with the company, the robot's with nothing.
        #expect(throws: CallbackFault.self) { try bot.answerAddressCheck(WeComQuery(query(ofApp))) }
        for trial in [ofApp, ofBot] {
            #expect(trial.call.method == .get && trial.patience == .seconds(1))
            #expect(trial.verdict(on: Array(echo.utf8)) == .right)
            for (before, after) in [("", "\n"), ("\u{FEFF}", ""), ("\"", "\""), (" ", "\r\n")] {
                #expect(trial.verdict(on: Array("\(before)\(echo)\(after)".utf8)) == .decorated)
            }
            #expect(trial.verdict(on: []) == .empty && trial.verdict(on: Array("\r\n".utf8)) == .empty)
            #expect(trial.verdict(on: Array(" <html>\(echo)</html>".utf8)) == .page)
            #expect(trial.verdict(on: Array((echo + echo).utf8)) == .wrong)
        }
    }

    @Test(
        "Feishu's challenge is encrypted where there is a key, and is wanted back", arguments: [true, false])
    func challenge(isPlain: Bool) throws {
        let app = try OwnRobots.feishu(isPlain: isPlain)
        let trial = try app.trial(at: CallbackTrialTests.address, random: random)
        let body = String(decoding: trial.call.body, as: UTF8.self)
        #expect(body.hasPrefix(isPlain ? #"{"challenge":"# : #"{"encrypt":"#))
        let callback = try app.read(trial.call.body, signature: FeishuHeaders(header(trial)))
        guard case .challenge(let challenge) = callback else {
            Issue.record("\(callback)")
            return
        }
        #expect(trial.verdict(on: Array(#"{"challenge":"\#(challenge)"}"#.utf8)) == .right)
        #expect(trial.verdict(on: Array(#"{"challenge":"other"}"#.utf8)) == .wrong)
        #expect(trial.verdict(on: Array("{}".utf8)) == .wrong)
    }

    @Test(
        "DingTalk's check_url is an event like any other, and wants the encrypted success of the same owner")
    func event() throws {
        let events = try OwnRobots.dingTalkEvents()
        let trial = try events.trial(at: CallbackTrialTests.address, now: now, random: random)
        let read = try events.read(query: DingTalkQuery(query(trial)), body: trial.call.body, now: now)
        #expect(read == .notice("check_url"))
        let bytes = Array(random[..<16])
        #expect(trial.verdict(on: try events.seal(nonce: "7", now: now, random: bytes)) == .right)
        let other = try events.seal(Array("failure".utf8), nonce: "7", now: now, random: bytes)
        #expect(trial.verdict(on: other) == .wrong)
        let foreign = try DingTalkEvents(
            name: "sales", ownerKey: "dingOther", token: OwnRobots.token, encodingAESKey: OwnRobots.aesKey)
        #expect(trial.verdict(on: try foreign.seal(nonce: "7", now: now, random: bytes)) == .wrong)
        #expect(trial.verdict(on: Array("success".utf8)) == .wrong)
    }

    @Test("DingTalk's robot gets a signed callback that is no message, and says nothing to it")
    func robot() throws {
        let robot = try OwnRobots.dingTalk()
        let trial = try robot.trial(at: CallbackTrialTests.address, now: now, random: random)
        try robot.verify(timestamp: header(trial)("timestamp"), sign: header(trial)("sign"), now: now)
        #expect(try robot.read(trial.call.body) == .notice("earshot_check"))
        #expect(trial.verdict(on: DingTalkReply.nothing) == .right)
        #expect(trial.verdict(on: Array(#"{"msgtype":"text"}"#.utf8)) == .wrong)
    }

    @Test("DingTalk's cards get a signed callback that is no press")
    func cards() throws {
        let cards = try DingTalkCards(name: "sales", corpID: "dingOwn", apiSecret: OwnRobots.secret)
        let trial = try cards.trial(at: CallbackTrialTests.address, now: now)
        let headers = DingTalkCardHeaders(header(trial))
        try cards.verify(headers, now: now)
        #expect(try cards.read(trial.call.body, headers: headers) == .notice("earshotCheck"))
        #expect(trial.verdict(on: Array("{}".utf8)) == .right)
        #expect(trial.verdict(on: Array("[]".utf8)) == .wrong)
    }

    @Test("20,000 broken answers are never taken for the right one")
    func broken() throws {
        let seed: UInt64 = 20_261_127
        var random = SeededRandom(seed: seed)
        let (app, events) = (try OwnRobots.feishu(), try OwnRobots.dingTalkEvents())
        let trial = try events.trial(at: CallbackTrialTests.address, now: now, random: self.random)
        let answer = try events.seal(nonce: "7", now: now, random: Array(self.random[..<16]))
        let challenge = try app.trial(at: CallbackTrialTests.address, random: self.random)
        for _ in 0..<10_000 {
            // Whatever is left as it was may be right: a text that opens to success is one.
            let changed = random.mutated(Array(answer.dropLast(20)))
            #expect(trial.verdict(on: changed) != .right, "seed \(seed)")
            let other = random.mutated(Array(#"{"challenge":"0011"}"#.utf8))
            #expect(challenge.verdict(on: other) != .right, "seed \(seed)")
        }
    }
}
