import Testing

@testable import HTTP

@Suite("where a client may send to")
struct DestinationTests {
    private static let allowed = [
        "oapi.dingtalk.com", "*.example.com", "https://chat.example.org:8443", "http://127.0.0.1:9000",
    ].compactMap { AllowedHost($0) }

    private static func code(_ url: String) -> ClientError.Code? {
        do {
            _ = try Destination(url, allowed: allowed)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(
        "an allowed host is allowed however it is written",
        arguments: [
            "https://oapi.dingtalk.com/robot/send?access_token=x", "https://OAPI.DingTalk.com/",
            "https://oapi.dingtalk.com./x", "https://oapi.dingtalk.com:443/x", "HTTPS://oapi.dingtalk.com",
            "https://a.example.com/", "https://a.b.example.com/", "https://chat.example.org:8443/x",
            "http://127.0.0.1:9000/x",
        ])
    func allowed(url: String) {
        #expect(Self.code(url) == nil)
    }

    @Test(
        "every other host, port or scheme is not",
        arguments: [
            "http://oapi.dingtalk.com/", "https://oapi.dingtalk.com:444/", "https://example.com/",
            "https://evilexample.com/", "https://example.com.evil.org/", "https://chat.example.org/",
            "https://127.0.0.1:9000/", "http://127.0.0.1/", "https://oapi.dingtalk.com.evil.org/",
            "http://127.1:8080/", "http://2130706433/", "https://evil.org/https://oapi.dingtalk.com/",
            "https://evil.org?@oapi.dingtalk.com", "https://evil.org#@oapi.dingtalk.com",
        ])
    func refused(url: String) {
        #expect(Self.code(url) == .hostNotAllowed)
    }

    @Test(
        "a URL that two readers could read differently is none",
        arguments: [
            "https://user@oapi.dingtalk.com/", "https://user:pass@oapi.dingtalk.com/",
            "https://evil.org@oapi.dingtalk.com/", "https://oapi.dingtalk.com\\@evil.org/",
            "https://oapi.dingtalk.com /", "https://oapi.dingtalk.com/\r\nX: y", "ftp://oapi.dingtalk.com/",
            "file:///etc/passwd", "oapi.dingtalk.com", "/x", "", "https://", "https://oapi..dingtalk.com/",
            "https://öapi.dingtalk.com/", "https://oapi.dingtalk.com%00.evil.org/",
            "https://oapi.dingtalk.com:99999/",
        ])
    func malformed(url: String) {
        #expect(Self.code(url) == .invalidURL)
    }

    @Test("a rule that names no place is none")
    func rules() {
        for text in ["", "*.", "a b", "a:0", "a:70000", "a/b", "https://", "user@a", "*"] {
            #expect(AllowedHost(text) == nil, "\(text)")
        }
        #expect(AllowedHost("http://LOCALHOST:9000/")?.description == "http://localhost:9000")
        for text in ["http://10.1.2.3", "https://[fd00::1]:9", "http://[::1]", "http://[::ffff:127.0.0.1]"] {
            #expect(AllowedHost(text)?.isPrivateAddress == true, "\(text)")
        }
        for text in ["http://8.8.8.8", "https://[2400:3200::1]", "http://localhost", "http://10.example.com"]
        {
            #expect(AllowedHost(text)?.isPrivateAddress == false, "\(text)")
        }
        #expect(AllowedHost("http://LocalHost:8080")?.isLoopbackName == true)
        #expect(AllowedHost("http://localhost.example.com")?.isLoopbackName == false)
        #expect(AllowedHost("*.dingtalk.com")?.description == "https://*.dingtalk.com:443")
        #expect(AllowedHost("https://[::1]:9")?.description == "https://[::1]:9")
    }

    @Test(
        "a rule covers another when it allows every place that the other one names",
        arguments: [
            ("a.example", "https://a.example:443/", true), ("a.example", "http://a.example", false),
            ("a.example", "a.example:8443", false), ("*.example", "a.example", true),
            ("*.example", "*.example", true), ("*.example", "*.a.example", true),
            ("*.example", "example", false), ("a.example", "*.a.example", false),
            ("*.a.example", "*.example", false),
        ])
    func covered(rule: String, other: String, expected: Bool) throws {
        let (rule, other) = (try #require(AllowedHost(rule)), try #require(AllowedHost(other)))
        #expect(rule.covers(other) == expected)
    }
}
