import ChatPlatforms
import Earshot
import Testing

@Suite("Reply addresses")
struct ReplyAddressesTests {
    private let now = OwnRobots.now

    private func allows(_ url: String, expires: Timestamp? = nil) -> Bool {
        ReplyAddresses.dingTalk.allows(InboundMessage.ReplyAddress(url: url, expires: expires), now: now)
    }

    @Test("the platform's own address is allowed until it expires")
    func own() {
        let url = "https://oapi.dingtalk.com/robot/sendBySession?session=976a"
        #expect(allows(url))
        #expect(allows(url, expires: now + .milliseconds(1)))
        #expect(!allows(url, expires: now))
    }

    @Test(
        "no other host, scheme, port, user or trick is",
        arguments: [
            "", "http://oapi.dingtalk.com/x", "https://oapi.dingtalk.com", "https://oapi.dingtalk.com:8443/x",
            "https://oapi.dingtalk.com.evil.cn/x", "https://evil.cn/oapi.dingtalk.com/",
            "https://oapi.dingtalk.com@evil.cn/x", "https://user@oapi.dingtalk.com/x", "file:///etc/passwd",
            "https://OAPI.dingtalk.com/x", "https://127.0.0.1/x", "//oapi.dingtalk.com/x",
            " https://oapi.dingtalk.com/x", "https://oapi.dingtalk.com/x\r\nHost: evil.cn",
            "https://oapi.dingtalk.com\\@evil.cn/x", "https://oapi.dingtalk.com/\\evil",
            "https://oapi.dingtalk.com/钉", "https://oapi.dingtalk.com/\u{0}", "https://qyapi.weixin.qq.com/x",
            "https://oapi.dingtalk.com/" + String(repeating: "x", count: 2048),
        ])
    func others(url: String) {
        #expect(!allows(url))
    }

    @Test("a configured beginning is closed, so that it cannot be the beginning of another host")
    func configured() {
        let addresses = ReplyAddresses(["http://127.0.0.1:80"])
        #expect(addresses.allows(InboundMessage.ReplyAddress(url: "http://127.0.0.1:80/x"), now: now))
        #expect(!addresses.allows(InboundMessage.ReplyAddress(url: "http://127.0.0.1:8080/x"), now: now))
    }
}
