import ChatPlatforms
import Earshot
import Testing
import XML

@Suite("Answers of a WeCom application")
struct WeComAppReplyTests {
    private let texts = ReplyTexts(
        more: "后面还有", waiting: "请稍候", apology: "没能答上来", unidentified: "认不出您", further: "还可以说：",
        underWay: { "正在查\($0)" }, chosen: { "已选\($0)" })

    private func message(_ text: String) -> InboundMessage {
        InboundMessage(
            channel: "wecom/sales", id: "1", account: "wecom:u7", chat: "single:u7", content: .text(text))
    }

    private func text(_ reply: Reply) throws -> XMLElement {
        try XMLElement(
            parsing: WeComAppReply.text(
                reply, answering: message("x"), of: OwnRobots.weComApp(), now: OwnRobots.now, texts: texts))
    }

    @Test("a text goes from the company to the member")
    func addressed() throws {
        let root = try text(Reply([.title("杭州"), .figure(label: "声量", value: "207")]))
        #expect(
            root.children.map(\.name) == ["ToUserName", "FromUserName", "CreateTime", "MsgType", "Content"])
        #expect(root["ToUserName"] == "u7")
        #expect(root["FromUserName"] == OwnRobots.corpID)
        #expect(root["CreateTime"] == "1763740800")
        #expect(root["MsgType"] == "text")
        #expect(root["Content"] == "杭州\n声量  207")
    }

    @Test("customers' words cannot leave the text")
    func hostile() throws {
        let root = try text(Reply([.quote(text: "x]]></Content><MsgType>news</MsgType>", source: "论坛")]))
        #expect(root.children.count == 5)
        #expect(root["MsgType"] == "text")
    }

    @Test("a text is at most 2048 bytes long and says that it was cut")
    func long() throws {
        let blocks = (0..<100).map { Reply.Block.item("第\($0)条：" + String(repeating: "话", count: 20)) }
        let content = try #require(try text(Reply(blocks))["Content"])
        #expect(content.utf8.count <= 2048)
        #expect(content.hasSuffix(texts.more))
    }

    @Test("a pressed card says what was chosen, shortened where it is long")
    func pressed() throws {
        func name(_ text: String) throws -> String? {
            let root = try XMLElement(
                parsing: WeComAppReply.pressed(message(text), of: OwnRobots.weComApp(), now: OwnRobots.now))
            #expect(root["MsgType"] == "update_button")
            return root.child("Button")?["ReplaceName"]
        }
        #expect(try name("油耗原话") == "油耗原话")
        #expect(try name("近三十天杭州油耗的差评原话") == "近三十天杭州油耗的…")
    }

    @Test(
        "a standing is whole or says less, and is never cut in the middle of a moment or bracket",
        arguments: [
            ("已静默到 18:30", "已静默到 18:30"), ("已静默到 11/24 08:00", "已静默到 11/24"), ("已解决（李强）", "已解决（李强）"),
            ("已解决（阿卜杜勒·热合曼）", "已解决"), ("误报（Anna Maria Lee）", "误报"), ("已由欧阳明日香认领", "已由欧阳明日香认领"),
        ])
    func standing(standing: String, label: String) throws {
        let root = try XMLElement(
            parsing: WeComAppReply.pressed(
                message("静默 A12 2小时"), standing: standing, of: OwnRobots.weComApp(), now: OwnRobots.now))
        #expect(root.child("Button")?["ReplaceName"] == label)
    }

    @Test("articles are at most eight, and their words no longer than they may be")
    func news() throws {
        let article = WeComArticle(
            title: String(repeating: "杭", count: 60), description: "x]]></Description>&",
            address: "https://earshot.example/d/1?a=1&b=2", picture: "https://earshot.example/1.png")
        let plain = WeComArticle(title: "南京", address: "https://earshot.example/d/2")
        func news(_ articles: [WeComArticle]) throws -> [UInt8]? {
            try WeComAppReply.news(
                articles, answering: message("x"), of: OwnRobots.weComApp(), now: OwnRobots.now)
        }
        #expect(try news([]) == nil)
        let root = try XMLElement(
            parsing: #require(try news([article] + [WeComArticle](repeating: plain, count: 9))))
        #expect(root["MsgType"] == "news" && root["ArticleCount"] == "8" && root["ToUserName"] == "u7")
        let items = try #require(root.child("Articles")).children
        #expect(items.count == 8 && items.allSatisfy { $0.name == "item" })
        #expect(try #require(items[0]["Title"]).utf8.count <= 128)
        #expect(items[0]["Description"] == article.description && items[0]["Url"] == article.address)
        #expect(
            items[0]["PicUrl"] == article.picture && items[7]["Title"] == "南京" && items[7]["PicUrl"] == "")
    }
}
