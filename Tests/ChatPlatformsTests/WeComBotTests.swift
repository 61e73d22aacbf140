import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing

@Suite("WeCom bot")
struct WeComBotTests {
    private static let groupText =
        "YisiI1Yb1TFOjW9y7JRqp6IBsVJ2KpIe2BzTOf5z6qWDzPme8gqKAWazDGb87EWK1rvWH0cPCn7vJ2+v5ot30/WQHQqGExfJ5koG"
        + "8xj6aw4Lu5TPBqYGqF69wprPGbAkFGAknJvR1g8AN6vtHkyF7K6mXuig7EnN++WTgZtWByzH0f0aTW46B3cz/C5aKLovmAnu1SR5"
        + "ZkG1DuyNmBCliAc5s9SObLGj+pT3ZemJS+USskHuyO4xTBE+zfRDlWpwlE9TLlHzF35oKYi3kVmnrIkOLqVt0iI34dKQuZIVvvi9"
        + "ruFUMZkEfR5NaoJlPxxnVdxh+du5mG6rgHKI8uqtzCeIj9pXHb6EBEIW4UBwrXz0XoIhGG+gGGdlG0N/RRK2"

    private func reason(_ call: WeComCall) throws -> String? {
        let bot = try OwnRobots.weCom()
        do throws(CallbackFault) {
            _ = try bot.read(query: call.query, body: call.body)
            return nil
        } catch {
            return error.reason.rawValue
        }
    }

    @Test("a group message made elsewhere is verified, decrypted and read")
    func ownVector() throws {
        let query = WeComQuery(
            signature: "0102434ec72ae359b0ffe09ca2ba573f34082ff8", timestamp: "1763740800", nonce: "777")
        let body = #"{"encrypt":"\#(WeComBotTests.groupText)"}"#
        let callback = try OwnRobots.weCom().read(query: query, body: Array(body.utf8))
        #expect(
            callback
                == .message(
                    InboundMessage(
                        channel: "wecom-bot/sales", id: "own/1+=", account: "wecom:lihua", chat: "c9",
                        isGroup: true, content: .text("杭州怎么样"), takesFeedback: true,
                        replyAddress: InboundMessage.ReplyAddress(
                            url: "https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=x",
                            expires: OwnRobots.now + .seconds(3600)))))
    }

    @Test("the address check answers with the decrypted text")
    func addressCheck() throws {
        var query = WeComQuery(
            signature: "32de395ec5e77d6fd9e556b79502afb7fddaccbf", timestamp: "1763740800", nonce: "778",
            echo: "YisiI1Yb1TFOjW9y7JRqpy8DbnZMkC6q3FRXbG35n5I=")
        #expect(try OwnRobots.weCom().answerAddressCheck(query) == "4711")
        query.nonce = "779"
        #expect(throws: CallbackFault.self) { try OwnRobots.weCom().answerAddressCheck(query) }
        query.echo = nil
        #expect(throws: CallbackFault.self) { try OwnRobots.weCom().answerAddressCheck(query) }
    }

    @Test("an answer is the same to the last byte as one made elsewhere")
    func answer() throws {
        let sealed = try OwnRobots.weCom().seal(
            Array("答".utf8), nonce: "779", now: Timestamp(milliseconds: 1_763_740_801_999),
            random: Array("fedcba9876543210".utf8))
        #expect(
            String(decoding: sealed, as: UTF8.self)
                == #"{"encrypt":"AyVwqqa2BhDc4YuU8EXNTtc/aRKu1YCgG9xQVAfTPzA=","#
                + #""msgsignature":"7a297963c9f349e899739293b5f4ec4d16d6f379","nonce":"779","#
                + #""timestamp":1763740801}"#)
    }

    @Test("a correctly signed callback with something wrong inside is refused for that")
    func wrongInside() throws {
        let message = Array(
            #"{"msgid":"m","msgtype":"text","from":{"userid":"u"},"text":{"content":"x"}}"#.utf8)
        func framed(_ frame: [UInt8], padding: Padding = .to32) throws -> String? {
            try reason(WeComCall("", frame: frame, padding: padding))
        }
        #expect(try framed(WeComCall.frame(message)) == nil)
        #expect(try framed(WeComCall.frame(message, owner: "x")) == "receive_id_mismatch")
        #expect(
            try framed(WeComCall.frame(message, length: UInt32(message.count - 1))) == "receive_id_mismatch")
        #expect(try framed(WeComCall.frame(message, length: UInt32(message.count + 1))) == "bad_length")
        #expect(try framed(WeComCall.frame(message, length: .max)) == "bad_length")
        #expect(try framed([UInt8](repeating: 0, count: 19)) == "too_short")
        #expect(try framed([]) == "too_short")
        #expect(try framed([UInt8](repeating: 0, count: 20)) == "malformed_message")
        #expect(try framed([UInt8](repeating: 0, count: 36), padding: .to16) == "bad_padding")
        #expect(try framed(WeComCall.frame([0xc3, 0x28])) == "bad_utf8")
        for text in ["", "[]", "{}", "nonsense", #"{"msgid":"m"}"#, #"{"msgtype":"text"}"#] {
            #expect(try framed(WeComCall.frame(Array(text.utf8))) == "malformed_message", "\(text)")
        }
        #expect(try reason(WeComCall(encrypted: "")) == "bad_ciphertext_length")
        #expect(try reason(WeComCall(encrypted: "AAAA")) == "bad_ciphertext_length")
        #expect(try reason(WeComCall(encrypted: "A*==")) == "bad_base64")
    }

    @Test("a wrong query or envelope is refused before anything is decrypted")
    func wrongOutside() throws {
        let good = try WeComCall(#"{"msgid":"m","msgtype":"x","from":{"userid":"u"}}"#)
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
        for body in ["[]", "{}", #"{"encrypt":null}"#, #"{"encrypt":["x"]}"#, "<xml/>", #"{"encrypt":"x"#] {
            var call = good
            call.body = Array(body.utf8)
            #expect(try reason(call) == "malformed_envelope", "\(body)")
        }
        var call = good
        call.body = []
        #expect(try reason(call) == "empty_body")
        call.body = Array((#"{"encrypt":"# + String(repeating: "[", count: 20_000)).utf8)
        #expect(try reason(call) == "malformed_envelope")
    }

    @Test("a message nested 20,000 levels deep is refused after decryption as well")
    func nesting() throws {
        let deep = #"{"msgid":"m","msgtype":"text","text":"# + String(repeating: "[", count: 20_000)
        #expect(try reason(WeComCall(deep)) == "malformed_message")
    }

    @Test("a bot without a token or with a wrong key cannot be set up")
    func wrongSetUp() {
        let noToken = #expect(throws: RobotError.self) {
            try WeComBot(
                name: "x", token: Secret(""), encodingAESKey: OwnRobots.aesKey, clock: ManualClock())
        }
        #expect(noToken?.code == .emptySecret)
        let badKey = #expect(throws: RobotError.self) {
            try WeComBot(
                name: "x", token: OwnRobots.token, encodingAESKey: Secret("short"), clock: ManualClock())
        }
        #expect(badKey?.code == .badKey)
    }

    @Test("downloaded media are decrypted whole or refused")
    func media() throws {
        let key = try Base64.decodeKey(OwnRobots.aesKey)
        let cipher = try AES256CBC(key: key, vector: try #require(key.prefix(16)))
        let picture = [UInt8](0...200)
        let bytes = try cipher.encrypt(picture, padding: .to32)
        #expect(try OwnRobots.weCom().decryptMedia(bytes) == picture)
        #expect(throws: CryptoError.self) { try OwnRobots.weCom().decryptMedia([]) }
        #expect(throws: CryptoError.self) { try OwnRobots.weCom().decryptMedia(Array(bytes.dropLast(16))) }
    }
}
