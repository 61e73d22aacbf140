import ChatPlatforms
import Crypto
import Earshot
import Testing

@Suite("DingTalk robot")
struct DingTalkRobotTests {
    private func reason(_ body: () throws(CallbackFault) -> Void) -> String? {
        do throws(CallbackFault) {
            try body()
            return nil
        } catch {
            return error.reason.rawValue
        }
    }

    private func verify(
        _ timestamp: String? = "1763740800000", _ sign: String? = OwnRobots.sign,
        now: Timestamp = OwnRobots.now
    ) throws -> String? {
        let robot = try OwnRobots.dingTalk()
        return reason { () throws(CallbackFault) in
            try robot.verify(timestamp: timestamp, sign: sign, now: now)
        }
    }

    @Test("a right signature is accepted for less than an hour, on both sides")
    func freshness() throws {
        let hour = Duration.seconds(3600)
        #expect(try verify() == nil)
        #expect(try verify(now: OwnRobots.now + hour - .milliseconds(1)) == nil)
        #expect(try verify(now: OwnRobots.now - hour + .milliseconds(1)) == nil)
        #expect(try verify(now: OwnRobots.now + hour) == "stale_timestamp")
        #expect(try verify(now: OwnRobots.now - hour) == "stale_timestamp")
    }

    @Test("every single changed character of the signature is noticed")
    func everyCharacterCounts() throws {
        for index in OwnRobots.sign.indices {
            var sign = OwnRobots.sign
            sign.replaceSubrange(index...index, with: sign[index] == "A" ? "B" : "A")
            #expect(try verify("1763740800000", sign) == "bad_signature")
        }
        #expect(try verify("1763740800000", OwnRobots.sign + " ") == "bad_signature")
        #expect(try verify("1763740800001") == "bad_signature")
    }

    @Test("missing and senseless headers are told apart in the log")
    func senselessHeaders() throws {
        #expect(try verify(nil) == "missing_parameter")
        #expect(try verify("1763740800000", nil) == "missing_parameter")
        #expect(try verify("", OwnRobots.sign) == "missing_parameter")
        #expect(try verify("1763740800000", "") == "missing_parameter")
        for timestamp in ["soon", "-1763740800000", "+1763740800000", "1e12", "17637408000000000", "１７"] {
            #expect(try verify(timestamp) == "bad_timestamp")
        }
    }

    @Test("a robot without a secret cannot be set up")
    func emptySecret() {
        let error = #expect(throws: RobotError.self) { try DingTalkRobot(name: "x", appSecret: Secret("")) }
        #expect(error?.code == .emptySecret)
    }

    @Test("signatures for sending follow the published formulas")
    func sending() throws {
        let timestamp = "1763740800000"
        #expect(try DingTalkSignature.robot(timestamp: timestamp, secret: OwnRobots.secret) == OwnRobots.sign)
        #expect(
            try DingTalkSignature.card(timestamp: timestamp, secret: OwnRobots.secret)
                == "KjDJ9xQR+E3MzItsR60G+g+S0l7/HeHCiMsAvrsIMYM=")
        #expect(
            try FeishuSignature.customBot(timestamp: "1763740800", secret: OwnRobots.secret)
                == "Gu87vpDt9YzQDrdZbKh325aLftTD7hn3y/yMzzLc5bc=")
        #expect(
            try DingTalkSignature.signedAddress(
                webhook: "https://oapi.dingtalk.com/robot/send?access_token=t", timestamp: timestamp,
                secret: OwnRobots.secret)
                == "https://oapi.dingtalk.com/robot/send?access_token=t&timestamp=1763740800000"
                + "&sign=PxKwOtqJ6MVr0pEygFeFk6HZFZ%2FXu1mh%2F4oNr6iVBCI%3D")
    }
}
