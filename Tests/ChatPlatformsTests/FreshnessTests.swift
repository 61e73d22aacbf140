import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing
import XML

@Suite("The time a callback was signed at")
struct FreshnessTests {
    /// What becomes of genuine callbacks of every kind at a moment: a reason where they are refused.
    private func reasons(at now: Timestamp) throws -> [String?] {
        let (app, bot) = (try OwnRobots.weComApp(at: now), try OwnRobots.weCom(at: now))
        let feishu = try OwnRobots.feishu(at: now)
        let events = try OwnRobots.dingTalkEvents()
        let toApp = try WeComCall(toApp: "<MsgType>event</MsgType><Event>view</Event>")
        let ofDingTalk = try DingTalkEventCall(#"{"EventType":"check_url"}"#)
        let toBot = try WeComCall(#"{"msgid":"m","msgtype":"x","from":{"userid":"u"}}"#)
        let event = try FeishuCall(FeishuCall.event("im.message.message_read_v1", "{}"))
        var (appEcho, botEcho) = (toApp.query, toBot.query)
        appEcho.echo = try XMLElement(parsing: toApp.body)["Encrypt"]
        botEcho.echo = toBot.encrypted
        return [
            reason { () throws(CallbackFault) in
                _ = try app.read(query: toApp.query, body: toApp.body)
            },
            reason { () throws(CallbackFault) in _ = try app.answerAddressCheck(appEcho) },
            reason { () throws(CallbackFault) in
                _ = try bot.read(query: toBot.query, body: toBot.body)
            },
            reason { () throws(CallbackFault) in _ = try bot.answerAddressCheck(botEcho) },
            reason { () throws(CallbackFault) in
                _ = try feishu.read(event.body, signature: event.headers)
            },
            reason { () throws(CallbackFault) in
                _ = try events.read(query: ofDingTalk.query, body: ofDingTalk.body, now: now)
            },
        ]
    }

    private func reason(_ body: () throws(CallbackFault) -> Void) -> String? {
        do throws(CallbackFault) {
            try body()
            return nil
        } catch {
            return error.disposition == .forbidden ? error.reason.rawValue : "told"
        }
    }

    @Test("what was signed within twelve hours is taken, what was signed earlier or later is not")
    func bounds() throws {
        let hours = Duration.seconds(12 * 3600)
        for moment in [
            OwnRobots.now, OwnRobots.now + hours - .milliseconds(1), OwnRobots.now - hours + .milliseconds(1),
        ] {
            #expect(try reasons(at: moment) == [nil, nil, nil, nil, nil, nil])
        }
        for moment in [OwnRobots.now + hours, OwnRobots.now - hours, Timestamp(seconds: 0)] {
            #expect(try Set(reasons(at: moment)) == ["stale_timestamp"])
        }
    }

    @Test(
        "a signed time that is no number is refused",
        arguments: [
            "soon", "-1763740800", "+1763740800", "1763740800.0", "99999999999999999", "１７６３", " 1763740800",
        ])
    func nonsense(timestamp: String) throws {
        let good = try WeComCall(toApp: "<MsgType>event</MsgType><Event>view</Event>")
        let encrypted = try #require(try XMLElement(parsing: good.body)["Encrypt"])
        let parts = [OwnRobots.token.revealText(), timestamp, "777", encrypted]
        let sorted = parts.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        let query = WeComQuery(
            signature: Hexadecimal.encode(Digest.sha1(of: Array(sorted.joined().utf8))),
            timestamp: timestamp, nonce: "777")
        let app = try OwnRobots.weComApp()
        let weCom = reason { () throws(CallbackFault) in _ = try app.read(query: query, body: good.body) }
        #expect(weCom == "bad_timestamp")
        let event = try FeishuCall(FeishuCall.event("im.message.message_read_v1", "{}"))
        let signature = Hexadecimal.encode(
            Digest.sha256(of: Array("\(timestamp)777own-encrypt-key".utf8) + event.body))
        let feishu = try OwnRobots.feishu()
        let headers = FeishuHeaders(timestamp: timestamp, nonce: "777", signature: signature)
        let refused = reason { () throws(CallbackFault) in
            _ = try feishu.read(event.body, signature: headers)
        }
        #expect(refused == "bad_timestamp")
    }
}
