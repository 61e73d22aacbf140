import Earshot
import Testing

@Suite("Makers whose name the site gives to something of its own")
struct NamedMakersTests {
    /// The site's own brand, and what counts for it in the lexicon that is delivered.
    struct Case: Sendable, CustomTestStringConvertible {
        var own: ProductCatalogue.Brand
        /// What a text or question may call it.
        var spoken: [String]
        /// What a source may write into its brand field.
        var fields: [String]
        var testDescription: String { own.name }
    }

    static let cases = [
        Case(
            own: .init(name: "小米", aliases: ["小米汽车"], own: true, series: [.init(name: "SU7")]),
            spoken: ["小米汽车", "小米", "小米SU7", "SU7", "YU7", "小米汽车YU7"],
            fields: ["小米汽车", "小米", "SU7", "YU7"]),
        Case(
            own: .init(name: "赛力斯", own: true, series: [.init(name: "问界")]),
            spoken: ["赛力斯", "问界", "问界M7", "AITO", "SF5"],
            fields: ["赛力斯", "问界", "问界M7", "aito", "SF5"]),
    ]

    private func comprehension(_ own: ProductCatalogue.Brand) throws -> Comprehension {
        let general = try UnderstandingFixture.json5(
            UnderstandingFixture.file("products.json5"), as: ProductCatalogue.self)
        let catalogue = general.merging(ProductCatalogue(brands: [own]))
        let analyzer = try Analyzer(
            lexicon: UnderstandingFixture.lexicon(), catalogue: catalogue, dealers: [],
            places: Gazetteer.china.spokenNames, decoys: Gazetteer.china.spokenDecoys)
        return Comprehension(analyzer: analyzer, catalogue: catalogue, dealers: [])
    }

    private func voice(_ text: String, brand: String? = nil) -> Voice {
        Voice(
            id: "1", source: "论坛", text: text, publishedAt: Timestamp(seconds: 1_795_226_400), brand: brand)
    }

    @Test("voices that name it, in the text or in the brand field, are of the own brand", arguments: cases)
    func voices(one: Case) throws {
        let comprehension = try comprehension(one.own)
        for name in one.spoken {
            let inText = comprehension.understand(voice("\(name)的空间不错"))
            #expect(inText.subject == .own, "\(name)")
            #expect(inText.reading.brand == one.own.name, "\(name)")
        }
        for name in one.fields {
            #expect(comprehension.understand(voice("空间不错", brand: name)).subject == .own, "\(name)")
        }
        #expect(comprehension.understand(voice("空间不错", brand: "比亚迪")).subject != .own)
    }

    @Test("questions that name it ask about the own brand", arguments: cases)
    func questions(one: Case) throws {
        let general = try UnderstandingFixture.json5(
            UnderstandingFixture.file("products.json5"), as: ProductCatalogue.self)
        let router = try RoutingFixture.router(products: general.merging(ProductCatalogue(brands: [one.own])))
        for name in one.spoken {
            let request = RoutingFixture.request(after: ["\(name)最近口碑怎么样"], of: .hq, router)
            #expect(request.slots.product?.brand == one.own.name, "\(name)")
            #expect(request.slots.product?.isOwn == true, "\(name)")
        }
    }
}
