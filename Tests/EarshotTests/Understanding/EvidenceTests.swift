import Earshot
import EarshotTesting
import Testing

@Suite("Evidence")
struct EvidenceTests {
    @Test(
        "evidence points to the original bytes whatever the width and script",
        arguments: [
            ("😀😀這車動力很強", "power", "動力很強"), ("ＢＭＷ的空間太小了", "space", "空間太小"),
            ("Ａ柱 后排   空间太小", "space", "空间太小"), ("🚗 油耗太高 🚗", "fuel", "油耗太高"),
        ])
    func originalBytes(text: String, aspect: String, words: String) throws {
        let reading = try UnderstandingFixture.read(text)
        let opinion = try #require(reading.opinions.first { $0.aspect.name == aspect })
        #expect(UnderstandingFixture.evidence(opinion, in: text).contains(words))
    }

    @Test("evidence lies on character boundaries within the text for random input")
    func randomInput() throws {
        var random = SeededRandom(seed: 20_261_122)
        let pieces = [
            "油耗", "高", "不", "很", "空间", "大", "?", "，", "。", "但是", "😀", "é", "ａ", "動力", "強", "4S店", "态度", "差",
            "比", "宝马", "X5", "1.5", "\n", "\u{0}", "都", "和", "、", "想买", "杭州", "\u{301}", "没有", "异响", "吗",
        ]
        for _ in 0..<4000 {
            let count = Int.random(in: 0...40, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let reading = try UnderstandingFixture.read(text)
            #expect(abs(reading.sentiment) <= 1)
            for opinion in reading.opinions {
                #expect(opinion.evidence.lowerBound >= 0 && opinion.evidence.upperBound <= text.utf8.count)
                let words = UnderstandingFixture.evidence(opinion, in: text)
                #expect(!words.isEmpty && !words.unicodeScalars.contains("\u{FFFD}"))
                #expect(abs(opinion.lean) <= 1)
            }
            #expect(try UnderstandingFixture.read(text) == reading)
        }
    }

    @Test("random bytes, repaired by String, are read without harm")
    func randomBytes() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let reading = try UnderstandingFixture.read(text)
            #expect(reading.opinions.allSatisfy { $0.evidence.upperBound <= text.utf8.count })
        }
    }

    @Test("the longest text and the emptiest are read")
    func extremes() throws {
        #expect(try UnderstandingFixture.read("") == Reading())
        #expect(try UnderstandingFixture.read("。,!?……  ").opinions.isEmpty)
        let long = String(repeating: "油耗太高空间很大", count: 2500)
        #expect(try UnderstandingFixture.read(long)["fuel"] == .negative)
    }
}
