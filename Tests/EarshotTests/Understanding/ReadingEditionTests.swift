import FoundationEssentials
import Testing

@testable import Earshot

@Suite("The edition of a reading")
struct ReadingEditionTests {
    private static let words =
        #"{"targets": {"fuel": "油耗 百公里"}, "opinions": {"-1": "高", "1": "好"}, "not_places": "大同小异", "home_before": "坐标"}"#
    private static let hangzhou = City(code: 330_100, name: "杭州", province: "浙江")

    private struct Content {
        var lexicon = words
        var brands = [ProductCatalogue.Brand(name: "星驰", own: true)]
        var dealers = [Dealer(id: "D1", name: "杭州西湖店", city: hangzhou)]
        var hours = 8

        func edition() throws -> ReadingEdition {
            let part = try JSONDecoder().decode(LexiconPart.self, from: Data(lexicon.utf8))
            let catalogue = ProductCatalogue(brands: brands)
            let analyzer = try Analyzer(
                lexicon: Lexicon(files: [("words", part)]), catalogue: catalogue, dealers: dealers,
                places: [("杭州", hangzhou)])
            let zone = try #require(TimeZone(secondsFromGMT: hours * 3600))
            return Comprehension(
                analyzer: analyzer, catalogue: catalogue, dealers: dealers,
                calendar: LocalCalendar(timeZone: zone)
            ).edition
        }
    }

    @Test("the same content has the same edition, however its words are arranged")
    func same() throws {
        let edition = try Content().edition()
        #expect(try Content().edition() == edition)
        let other =
            #"{"opinions": {"1": "好", "-1": "高"}, "home_before": "坐标", "not_places": "大同小异", "targets": {"fuel": "百公里  油耗"}}"#
        #expect(try Content(lexicon: other).edition() == edition)
        #expect(edition.key.count == 16)
        #expect(edition.key.allSatisfy { $0.isHexDigit })
    }

    @Test("whatever decides a reading changes it")
    func others() throws {
        func words(_ old: String, _ new: String) -> Content {
            let parts = Self.words.split(separator: old, omittingEmptySubsequences: false)
            return Content(lexicon: parts.joined(separator: new))
        }
        let contents = [
            Content(), words("油耗", "油"), words(" 百公里", "百公里"), words("-1", "-2"), words("大同小异", "大同"),
            words("坐标", "人在"),
            words("home_before", "local_behind"), words("home_before", "passing_before"),
            words("home_before", "passing_behind"),
            words("fuel", "space"),
            Content(brands: [.init(name: "星驰", own: true, series: [.init(name: "X5")])]),
            Content(brands: [.init(name: "星驰", own: true, series: [.init(name: "X5", bare: false)])]),
            Content(brands: [.init(name: "星驰", aliases: ["星"], own: true)]),
            Content(brands: [.init(name: "星驰")]),
            Content(brands: [.init(name: "星驰", own: true, contexts: .init(before: ["买"]))]),
            Content(brands: [.init(name: "星驰", own: true, contexts: .init(after: ["买"]))]),
            Content(dealers: []), Content(dealers: [Dealer(id: "D2", name: "杭州西湖店", city: Self.hangzhou)]),
            Content(dealers: [
                Dealer(id: "D1", name: "杭州西湖店", city: City(code: 330_200, name: "宁波", province: "浙江"))
            ]),
            Content(dealers: [Dealer(id: "D1", name: "杭州西湖店", city: Self.hangzhou, aliases: ["西湖店"])]),
            Content(hours: 9),
        ]
        let editions = try contents.map { try $0.edition() }
        #expect(Set(editions).count == contents.count)
    }

    @Test("no field of what people write is left out")
    func fields() {
        // Whoever adds one adds it to `EditionDigest` too, and counts again.
        #expect(Mirror(reflecting: Term()).children.count == 11)
        #expect(Mirror(reflecting: Firm(name: "", names: [], kind: .courier)).children.count == 3)
        #expect(Mirror(reflecting: ProductCatalogue.Brand(name: "")).children.count == 6)
        #expect(Mirror(reflecting: ProductCatalogue.Series(name: "")).children.count == 3)
        #expect(Mirror(reflecting: ProductCatalogue.Contexts()).children.count == 2)
        #expect(Mirror(reflecting: Dealer(id: "", name: "", city: Self.hangzhou)).children.count == 4)
        #expect((try? Lexicon(files: [])).map { Mirror(reflecting: $0).children.count } == 8)
    }
}
