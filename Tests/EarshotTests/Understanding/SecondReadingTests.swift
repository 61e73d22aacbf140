import EarshotTesting
import Testing

@testable import Earshot

@Suite("What a second reading does to a reading")
struct SecondReadingTests {
    private static let text = "车牌浙A12345,跑高速很费油,空间还行"
    private let fuel = Aspect("fuel") ?? .parts
    private let space = Aspect("space") ?? .parts
    private let comfort = Aspect("comfort") ?? .parts

    private func doubts(_ aspects: Aspect...) -> [Doubt] {
        aspects.map {
            Doubt(
                Opinion(aspect: $0, polarity: .neutral, lean: 0, evidence: 0..<0, probability: 0.3),
                isGiven: true)
        }
    }

    private var reading: Reading {
        Reading(
            sentiment: -0.4,
            opinions: [
                Opinion(
                    aspect: fuel, polarity: .negative, lean: -0.8, evidence: 0..<6, target: "油",
                    probability: 0.3),
                Opinion(aspect: space, polarity: .neutral, lean: 0.05, evidence: 0..<6, probability: 0.9),
            ], city: "杭州", intentToBuy: true)
    }

    private func place(_ words: String) throws -> Range<Int> {
        try #require(MaskedText(of: Self.text).place(of: words))
    }

    private func words(_ opinion: Opinion) -> String {
        String(decoding: Array(Self.text.utf8)[opinion.evidence], as: UTF8.self)
    }

    @Test("an opinion that is confirmed keeps its strength and gets the words that were found")
    func confirmed() throws {
        let revised = reading.revised(
            by: [Verdict(fuel, .opinion(.negative, at: try place("很费油")))], on: doubts(fuel), of: Self.text)
        #expect(revised.opinions.map(\.lean) == [-0.8, 0.05])
        #expect(words(revised.opinions[0]) == "很费油")
        #expect(revised.opinions[0].target == "油")
        #expect(revised.sentiment == -0.4 && revised.city == "杭州" && revised.intentToBuy)
    }

    @Test("an opinion that is turned round, found or not there is so")
    func changed() throws {
        let revised = reading.revised(
            by: [
                Verdict(fuel, .absent), Verdict(space, .opinion(.positive, at: try place("空间还行"))),
                Verdict(comfort, .opinion(.negative, at: try place("很费油"))),
            ], on: doubts(fuel, space, comfort), of: Self.text)
        #expect(revised.opinions.map(\.aspect) == [space, comfort])
        #expect(revised.opinions.map(\.polarity) == [.positive, .negative])
        #expect(revised.opinions.map { Polarity(lean: $0.lean) } == [.positive, .negative])
        #expect(words(revised.opinions[0]) == "空间还行")
    }

    @Test("what is found of another product is said of that product")
    func ofRival() throws {
        let doubtful = Opinion(
            aspect: comfort, polarity: .neutral, lean: 0, evidence: 0..<3, target: "座椅", brand: "云途",
            series: "云途L7", probability: 0.2)
        let revised = reading.revised(
            by: [Verdict(comfort, .opinion(.negative, at: try place("很费油")))],
            on: [Doubt(doubtful, isGiven: false)], of: Self.text)
        let found = try #require(revised.opinions.first { $0.aspect == comfort })
        #expect(found.brand == "云途" && found.series == "云途L7")
        #expect(found.polarity == .negative && Polarity(lean: found.lean) == .negative)
        #expect(found.probability == nil)
        #expect(words(found) == "很费油")
    }

    @Test("a verdict on what was not in doubt, or with words beyond the text, changes nothing")
    func foreign() throws {
        let revised = reading.revised(
            by: [
                Verdict(space, .absent), Verdict(comfort, .opinion(.negative, at: 0..<2)),
                Verdict(fuel, .opinion(.positive, at: 10..<1000)),
            ], on: doubts(fuel), of: Self.text)
        #expect(revised == reading)
    }

    @Test(
        "personal data leaves as stars, and places in what leaves are places in the text", arguments: [1, 2])
    func masked(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let pieces = [
            "油耗", "13800138000", "１３８００１３８０００", "浙A12345", "vx:abc12345", "😀", "é", "e\u{301}", "\u{200B}",
            ",", "空间",
        ]
        for _ in 0..<500 {
            let parts = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            let text = parts.joined() + "费油"
            let masked = MaskedText(of: text)
            #expect(masked.text.unicodeScalars.count == text.unicodeScalars.count)
            #expect(!masked.text.contains("13800138000"))
            let place = try #require(masked.place(of: "费油"))
            let bytes = try #require(MaskedText.bytes(at: place, of: text))
            #expect(String(decoding: Array(text.utf8)[bytes], as: UTF8.self) == "费油")
        }
        let long = MaskedText(of: String(repeating: "很", count: 5000))
        #expect(long.text.unicodeScalars.count == MaskedText.longest)
        #expect(long.place(of: "") == nil && long.place(of: "不") == nil)
    }

    @Test("a verdict is read as it was written, and nothing else is one")
    func written() {
        for verdict in [
            Verdict(fuel, .absent), Verdict(.parts, .opinion(.neutral, at: 0..<1)),
            Verdict(Aspect("after_sales.waiting") ?? .parts, .opinion(.positive, at: 3..<2000)),
        ] { #expect(Verdict(verdict.description) == verdict) }
        for text in [
            "", "fuel", "fuel absent 1", "fuel negative", "fuel negative 3 3", "fuel negative -1 3",
            "fuel bad 1 2",
            "nothing absent", "fuel negative 1 2 3", "fuel negative a b",
        ] { #expect(Verdict(text) == nil, "\(text)") }
    }

    @Test("without a model nothing is in doubt")
    func withoutModel() throws {
        #expect(try UnderstandingFixture.analyzer.get().doubts(about: "油耗好像有点高", within: 0.5) == [])
    }
}
