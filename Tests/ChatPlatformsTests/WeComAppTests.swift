import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing
import XML

@Suite("WeCom application")
struct WeComAppTests {
    private static let text =
        "YisiI1Yb1TFOjW9y7JRqp9GIoF/hEvCGswROtS78JxHre1rlcj8tEMNGYx5EUnJ/Lp/6sSrfE0VmVuIHZYD1q1BEP7gBbz4G+RBn"
        + "pxbEFpW2UdXZqjOoF99J3HEdfxRxBXrpRaBb8zMscfl4KX9ONZQn68t9zbjE/GdKH1PDpjvzk4VgHfnZ2iE6Uotu1+zgNYDsapY0"
        + "0jRv5tK3thB+3sDJICwDfiKfDImIT0TptdiKajezP3W9oII3InOrpjI/a94rciuPo3l1CZ1/AG58tThkn+G0ncNNSHcxtygIKH0V"
        + "7n0oPdpyvUR5P5j455o6V0l8lZj3YoRdghARNwd3HtYdx4wNus3bwe/DnrR7em8V3TTLIW7PBN6fE38IWbnZgj1riAJDidbAP7hc"
        + "v+p3YlfDut1v/U4qf7B0/g1pLLhU7eiApWgwOVylVHXSCrWfdBCJ+UqAMb3dr0gD6dtqKQ=="

    private func fault(_ call: WeComCall) throws -> CallbackFault? {
        let app = try OwnRobots.weComApp()
        do throws(CallbackFault) {
            _ = try app.read(query: call.query, body: call.body)
            return nil
        } catch {
            return error
        }
    }

    private func reason(_ call: WeComCall) throws -> String? { try fault(call)?.reason.rawValue }

    @Test("a message made elsewhere is verified, decrypted and read")
    func ownVector() throws {
        let query = WeComQuery(
            signature: "a4b1aeed5fbdb10b9d7c3baacb48be8c9b8963a4", timestamp: "1763740800", nonce: "777")
        let body = WeComCall.envelope(WeComAppTests.text)
        #expect(
            try OwnRobots.weComApp().read(query: query, body: body)
                == .message(
                    InboundMessage(
                        channel: "wecom/sales", id: "7575000000000000001", account: "wecom:lihua",
                        chat: "single:lihua", content: .text("杭州怎么样"))))
    }

    @Test("the address check answers with the decrypted text")
    func addressCheck() throws {
        let app = try OwnRobots.weComApp()
        var query = WeComQuery(
            signature: "1640ed36b267b5109e2cd4d4e5d13d5116dfb8d4", timestamp: "1763740800", nonce: "778",
            echo: "YisiI1Yb1TFOjW9y7JRqp3KCgQROd9R4W5H15jZC8WbYmfa/d/NoDEs2SFy6L1s3F1MMKfpinG97SnrRYQPAIg==")
        #expect(try app.answerAddressCheck(query) == "4711")
        query.nonce = "779"
        #expect(throws: CallbackFault.self) { try app.answerAddressCheck(query) }
        query.echo = nil
        #expect(throws: CallbackFault.self) { try app.answerAddressCheck(query) }
    }

    @Test("an answer has the ciphertext and signature of one made elsewhere")
    func answer() throws {
        let sealed = try OwnRobots.weComApp().seal(
            Array("答".utf8), nonce: "779", now: Timestamp(milliseconds: 1_763_740_801_999),
            random: Array("fedcba9876543210".utf8))
        let root = try XMLElement(parsing: sealed)
        #expect(root.children.map(\.name) == ["Encrypt", "MsgSignature", "TimeStamp", "Nonce"])
        #expect(
            root["Encrypt"]
                == "AyVwqqa2BhDc4YuU8EXNTl070Wh+L9LbH6/DJyWx8jrLSWNn2xdi8j9zr3JJKYgwmIbgA/yKRzWNTf8sGhihhA==")
        #expect(root["MsgSignature"] == "85319072cd1a4c8f74fd102e9f45ffd113e1ba92")
        #expect(root["TimeStamp"] == "1763740801")
        #expect(root["Nonce"] == "779")
    }

    @Test("a correctly signed callback with something wrong inside is refused for that, and told nothing")
    func wrongInside() throws {
        let message = Array(
            "<xml><MsgType>text</MsgType><FromUserName>u</FromUserName><CreateTime>1</CreateTime><MsgId>1</MsgId></xml>"
                .utf8)
        #expect(try fault(WeComCall(toApp: message)) == nil)
        let count = UInt32(message.count)
        for (call, reason) in [
            (try WeComCall(toApp: message, owner: "wwOther"), "receive_id_mismatch"),
            (try WeComCall(toApp: message, owner: ""), "receive_id_mismatch"),
            (try WeComCall(toApp: message, length: count - 1), "receive_id_mismatch"),
            (try WeComCall(toApp: message, length: count + 15), "bad_length"),
            (try WeComCall(toApp: [0xc3, 0x28]), "bad_utf8"),
        ] {
            let fault = try #require(try fault(call))
            #expect(fault.reason.rawValue == reason)
            #expect(fault.disposition == .forbidden)
        }
        let long = String(repeating: "u", count: 513)
        for text in [
            "", "text", "{}", "<xml/>", "<xml><MsgType>text</MsgType></xml>", "<!DOCTYPE xml><xml/>",
            "<xml><MsgType>text</MsgType><FromUserName>u</FromUserName><CreateTime>1</CreateTime></xml>",
            "<xml><MsgType>event</MsgType><FromUserName></FromUserName><CreateTime>1</CreateTime></xml>",
            "<xml><MsgType>event</MsgType><FromUserName>\(long)</FromUserName><CreateTime>1</CreateTime></xml>",
            "<a><MsgType>event</MsgType><FromUserName>u</FromUserName><CreateTime>1</CreateTime></a>",
        ] {
            let fault = try fault(WeComCall(toApp: Array(text.utf8)))
            #expect(fault?.reason.rawValue == "malformed_message", "\(text)")
            #expect(fault?.disposition == .forbidden, "\(text)")
        }
    }

    @Test("a wrong query or envelope is refused before anything is decrypted")
    func wrongOutside() throws {
        let good = try WeComCall(toApp: "<MsgType>event</MsgType><Event>view</Event>")
        #expect(try reason(good) == nil)
        for path: WritableKeyPath<WeComQuery, String?> in [\.signature, \.timestamp, \.nonce] {
            for value in [nil, ""] {
                var call = good
                call.query[keyPath: path] = value
                #expect(try reason(call) == "missing_parameter")
            }
            var call = good
            call.query[keyPath: path]? += "0"
            #expect(try reason(call) == "bad_signature")
        }
        for body in [
            " ", "{}", "<xml/>", "<xml><a><Encrypt>x</Encrypt></a></xml>", "<a><Encrypt>x</Encrypt></a>",
            "<!DOCTYPE x [<!ENTITY e 'x'>]><xml><Encrypt>&e;</Encrypt></xml>", "<xml><Encrypt>x</Encrypt>",
            String(repeating: "<xml>", count: 20_000),
        ] {
            var call = good
            call.body = Array(body.utf8)
            #expect(try fault(call)?.reason.rawValue == "malformed_envelope", "\(body.prefix(80))")
            #expect(try fault(call)?.disposition == .malformed)
        }
        var call = good
        call.body = []
        #expect(try reason(call) == "empty_body")
        call.body = WeComCall.envelope("AAAA")
        #expect(try reason(call) == "bad_signature")
    }

    @Test("an application without a company, a token or a right key cannot be set up")
    func wrongSetUp() {
        func code(_ corpID: String, _ token: Secret, _ key: Secret) -> RobotError.Code? {
            #expect(throws: RobotError.self) {
                try WeComApp(
                    name: "x", corpID: corpID, token: token, encodingAESKey: key, clock: ManualClock())
            }?.code
        }
        #expect(code("", OwnRobots.token, OwnRobots.aesKey) == .missingOwner)
        #expect(code("ww1", Secret(""), OwnRobots.aesKey) == .emptySecret)
        #expect(code("ww1", OwnRobots.token, Secret("short")) == .badKey)
    }
}
