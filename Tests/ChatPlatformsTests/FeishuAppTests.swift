import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing

@Suite("Feishu application")
struct FeishuAppTests {
    private static let text =
        "MDEyMzQ1Njc4OWFiY2RlZmdxijmQwak6fCIZwpOauuRAowACXprlJ6BtvWn43finoy/oB6SsxWk2/aaWHGT97iFOeHdnpatgzCSR"
        + "MhHd+Eqy69flYXKFYoh0gFAW3ijgUeb9olrPrKC2CYYbdALN+9qoxmZFwrG/6CxBgX9GbOv+j1nsvDlSbT5c5duR9ZyXqGKdV2uF"
        + "9KNJ3KMDZFIqoeNlc6AubiVnCETcV2eHo8N99txQbh9gGxLM2TQxIt9FkST8VoUzg5CpmqXyQzAAw9w750MjXSr/c0PXFUEXJfjx"
        + "6pcpfru502ICzJKTUSo/8t2c1yubRR3KlBbf7qFDIkXT0s6/Q6ujdS8TSczmX5Koh9UpJsyhpAFfDKxu6tnPeVSWzfs9aZkpGO9D"
        + "CtDI7zmN1T3QRy73skKABNs4gwZjTq81htmXII6hOdqcKYSC7C4duR/DvqEiHofTk4KX32H3FqEKK8YSGe8moNaBhO4rtVsbwuGT"
        + "07Hc10qDprp+7r7BBGVEvU4Gni1j0W8vaOPTbGOX3YAoOhCTkSK9QCyw8EQqH52MEllUgbiyVnbdsBLbi54XLMVMgZ/YZ77XbhRe"
        + "RcNfk5JxuG9NiPkieaG3UTuOu4tDn9AVpUROpxMsptnnmdnkTCxD3Xcn66TAAZTSDERh/AeXyA2sf5qKlN+1VFc4QIBMvRwUMjWz"
        + "GA8+EL0em+rGDXR5qY5baPJyf562f4yXGI4S+PyaA+TJsBnnVMB3xHNoQZCqSRYp1l/q6GqSJG3/XzeK4ccc0xJ8SGIvc3sB3dKT"
        + "KW3gwIn7Fqg="

    private func fault(_ call: FeishuCall, isPlain: Bool = false) throws -> CallbackFault? {
        let app = try OwnRobots.feishu(isPlain: isPlain)
        do throws(CallbackFault) {
            _ = try app.read(call.body, signature: call.headers)
            return nil
        } catch {
            return error
        }
    }

    private let check = #"{"challenge":"c-1","token":"OwnVerification7","type":"url_verification"}"#
    private let event = FeishuCall.event("im.message.message_read_v1", "{}")

    @Test("a group message made elsewhere is verified, decrypted and read")
    func ownVector() throws {
        let body = Array(#"{"encrypt": "\#(FeishuAppTests.text)"}"#.utf8)
        let headers = FeishuHeaders(
            timestamp: "1763740800", nonce: "777",
            signature: "658b50538fd096f8140b1c563f95eb422bc5c1c40e7f061de40e0a2220b293ad")
        #expect(
            try OwnRobots.feishu(botOpenID: "ou_bot").read(body, signature: headers)
                == .message(
                    InboundMessage(
                        channel: "feishu/sales", id: "om_own_1", account: "feishu:lihua", chat: "oc_own",
                        isGroup: true, content: .text("杭州怎么样"))))
    }

    @Test("the address check is answered, signed or not, encrypted or, without a key, plain")
    func addressCheck() throws {
        for isSigned in [true, false] {
            let call = try FeishuCall(check, isSigned: isSigned)
            #expect(try OwnRobots.feishu().read(call.body, signature: call.headers) == .challenge("c-1"))
        }
        let plain = FeishuCall(body: Array(check.utf8), isSigned: false)
        #expect(
            try OwnRobots.feishu(isPlain: true).read(plain.body, signature: plain.headers)
                == .challenge("c-1"))
        #expect(try fault(plain)?.reason.rawValue == "not_encrypted")
        let wrong = check.replacing("OwnVerification7", with: "x")
        #expect(try fault(FeishuCall(wrong))?.reason.rawValue == "bad_token")
        #expect(try fault(FeishuCall(body: Array(wrong.utf8)), isPlain: true)?.reason.rawValue == "bad_token")
    }

    @Test("everything else must be signed over the body as it came")
    func signatures() throws {
        let good = try FeishuCall(event)
        #expect(try fault(good) == nil)
        var call = good
        call.body.insert(0x20, at: 1)
        #expect(try fault(call)?.reason.rawValue == "bad_signature")
        for path: WritableKeyPath<FeishuHeaders, String?> in [\.timestamp, \.nonce, \.signature] {
            for value in [nil, ""] {
                var call = good
                call.headers[keyPath: path] = value
                #expect(try fault(call)?.reason.rawValue == "missing_parameter")
            }
            var call = good
            call.headers[keyPath: path]? += "0"
            #expect(try fault(call)?.reason.rawValue == "bad_signature")
        }
        call = try FeishuCall(event, isSigned: false)
        #expect(try fault(call)?.disposition == .forbidden)
    }

    @Test("without a signature nobody learns whether a text could be decrypted")
    func noOracle() throws {
        let texts = [event, check.replacing("OwnVerification7", with: "x"), "nonsense", ""]
        for text in texts {
            #expect(try fault(FeishuCall(text, isSigned: false))?.disposition == .forbidden)
        }
        let wrong = try FeishuCall(
            [UInt8](repeating: 0, count: 16), padding: [UInt8](repeating: 17, count: 16), isSigned: false)
        #expect(try fault(wrong)?.reason.rawValue == "bad_padding")
        #expect(try fault(wrong)?.disposition == .forbidden)
    }

    @Test("a correctly signed callback with something wrong inside is refused for that, and told nothing")
    func wrongInside() throws {
        let vector = Base64.encode(Array("0123456789abcdef".utf8))
        for (call, reason) in [
            (FeishuCall(encrypted: ""), "bad_ciphertext_length"),
            (FeishuCall(encrypted: "A*=="), "bad_base64"),
            (FeishuCall(encrypted: vector), "bad_ciphertext_length"),
            (FeishuCall(encrypted: "AAAAAAAAAAA="), "bad_ciphertext_length"),
            (try FeishuCall([], padding: [UInt8](repeating: 0, count: 16)), "bad_padding"),
            (try FeishuCall([], padding: [UInt8](repeating: 17, count: 16)), "bad_padding"),
            (try FeishuCall([0xc3, 0x28]), "bad_utf8"), (try FeishuCall("[]"), "malformed_message"),
            (try FeishuCall("{}"), "malformed_message"), (try FeishuCall(""), "malformed_message"),
            (try FeishuCall(#"{"header":{}}"#), "malformed_message"),
            (try FeishuCall(FeishuCall.event("im.message.receive_v1", "{}")), "malformed_message"),
            (try FeishuCall(FeishuCall.event("x", "{}", id: "")), "malformed_message"),
            (try FeishuCall(FeishuCall.event("x", "{}", token: "x")), "bad_token"),
            (try FeishuCall(#"{"header":{"event_id":"1","event_type":"x"}}"#), "bad_token"),
            (try FeishuCall(#"{"header":{"event_id":"1","event_type":"x","token":7}}"#), "bad_token"),
        ] {
            let fault = try #require(try fault(call))
            #expect(fault.reason.rawValue == reason)
            #expect(fault.disposition == .forbidden, "\(reason)")
        }
    }

    @Test("a body that is no envelope is malformed, signed or not")
    func wrongOutside() throws {
        let deep = #"{"encrypt":"# + String(repeating: "[", count: 20_000)
        for body in ["[]", "x", "{", "null", #"{"encrypt":5}"#, #"{"encrypt":["x"]}"#, "encrypt=x", deep] {
            for isSigned in [true, false] {
                for isPlain in [true, false] {
                    let call = FeishuCall(body: Array(body.utf8), isSigned: isSigned)
                    let fault = try fault(call, isPlain: isPlain)
                    #expect(fault?.reason.rawValue == "malformed_envelope", "\(body.prefix(40))")
                    #expect(fault?.disposition == .malformed)
                }
            }
        }
        #expect(try fault(FeishuCall(body: []))?.reason.rawValue == "empty_body")
    }

    @Test("without a key plain events count by their token, and encrypted ones are refused")
    func plain() throws {
        #expect(try fault(FeishuCall(body: Array(event.utf8), isSigned: false), isPlain: true) == nil)
        #expect(try fault(FeishuCall(event), isPlain: true)?.reason.rawValue == "no_encrypt_key")
        let noToken = #"{"header":{"event_id":"1","event_type":"x"}}"#
        #expect(
            try fault(FeishuCall(body: Array(noToken.utf8)), isPlain: true)?.reason.rawValue == "bad_token")
        let nothing = try fault(FeishuCall(body: Array("{}".utf8)), isPlain: true)
        #expect(nothing?.reason.rawValue == "malformed_message")
        #expect(nothing?.disposition == .malformed)
        // Downgrade: a key is configured, and somebody sends what would be right without.
        #expect(try fault(FeishuCall(body: Array(event.utf8)))?.reason.rawValue == "not_encrypted")
    }

    @Test("events of the first edition and unknown ones are acknowledged and no more")
    func notices() throws {
        func read(_ text: String) throws -> FeishuCallback {
            let call = try FeishuCall(text)
            return try OwnRobots.feishu().read(call.body, signature: call.headers)
        }
        #expect(
            try read(
                #"{"uuid":"u","token":"OwnVerification7","type":"event_callback","event":{"type":"message"}}"#
            )
                == .notice("event_callback"))
        #expect(try read(event) == .notice("im.message.message_read_v1"))
        #expect(try read(FeishuCall.event("something.new_v9", "5")) == .notice("something.new_v9"))
        let long = String(repeating: "e", count: 300)
        #expect(try read(FeishuCall.event(long, "{}")) == .notice(String(long.prefix(64))))
    }

    @Test("an application without a token, or with an empty key, cannot be set up")
    func wrongSetUp() {
        let noToken = #expect(throws: RobotError.self) {
            try FeishuApp(name: "x", verificationToken: Secret(""), clock: ManualClock())
        }
        #expect(noToken?.code == .emptySecret)
        let noKey = #expect(throws: RobotError.self) {
            try FeishuApp(
                name: "x", verificationToken: Secret("t"), encryptKey: Secret(""), clock: ManualClock())
        }
        #expect(noKey?.code == .emptySecret)
    }
}
