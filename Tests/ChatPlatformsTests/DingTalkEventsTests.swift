import ChatPlatforms
import Crypto
import Earshot
import Testing

@Suite("DingTalk events")
struct DingTalkEventsTests {
    private func read(_ call: DingTalkEventCall) throws -> DingTalkEvent {
        try OwnRobots.dingTalkEvents().read(query: call.query, body: call.body, now: OwnRobots.now)
    }

    private func fault(_ call: DingTalkEventCall) -> CallbackFault? {
        do {
            _ = try read(call)
            return nil
        } catch {
            return error as? CallbackFault
        }
    }

    @Test("an event made elsewhere is verified, decrypted and read")
    func ownVector() throws {
        let encrypted =
            "YisiI1Yb1TFOjW9y7JRqp209RY4lCMWYHCQp6sxGGrKFfKIcKx80MTc+40aSNbxS54bbZF0J8yhqYgiXZKvCLBJJvpMW15tTbu2V/v4i"
            + "UxVpdUjrQhtMUy8ULsDrYPLcepKvNTIL4qNbw2I9O6Pyv1Umv5PyRzJX0JuZq0hYHJQlnVEJUwC9Fy391Fm5gHvbt80SPmj6cu6ZWsQ1"
            + "mReY9w=="
        let query = DingTalkQuery(
            signature: "71f497ff37360fae0c7550e16b014880dded8219", timestamp: "1763740800000", nonce: "777")
        let body = Array(#"{"encrypt":"\#(encrypted)"}"#.utf8)
        #expect(
            try OwnRobots.dingTalkEvents().read(query: query, body: body, now: OwnRobots.now)
                == .change(DingTalkChange(id: "e1", kind: .left, people: 2)))
    }

    @Test("the answer has the ciphertext and signature of one made elsewhere")
    func answer() throws {
        let sealed = try OwnRobots.dingTalkEvents().seal(
            nonce: "779", now: Timestamp(milliseconds: 1_763_740_801_999),
            random: Array("fedcba9876543210".utf8))
        let encrypted =
            "AyVwqqa2BhDc4YuU8EXNToZCr76WIFXQ27qxSK4yrgNa2WbBoVkDltpcqUYFGA+rlQA/sPAzatER81i31fwj4g=="
        #expect(
            String(decoding: sealed, as: UTF8.self)
                == #"{"msg_signature":"08c3af2bd3bf3c767e31de3e2f5008021746287a","timeStamp":"1763740801999","#
                + #""nonce":"779","encrypt":"\#(encrypted)"}"#)
    }

    @Test("every spelling of the query is read, and the first that is not empty counts")
    func spellings() throws {
        let right = DingTalkQuery(signature: "s", timestamp: "1", nonce: "n")
        for fields in [
            ["signature": "s", "timestamp": "1", "nonce": "n"],
            ["msg_signature": "s", "timeStamp": "1", "nonce": "n"],
            ["msg_signature": "s", "signature": "other", "timestamp": "1", "timeStamp": "2", "nonce": "n"],
            ["msg_signature": "", "signature": "s", "timestamp": "", "timeStamp": "1", "nonce": "n"],
        ] {
            #expect(DingTalkQuery { fields[$0] } == right, "\(fields)")
        }
        #expect(
            DingTalkQuery { ["Signature": "s"][$0] }
                == DingTalkQuery(signature: nil, timestamp: nil, nonce: nil))
    }

    @Test("changes among people and groups are told with how many, the rest is a notice")
    func kinds() throws {
        func event(_ fields: String) throws -> DingTalkEvent {
            try read(DingTalkEventCall("{\(fields)}"))
        }
        for kind in DingTalkChange.Kind.allCases {
            #expect(
                try event(#""EventType":"\#(kind.rawValue)","eventId":"e","userId":["a","b"]"#)
                    == .change(DingTalkChange(id: "e", kind: kind, people: 2)))
        }
        #expect(
            try event(#""EventType":"chat_disband","eventId":"e","userId":7"#)
                == .change(DingTalkChange(id: "e", kind: .groupDissolved)))
        #expect(try event(#""EventType":"check_url""#) == .notice("check_url"))
        #expect(try event(#""EventType":"robot_msg_read","UserId":"u""#) == .notice("robot_msg_read"))
        let long = String(repeating: "x", count: 500)
        #expect(try event(#""EventType":"\#(long)""#) == .notice(String(long.prefix(64))))
    }

    @Test("an event of the older shape is known again by the whole of it")
    func olderShape() throws {
        func id(_ time: Int) throws -> String? {
            let event = try read(
                DingTalkEventCall(#"{"EventType":"user_add_org","TimeStamp":\#(time),"UserId":["u7"]}"#))
            guard case .change(let change) = event else { return nil }
            #expect(change.people == 1)
            return change.id
        }
        let first = try #require(try id(1))
        #expect(try id(1) == first)
        #expect(try id(2) != first)
        #expect(!first.contains("u7"))
    }

    @Test("a correctly signed event with something wrong inside is refused for that, and told nothing")
    func wrongInside() throws {
        let event = #"{"EventType":"check_url"}"#
        #expect(fault(try DingTalkEventCall(event)) == nil)
        let count = UInt32(event.utf8.count)
        func frame(length: UInt32? = nil, owner: String = OwnRobots.ownerKey) throws -> DingTalkEventCall {
            try DingTalkEventCall(
                "", frame: WeComCall.frame(Array(event.utf8), length: length, owner: owner))
        }
        for (call, reason) in [
            (try frame(owner: "dingOther"), "receive_id_mismatch"),
            (try frame(owner: ""), "receive_id_mismatch"),
            (try frame(length: count - 1), "receive_id_mismatch"),
            (try frame(length: .max), "bad_length"),
            (
                try DingTalkEventCall("", frame: WeComCall.frame([0xc3, 0x28], owner: OwnRobots.ownerKey)),
                "bad_utf8"
            ),
        ] {
            let found = try #require(fault(call))
            #expect(found.reason.rawValue == reason)
            #expect(found.disposition == .forbidden)
        }
        for text in [
            "", "text", "[]", "{}", #"{"EventType":""}"#, #"{"EventType":7}"#, #"{"EventType":null}"#,
            #"{"eventType":"check_url"}"#, #"{"EventType":"\#(String(repeating: "x", count: 513))"}"#,
            String(repeating: "[", count: 20_000),
        ] {
            let found = fault(try DingTalkEventCall(text))
            #expect(found?.reason.rawValue == "malformed_message", "\(text.prefix(80))")
            #expect(found?.disposition == .forbidden, "\(text.prefix(80))")
        }
    }

    @Test("a wrong query or envelope is refused before anything is decrypted")
    func wrongOutside() throws {
        let good = try DingTalkEventCall(#"{"EventType":"check_url"}"#)
        for path: WritableKeyPath<DingTalkQuery, String?> in [\.signature, \.timestamp, \.nonce] {
            for value in [nil, ""] {
                var call = good
                call.query[keyPath: path] = value
                #expect(fault(call)?.reason.rawValue == "missing_parameter")
            }
            var call = good
            call.query[keyPath: path]? += "0"
            #expect(fault(call)?.reason.rawValue == "bad_signature")
        }
        for (body, reason) in [
            ("", "empty_body"), (" ", "malformed_envelope"), ("{}", "malformed_envelope"),
            (#"{"encrypt":1}"#, "malformed_envelope"), (#"{"encrypt":"AAAA""#, "malformed_envelope"),
            (#"{"encrypt":"AAAA"}"#, "bad_signature"),
            (String(repeating: #"{"a":"#, count: 20_000), "malformed_envelope"),
        ] {
            var call = good
            call.body = Array(body.utf8)
            #expect(fault(call)?.reason.rawValue == reason, "\(body.prefix(80))")
        }
    }

    @Test("a subscription without an owner, a token or a right key cannot be set up")
    func wrongSetUp() {
        func code(_ owner: String, _ token: Secret, _ key: Secret) -> RobotError.Code? {
            #expect(throws: RobotError.self) {
                try DingTalkEvents(name: "x", ownerKey: owner, token: token, encodingAESKey: key)
            }?.code
        }
        #expect(code("", OwnRobots.token, OwnRobots.aesKey) == .missingOwner)
        #expect(code("ding1", Secret(""), OwnRobots.aesKey) == .emptySecret)
        #expect(code("ding1", OwnRobots.token, Secret("short")) == .badKey)
    }
}
