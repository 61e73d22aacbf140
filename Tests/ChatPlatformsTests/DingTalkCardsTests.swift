import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing

@Suite("Interactive cards of DingTalk")
struct DingTalkCardsTests {
    private static let seed: UInt64 = 20_261_128

    private let headers = DingTalkCardHeaders(
        timestamp: "1763740800000", signature: "KjDJ9xQR+E3MzItsR60G+g+S0l7/HeHCiMsAvrsIMYM=")

    private func cards() throws -> DingTalkCards {
        try DingTalkCards(name: "sales", corpID: "ding1", apiSecret: OwnRobots.secret)
    }

    private func press(
        say: String = "油耗原话", user: String = #""u7""#, company: String = "ding1", more: String = ""
    ) -> String {
        #"{"type":"actionCallback","outTrackId":"t1","corpId":"\#(company)","userId":\#(user)\#(more),"#
            + #""content":"{\"cardPrivateData\":{\"actionIds\":[\"a\"],\"params\":{\"say\":\"\#(say)\"}}}"}"#
    }

    private func read(_ text: String, at timestamp: String = "1763740800000") throws -> DingTalkCardCallback {
        try cards().read(
            Array(text.utf8), headers: DingTalkCardHeaders(timestamp: timestamp, signature: nil))
    }

    private func reason(
        _ headers: DingTalkCardHeaders, at now: Timestamp = OwnRobots.now
    ) throws -> String? {
        let cards = try cards()
        do throws(CallbackFault) {
            try cards.verify(headers, now: now)
            return nil
        } catch {
            return error.reason.rawValue
        }
    }

    @Test("a signature made elsewhere is good for an hour before and after, and no other is")
    func signature() throws {
        #expect(try reason(headers) == nil)
        #expect(try reason(headers, at: OwnRobots.now + .milliseconds(3_599_999)) == nil)
        #expect(try reason(headers, at: OwnRobots.now + .seconds(3600)) == "stale_timestamp")
        #expect(try reason(headers, at: OwnRobots.now + .seconds(-3600)) == "stale_timestamp")
        for (timestamp, signature, expected) in [
            (nil, headers.signature, "missing_parameter"), ("", headers.signature, "missing_parameter"),
            (headers.timestamp, nil, "missing_parameter"), (headers.timestamp, "", "missing_parameter"),
            ("x", headers.signature, "bad_timestamp"), ("-1", headers.signature, "bad_timestamp"),
            ("99999999999999999", headers.signature, "bad_timestamp"),
            ("1763740800001", headers.signature, "bad_signature"),
            (headers.timestamp, "K" + (headers.signature ?? ""), "bad_signature"),
            // The formula of the robot's callbacks.
            (headers.timestamp, OwnRobots.sign, "bad_signature"),
        ] as [(String?, String?, String)] {
            let wrong = DingTalkCardHeaders(timestamp: timestamp, signature: signature)
            #expect(try reason(wrong) == expected)
        }
    }

    @Test("a button that carries a message is that message, said by the person alone with the robot")
    func pressed() throws {
        guard case .pressed(let message) = try read(press(say: " 油耗原话 ", more: #","userIdType":1"#)) else {
            Issue.record("not a press")
            return
        }
        #expect(message.channel == "dingtalk/sales")
        #expect(message.account == "dingtalk:u7")
        #expect(message.chat == "single:u7")
        #expect(!message.isGroup)
        #expect(message.content == .text("油耗原话"))
        #expect(message.replyAddress == nil)
    }

    @Test("the same press is known again; another time, person or button is another press")
    func identity() throws {
        func id(_ text: String, at timestamp: String = "1") throws -> String {
            guard case .pressed(let message) = try read(text, at: timestamp) else { return "" }
            return message.id
        }
        let first = try id(press())
        #expect(try id(press()) == first)
        let others = [
            try id(press(), at: "2"), try id(press(user: #""u8""#)), try id(press(say: "别的")), first,
        ]
        #expect(Set(others).count == 4)
        #expect(!first.contains("u7"))
    }

    @Test(
        "who is not of the company, or has no user id of it, cannot speak",
        arguments: [
            (#""u7""#, "ding2", ""), (#""u7""#, "", ""), (#""u7""#, "ding1", #","userIdType":2"#),
            (#""u7""#, "ding1", #","userIdType":"unionId""#), (#""u7""#, "ding1", #","userIdType":{}"#),
            ("null", "ding1", ""), (#""""#, "ding1", ""), ("7", "ding1", ""),
        ])
    func outsiders(user: String, company: String, more: String) throws {
        #expect(try read(press(user: user, company: company, more: more)) == .pressedByOutsider)
    }

    @Test("buttons that stand for no message, and other callbacks, are notices")
    func notices() throws {
        let nothing = DingTalkCardCallback.notice("a button that stands for no message")
        #expect(try read(press(say: " ")) == nothing)
        for content in [
            "", "x", "[]", "{}", #"{\"cardPrivateData\":{\"params\":{\"say\":7}}}"#,
            #"{\"cardPrivateData\":{\"actionIds\":[\"say:x\"]}}"#,
        ] {
            let text =
                #"{"type":"actionCallback","corpId":"ding1","userId":"u7","content":"\#(content)"}"#
            #expect(try read(text) == nothing, "\(content)")
        }
        #expect(try read(#"{"type":"somethingNew"}"#) == .notice("somethingNew"))
    }

    @Test("what is no callback is refused")
    func malformed() throws {
        let cards = try cards()
        func reason(_ text: String) -> String? {
            do throws(CallbackFault) {
                _ = try cards.read(Array(text.utf8), headers: headers)
                return nil
            } catch {
                #expect(error.disposition == .malformed)
                return error.reason.rawValue
            }
        }
        #expect(reason("") == "empty_body")
        for text in ["x", "[]", "{", String(repeating: #"{"a":"#, count: 20_000)] {
            #expect(reason(text) == "malformed_envelope")
        }
        for text in ["{}", #"{"type":7}"#, #"{"type":""}"#] { #expect(reason(text) == "malformed_message") }
    }

    @Test("10,000 genuine callbacks with anything inside are read or refused as malformed")
    func fuzz() throws {
        var random = SeededRandom(seed: DingTalkCardsTests.seed)
        let cards = try cards()
        let text = Array(press(more: #","userIdType":1"#).utf8)
        for round in 0..<10_000 {
            do throws(CallbackFault) {
                _ = try cards.read(random.mutated(text), headers: headers)
            } catch {
                #expect(error.disposition == .malformed, "seed \(DingTalkCardsTests.seed), round \(round)")
            }
        }
    }

    @Test("cards without a company or a secret cannot be set up")
    func wrongSetUp() {
        func code(_ corpID: String, _ secret: Secret) -> RobotError.Code? {
            #expect(throws: RobotError.self) {
                try DingTalkCards(name: "x", corpID: corpID, apiSecret: secret)
            }?.code
        }
        #expect(code("", OwnRobots.secret) == .missingOwner)
        #expect(code("ding1", Secret("")) == .emptySecret)
    }
}
