import HTTP
import Testing

@testable import EarshotProgram

@Suite("An address that a platform calls, as an operator types it")
struct CallbackAddressTests {
    @Test(
        "surface, name and server are read from it",
        arguments: [
            (
                "https://voices.example.com/callback/wecom/dealers", "wecom/dealers",
                "https://voices.example.com:443"
            ),
            (
                "https://voices.example.com/bot/callback/feishu/a-1", "feishu/a-1",
                "https://voices.example.com:443"
            ),
            (
                "HTTPS://Voices.Example.com:8443/callback/wecom-bot/a", "wecom-bot/a",
                "https://voices.example.com:8443"
            ),
            ("http://127.0.0.1:8080/callback/dingtalk-event/a", "dingtalk-event/a", "http://127.0.0.1:8080"),
            ("http://[::1]:8080/callback/dingtalk/a", "dingtalk/a", "http://[::1]:8080"),
        ])
    func sound(text: String, channel: String, origin: String) throws {
        let address = try CallbackAddress(text)
        #expect(address.channel == channel)
        #expect(address.origin.description == origin)
        #expect(address.origin.allowsPrivateAddresses)
        #expect(address.text == text)
    }

    @Test(
        "anything else is wrong usage",
        arguments: [
            "", "voices.example.com/callback/wecom/a", "ftp://voices.example.com/callback/wecom/a",
            "https:///callback/wecom/a", "https://a b/callback/wecom/a",
            "https://用户.example/callback/wecom/a",
            "https://me:secret@voices.example.com/callback/wecom/a", "https://*.example.com/callback/wecom/a",
            "https://voices.example.com", "https://voices.example.com/callback/wecom",
            "https://voices.example.com/callback/wecom/", "https://voices.example.com/callback/wecom/a/",
            "https://voices.example.com/callback/nobody/a", "https://voices.example.com/callback/wecom/a?x=1",
            "https://voices.example.com/callback/wecom/a#x",
            "https://voices.example.com:99999/callback/wecom/a",
        ])
    func wrong(text: String) {
        #expect(throws: UsageError.self) { try CallbackAddress(text) }
    }
}
