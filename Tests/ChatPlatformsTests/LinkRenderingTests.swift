import Earshot
import Testing

@testable import ChatPlatforms

@Suite("Links in messages")
struct LinkRenderingTests {
    private static let address = "https://voices.example.com/reports/0123456789abcdef"
    private static let link = Reply.Block.link(label: "打开[网页版]", address: address)

    @Test("an address of this service opens, whatever stands around it")
    func opens() {
        #expect(
            MarkdownDialect.weCom.write(LinkRenderingTests.link) == "[打开［网页版］](\(LinkRenderingTests.address))"
        )
        for dialect in [MarkdownDialect.dingTalk, .feishu] {
            #expect(
                dialect.write(LinkRenderingTests.link) == MarkdownDialect.weCom.write(LinkRenderingTests.link)
            )
        }
        #expect(PlainDialect().write(LinkRenderingTests.link) == "打开［网页版］ \(LinkRenderingTests.address)")
    }

    @Test(
        "an address of this machine opens, to try it",
        arguments: ["http://127.0.0.1:8080/reports/ab", "http://localhost/reports/ab"])
    func ofThisMachine(_ address: String) {
        let link = Reply.Block.link(label: "打开", address: address)
        #expect(MarkdownDialect.dingTalk.write(link) == "[打开](\(address))")
    }

    @Test(
        "what is no plain address opens nothing",
        arguments: [
            "http://voices.example.com/a", "javascript:alert(1)", "https://a.example/)[x](y", "https://a b",
            "https://a.example/\n# x", "", "http://127.0.0.1.example.com/a", "http://localhost.example.com/a",
            "http://127.0.0.1@example.com/a", "https://user@a.example/",
        ])
    func refused(_ address: String) {
        let link = Reply.Block.link(label: "打开", address: address)
        #expect(MarkdownDialect.dingTalk.write(link) == "打开")
        #expect(PlainDialect().write(link) == "打开")
    }

    @Test("a message that is too long is cut before its link, which leads to the whole")
    func cut() {
        let blocks = (0..<50).map { Reply.Block.text("第 \($0) 行油耗太高了") } + [LinkRenderingTests.link]
        let text = MarkdownDialect.weCom.write(blocks, limit: 400, more: "（未完）")
        #expect(text.utf8.count <= 400)
        #expect(text.hasSuffix("（未完）\n\n[打开［网页版］](\(LinkRenderingTests.address))"), "\(text)")
    }
}
