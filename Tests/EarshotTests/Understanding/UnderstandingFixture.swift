import Earshot
import FoundationEssentials
import Testing

/// The analyzer with the project's own lexicon and a fictitious brand.
enum UnderstandingFixture {
    static let analyzer = Result { try make() }

    static func read(_ text: String) throws -> Reading {
        try analyzer.get().analyze(text)
    }

    /// The text that an opinion points to.
    static func evidence(_ opinion: Opinion, in text: String) -> String {
        String(decoding: Array(text.utf8)[opinion.evidence], as: UTF8.self)
    }

    static func file(_ name: String) throws -> Data {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let path = "/\(root)/bot-config/lexicon/\(name)"
        return try #require(FileManager.default.contents(atPath: path), "no file \(path)")
    }

    static func json5<Value: Decodable>(_ content: Data, as type: Value.Type = Value.self) throws -> Value {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        return try decoder.decode(type, from: content)
    }

    static func lexicon() throws -> Lexicon {
        let names = [
            "advertisements.json5", "buyers.json5", "characters.json5", "general.json5", "partners.json5",
            "places.json5", "product.json5", "salience.json5", "service.json5",
        ]
        return try Lexicon(files: names.map { ($0, try json5(file($0))) })
    }

    static let hangzhou = City(code: 330_100, name: "杭州", province: "浙江")

    static func make(model: OpinionModel? = nil) throws -> Analyzer {
        let own = ProductCatalogue(brands: [
            .init(
                name: "星驰", aliases: ["星驰汽车"], own: true, series: [.init(name: "星驰X5"), .init(name: "星驰E7")])
        ])
        let general = try json5(file("products.json5"), as: ProductCatalogue.self)
        return try Analyzer(
            lexicon: lexicon(), catalogue: own.merging(general),
            dealers: [Dealer(id: "HZ01", name: "杭州西湖店", city: hangzhou, aliases: ["西湖星驰4S店"])],
            places: Gazetteer.china.spokenNames, decoys: Gazetteer.china.spokenDecoys, model: model)
    }
}

extension Reading {
    /// The polarity of one aspect by its dotted name; nothing when the text does not speak of it.
    subscript(_ name: String) -> Polarity? {
        opinions.first { $0.aspect.name == name }?.polarity
    }
}
