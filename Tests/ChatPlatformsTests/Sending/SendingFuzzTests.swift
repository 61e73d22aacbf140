import Crypto
import Earshot
import EarshotTesting
import JSON
import Testing

@testable import ChatPlatforms

@Suite("Anything to send, and anything answered")
struct SendingFuzzTests {
    private static let seed: UInt64 = 20_261_126

    private let answers = [
        #"{"errcode":0,"errmsg":"ok","invaliduser":"a|b","msgid":"m","response_code":"c"}"#,
        #"{"errcode":45009,"errmsg":"ok","access_token":"t","expires_in":7200}"#,
        #"{"processQueryKey":"p","invalidStaffIdList":["a"],"flowControlledStaffIdList":[]}"#,
        #"{"code":"send.too.fast","message":"ok","accessToken":"t","expireIn":7200}"#,
        #"{"code":0,"msg":"ok","data":{"message_id":"om_1"},"tenant_access_token":"t","expire":1}"#,
    ].map { Array($0.utf8) }

    private func outcomes(_ response: PlatformResponse) -> [SendOutcome] {
        [
            WeComAnswer.sent(response, to: WeComAddressees(members: ["a", "c"]), repeatIsSafe: false),
            DingTalkAnswer.sent(response, to: ["a", "c"]), DingTalkWebhookAnswer.posted(response),
            FeishuAnswer.sent(response, repeatIsSafe: true), FeishuAnswer.posted(response),
        ]
    }

    @Test("an answer that breaks off anywhere is never taken for a success")
    func cutShort() {
        for body in answers {
            for length in 0..<body.count {
                let response = PlatformResponse(status: 200, body: Array(body.prefix(length)))
                for outcome in outcomes(response) {
                    if case .sent = outcome { Issue.record("\(length) bytes: \(outcome)") }
                }
                if case .value = WeComAnswer.token(response) { Issue.record("\(length) bytes") }
                if case .value = FeishuAnswer.token(response) { Issue.record("\(length) bytes") }
            }
        }
    }

    @Test(
        "20,000 mutated answers have some outcome, and a gateway's status is never a success without a code")
    func mutated() {
        var random = SeededRandom(seed: SendingFuzzTests.seed)
        var sent = 0
        for round in 0..<20_000 {
            let body = random.mutated(answers[round % answers.count])
            let status = [200, 200, 400, 502].randomElement(using: &random) ?? 200
            let response = PlatformResponse(status: status, body: body)
            for outcome in outcomes(response) {
                guard case .sent = outcome else { continue }
                sent += 1
                let hasCode = String(decoding: body, as: UTF8.self).contains("code")
                if status != 200, !hasCode { Issue.record("seed \(SendingFuzzTests.seed) round \(round)") }
            }
            let tokens = [
                WeComAnswer.token(response), DingTalkAnswer.token(response), FeishuAnswer.token(response),
            ]
            for case .value(let token) in tokens where token.lifetime < .zero || token.value.isEmpty {
                Issue.record("seed \(SendingFuzzTests.seed) round \(round): a token that is none")
            }
        }
        #expect((1000...80_000).contains(sent), "seed \(SendingFuzzTests.seed): \(sent) sent")
    }

    @Test("100 random replies: every form is whole JSON within its platform's limit")
    func forms() throws {
        var random = SeededRandom(seed: SendingFuzzTests.seed)
        let texts = SendingFixture.texts
        for round in 0..<100 {
            let reply = random.reply()
            let comment = Comment("seed \(SendingFuzzTests.seed) round \(round)")
            let app = try #require(WeComOutgoing(reply, task: "t", texts: texts))
            let toApp = WeComCalls.send(app, to: .everybody, agent: 1).json
            #expect(toApp != .null && toApp["markdown"]["content"].text.utf8.count <= 2048, comment)
            for isGroup in [true, false] {
                let robot = try #require(DingTalkRobotOutgoing(reply, isGroup: isGroup, texts: texts))
                let limit = DingTalkRobotOutgoing.longestParameters
                #expect(robot.parameters.utf8.count <= limit, comment)
                #expect((try? JSONValue(text: robot.parameters)) != nil, comment)
            }
            for form in FeishuOutgoing.forms(of: reply, texts: texts) {
                let call = FeishuCalls.send(form, to: .chat("c"), uuid: "u")
                #expect(call.body.count <= (form.type == "text" ? 150_000 : 30_000), comment)
                #expect((try? JSONValue(text: call.json["content"].text)) != nil, comment)
            }
            if let post = WeComWebhookOutgoing(reply, texts: texts) {
                let text = WeComWebhookCalls.send(post, key: Secret("k")).json["markdown"]["content"].text
                #expect((1...4096).contains(text.utf8.count), comment)
            }
            if let bot = FeishuOutgoing(toCustomBot: reply, texts: texts) {
                let call = try FeishuCalls.send(
                    bot, toBot: Secret("https://x/h"), secret: Secret("s"), now: Fixtures.now)
                #expect(call.json != .null && call.body.count <= 20_000, comment)
            }
        }
    }
}

extension SeededRandom {
    /// A reply of any blocks in any order, short or far too long.
    fileprivate mutating func reply() -> Reply {
        let longest = [4, 40, 400, 6000].randomElement(using: &self) ?? 4
        let count = Int.random(in: 1...12, using: &self)
        return Reply(
            (0..<count).map { _ in
                switch UInt8.random(in: 0...5, using: &self) {
                case 0: .title(text(longest))
                case 1: .text(text(longest))
                case 2: .figure(label: text(20), value: text(longest))
                case 3: .quote(text: text(longest), source: text(20))
                case 4: .item(text(longest))
                default:
                    .choices(
                        prompt: text(20),
                        (1...Int.random(in: 1...8, using: &self)).map {
                            Reply.Choice(number: $0, label: text(12), text: text(30))
                        })
                }
            })
    }

    private mutating func text(_ longest: Int) -> String {
        let pieces = ["油耗", "🚗", "\"", "\\", "\n", "<at id=all>", "a", " ", "\u{0}", "👨‍👩‍👧", "*", "http://x.cn"]
        let count = Int.random(in: 0...longest, using: &self) / 2
        return (0..<count).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }
}
