import Earshot
import EarshotTesting
import Testing

@Suite("Words that are not spelled as they are known")
struct MisspellingTests {
    private let router: Router

    init() throws {
        router = try RoutingFixture.router()
    }

    private func understood(_ text: String, as role: Role = .manager) -> Understood {
        router.understand(text, in: DialogueContext(role: role, today: RoutingFixture.today))
    }

    @Test(
        "another character of the same sound is read as the word",
        arguments: [("油浩怎么样", "fuel"), ("客户说空见怎么样", "space"), ("叙行的口碑", "charging"), ("售厚评价", "after_sales")])
    func sound(text: String, aspect: String) {
        let request = understood(text).request
        #expect(request.intent == .aspect)
        #expect(request.slots.named["aspect"] == aspect)
    }

    @Test(
        "characters and Latin letters of one word beside each other are an ordinary message",
        arguments: ["油hao", "油 hao", "看下油hao", "hao油", "kong间", "客户zuijin说什么", "dingyue日bao", "油h", "1油hao2"])
    func mixed(text: String) {
        #expect(understood(text).request.intent.rawValue.isEmpty == false)
    }

    @Test("no mixture of characters, letters, digits and marks ends the program")
    func anything() {
        var random = SeededRandom(seed: 20_261_126)
        let pieces = Array("油耗空间售后订阅日报认领油号hao youhaokongjiandingyue12A#,。 ？x")
        for _ in 0..<2_000 {
            let text = String(
                (0..<Int.random(in: 1...12, using: &random)).map { _ in
                    pieces[Int.random(in: pieces.indices, using: &random)]
                })
            #expect(understood(text).request.intent.rawValue.isEmpty == false, "\(text)")
        }
    }

    @Test(
        "characters doubled, exchanged, left out or wrong within a long word are read as the word",
        arguments: ["意见领领袖", "意见领秀", "意见袖领", "意领袖有哪些"])
    func slips(text: String) {
        #expect(understood(text).request.intent == .topics)
    }

    @Test(
        "what changes something is asked about and not done where its word is misspelt",
        arguments: [
            ("人领A12", Intent.alertClaim), ("任铃A12", .alertClaim), ("A12雾抱", .alertDismiss),
            ("腿订周报", .subscriptionRemove), ("把A12同报给经销商", .alertBroadcast), ("薄回#128", .suggestionDecide),
        ])
    func asked(text: String, intent: Intent) {
        let understood = understood(text)
        #expect(understood.request.intent == .unknown || !understood.request.intent.changesSomething)
        if let meant = understood.meant { #expect(meant.request.intent == intent) }
    }

    @Test("a store's name with another character is another store's, and with one of the same sound its own")
    func stores() {
        #expect(understood("杭州西湖店的口碑").dealer == "杭州西湖店")
        #expect(understood("杭州西胡店的口碑").dealer == "杭州西湖店")
        for other in ["杭州西溪店的口碑", "南京江浦店最近口碑怎么样", "宁波鄞江店口碑"] {
            #expect(understood(other).dealer == nil, "\(other)")
        }
    }

    @Test("the question shows the words as they are spelled")
    func spelled() throws {
        let meant = try #require(understood("麻烦腿订周报,谢谢").meant)
        #expect(meant.text == "麻烦退订周报,谢谢")
        #expect(meant.request.intent == .subscriptionRemove)
        #expect(meant.request.slots.topic == "weekly")
    }

    @Test("an ordinary word that only sounds like a command is none", arguments: ["腿定周报", "推丁日报", "敬墨A12"])
    func otherWords(text: String) {
        #expect(!understood(text).request.intent.changesSomething)
    }

    @Test(
        "commands are understood by their sound in Latin letters, with and without blanks",
        arguments: [
            ("kehu zuijin shuo shenme", Intent.overview), ("kehuzuijinshuoshenme", .overview),
            ("youhao zen me yang", .aspect), ("wo yao dingyue ribao", .subscriptionAdd),
            ("dingyue", .subscriptionAdd),
            ("bangzhu", .help), ("re men hua ti", .topics), ("he quan guo bi", .compare),
        ])
    func pinyin(text: String, intent: Intent) {
        #expect(understood(text, as: .dealer).request.intent == intent)
    }

    @Test("a long text is not searched for misspelt words")
    func longText() {
        let text = String(repeating: "油浩", count: 40)
        #expect(understood(text).request.intent == .unknown)
    }
}
