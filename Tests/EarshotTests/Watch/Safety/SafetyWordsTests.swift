import EarshotTesting
import FoundationEssentials
import Testing

@testable import Earshot

@Suite("Dangers that a voice tells of")
struct SafetyWordsTests {
    static let words = Result { try make() }

    /// The words that come with the program, for the brand 星驰.
    private static func make() throws -> SafetyWords {
        let own = ProductCatalogue(brands: [
            .init(name: "星驰", own: true, series: [.init(name: "星驰X5"), .init(name: "星驰E7")])
        ])
        let general = try UnderstandingFixture.json5(
            UnderstandingFixture.file("products.json5"), as: ProductCatalogue.self)
        return try SafetyWords(
            UnderstandingFixture.json5(UnderstandingFixture.file("safety.json5")), file: "safety.json5",
            lexicon: UnderstandingFixture.lexicon(), catalogue: own.merging(general))
    }

    private func mentions(_ text: String) throws -> [DangerMention] {
        try SafetyWordsTests.words.get().mentions(in: text)
    }

    private func voice(_ text: String) -> ArrivedVoice {
        ArrivedVoice(
            number: 1, text: text, kind: .post, source: "论坛", publishedAt: Fixtures.now, day: Fixtures.today,
            city: Fixtures.hangzhou, subject: .own, dealerID: nil, polarity: .negative,
            isAdvertisement: false,
            repostOf: nil)
    }

    @Test("are found in customers' own wordings", arguments: SafetyUtterances.dangers.map(\.key))
    func found(key: String) throws {
        for text in try #require(SafetyUtterances.dangers.first { $0.key == key }).texts {
            let found = try mentions(text)
            #expect(found.contains { $0.danger.key == key && $0.doubt == nil }, "\(text): \(found)")
        }
    }

    @Test("are doubted, with the reason, where the words say that none happened")
    func doubted() throws {
        for (text, doubt) in SafetyUtterances.doubted {
            let found = try mentions(text)
            #expect(found.first?.doubt == doubt, "\(text): \(found)")
            #expect(found.allSatisfy { $0.doubt != nil }, "\(text): \(found)")
        }
    }

    @Test("are not found in words that mean something else")
    func harmless() throws {
        for text in SafetyUtterances.harmless {
            #expect(try mentions(text) == [], "\(text)")
        }
    }

    @Test("what the car ran into does not make it another maker's, and the own name makes it the own")
    func opponents() throws {
        #expect(try mentions("追尾了一辆特斯拉,气囊一个都没弹").first?.doubt == nil)
        #expect(try mentions("从特斯拉换到星驰X5,结果上周刹车失灵").first?.doubt == nil)
        #expect(try mentions("从特斯拉换过来的,结果上周刹车失灵").first?.doubt == nil)
        #expect(try mentions("特斯拉气囊一个都没弹").first?.doubt == .otherMaker)
    }

    @Test("a sentence that tells of it counts, whatever others fear before and after")
    func sentences() throws {
        let text = "买之前就担心自燃。如果起火了怎么办?结果昨天停在楼下,真的自燃了!以后谁还敢买"
        let found = try mentions(text)
        #expect(found.count == 1 && found[0].doubt == nil)
        #expect(found[0].quote(of: text) == "结果昨天停在楼下,真的自燃了!")
    }

    @Test("what somebody says far off in a sentence without an end, or of every day, is no doubt")
    func farOff() throws {
        #expect(try mentions("今天在高速上刹车失灵了，我每天都要开车接孩子").map(\.doubt) == [nil])
        let long = "刷到一个视频讲怎么挑车" + String(repeating: "，后来看了好多店也试驾了好多车", count: 8) + "，结果昨天刹车失灵了"
        #expect(try mentions(long).map(\.doubt) == [nil])
        #expect(try mentions("看新闻每天都有电动车自燃").map(\.doubt) == [.hearsay])
    }

    @Test("the longest text that is taken in is read to its end, whatever is said in it again and again")
    func repetition() throws {
        let doubted = String(repeating: "从没有自燃过", count: 3_300)
        #expect(try mentions(doubted).map(\.doubt) == [.denied])
        #expect(try mentions(doubted + "。昨天车自燃了").map(\.doubt) == [nil])
    }

    @Test("a denial between its words counts only where it belongs to them")
    func denialsBetween() throws {
        #expect(try mentions("刹车三年没出现过失灵").first?.doubt == .denied)
        #expect(try mentions("高速上无转向助力 没有刹车").map(\.doubt) == [nil])
    }

    @Test("several of one voice are told, each once, the most serious first")
    func several() throws {
        let found = try mentions("车子失控冲上绿化带,气囊也没弹,后来还起火了。真的起火了")
        #expect(found.map(\.danger.key) == ["fire", "steering_loss", "airbag"])
        #expect(found.map(\.danger.title) == ["起火", "方向失控", "气囊失效"])
        #expect(found.allSatisfy { $0.doubt == nil })
    }

    @Test("a rival's voice, an advertisement and a repost warn of nothing, and say why")
    func voices() throws {
        let words = try SafetyWordsTests.words.get()
        let own = voice("昨天高速上刹车突然失灵")
        #expect(words.danger(in: own)?.danger.key == "brake_failure")
        var (rival, advertisement, repost) = (own, own, own)
        rival.subject = .rival(Rival(brand: "远岚"))
        advertisement.isAdvertisement = true
        repost.repostOf = 7
        let doubts: [(ArrivedVoice, DangerMention.Doubt)] = [
            (rival, .rival), (advertisement, .advertisement), (repost, .repost),
        ]
        for (voice, doubt) in doubts {
            #expect(words.danger(in: voice) == nil)
            #expect(words.mentions(in: voice).map(\.doubt) == [doubt])
        }
        #expect(words.danger(in: voice("高速上很稳")) == nil)
    }

    @Test("a quote is the sentence, masked, and short")
    func quotes() throws {
        let text = "新车。车牌浙A12345的车昨天刹车失灵,电话13800138000!\n求助"
        let mention = try #require(try mentions(text).first)
        let quote = mention.quote(of: text)
        #expect(quote.contains("刹车失灵") && quote.hasSuffix("!") && !quote.contains("新车"))
        #expect(!quote.contains("13800138000") && !quote.contains("A12345"))
        let long =
            String(repeating: "一路上都很顺利,", count: 50) + "突然刹车失灵," + String(repeating: "后来等救援,", count: 50)
        let short = try #require(try mentions(long).first).quote(of: long, limit: 40)
        #expect(short.count <= 42 && short.contains("刹车失灵"))
        #expect(short.hasPrefix("…") && short.hasSuffix("…"))
    }

    @Test("evidence lies in the text, whatever stands there", arguments: [UInt64(20_261_126)])
    func hostile(seed: UInt64) throws {
        let words = try SafetyWordsTests.words.get()
        var random = SeededRandom(seed: seed)
        let pieces =
            SafetyUtterances.dangers.flatMap(\.texts) + SafetyUtterances.doubted.map(\.text) + [
                "\0", "\u{200B}", "👨‍👩‍👧", "。", "?", "\r\n", "…", "刹车", "失灵", "𠮷", "e\u{301}", "气囊", "没", "x5",
                "\u{FEFF}",
            ]
        for _ in 0..<3000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<6, using: &random) {
                guard let piece = pieces.randomElement(using: &random) else { continue }
                let scalars = Array(piece.unicodeScalars)
                let start = Int.random(in: 0...scalars.count, using: &random)
                text.append(
                    contentsOf: scalars[start..<Int.random(in: start...scalars.count, using: &random)])
            }
            let string = String(text)
            for mention in words.mentions(in: string) {
                #expect(
                    Excerpt.scalars(of: mention.evidence, in: string)?.isEmpty == false,
                    "seed \(seed): \(string)")
                #expect(mention.quote(of: string, limit: 20).count <= 22, "seed \(seed): \(string)")
            }
        }
    }

    @Test("a site without such words finds nothing")
    func none() {
        #expect(SafetyWords.none.dangers.isEmpty)
        #expect(SafetyWords.none.mentions(in: "刹车失灵").isEmpty)
    }

    @Test(
        "what cannot be meant is an error that names field and word",
        arguments: [
            (
                "{dangers: [{key: 'fire', title: '起火', aspect: 'fires', words: '自燃'}]}", "dangers[0].aspect",
                "fires"
            ),
            ("{dangers: [{key: 'Fire', title: '起火', aspect: 'safety'}]}", "dangers[0].key", "Fire"),
            ("{dangers: [{key: 'fire', title: '', aspect: 'safety'}]}", "dangers[0].title", ""),
            (
                "{dangers: [{key: 'fire', title: '起火', aspect: 'safety', sequences: [{first: '车', within: 99, then: '烧'}]}]}",
                "dangers[0].sequences[0]", ""
            ),
            ("{denials: '没', inert: '没'}", "inert", "没"), ("{fears: '怕 😱'}", "fears", "😱"),
        ])
    func mistakes(content: String, field: String, term: String) throws {
        let part = try UnderstandingFixture.json5(Data(content.utf8), as: SafetyPart.self)
        let error = #expect(throws: LexiconError.self) {
            try SafetyWords(
                part, file: "safety.json5", lexicon: Lexicon(files: []), catalogue: ProductCatalogue())
        }
        #expect(error?.file == "safety.json5" && error?.field == field && error?.term == term)
    }
}
