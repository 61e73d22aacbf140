import Earshot
import FoundationEssentials
import Testing

@Suite("Lexicon")
struct LexiconTests {
    private func part(_ json: String) throws -> LexiconPart {
        try UnderstandingFixture.json5(Data(json.utf8))
    }

    private func error(_ json: String) throws -> LexiconError? {
        let part = try part(json)
        do throws(LexiconError) {
            _ = try Lexicon(files: [("mine.json5", part)])
            return nil
        } catch {
            return error
        }
    }

    @Test("an unknown aspect is rejected by name")
    func unknownAspect() throws {
        let found = try error("{ targets: { fule: '油耗' } }")
        #expect(found?.code == .unknownAspect)
        #expect(found?.file == "mine.json5")
        #expect(found?.field == "targets.fule")
        #expect(found?.term == "fule")
    }

    @Test(
        "a word with two meanings that exclude each other is rejected",
        arguments: [
            "{ opinions: { '1': '好', '-1': '好' } }", "{ negations: '不', contrasts: '不' }",
            "{ opinions: { '1': '高速' }, inert: '高速' }", "{ more_is_better: '油耗', more_is_worse: '油耗' }",
            "{ phrases: { fuel: { '1': '省油', '-1': '省油' } } }", "{ degrees: { '1.5': '很', '0.5': '很' } }",
        ])
    func conflict(json: String) throws {
        #expect(try error(json)?.code == .conflict)
    }

    @Test("a term without a letter, a strange strength and a lone variant are rejected where they stand")
    func malformed() throws {
        let cases: [(String, LexiconError.Code, String)] = [
            ("{ negations: '!!' }", .emptyTerm, "negations"),
            ("{ opinions: { much: '好' } }", .unknownName, "opinions.much"),
            (
                "{ descriptions: { 'after_sales.waiting': { '9': '久' } } }", .unknownName,
                "descriptions.after_sales.waiting.9"
            ),
            ("{ salience: { fuel: { '油耗': 1 } } }", .unknownName, "salience.fuel.油耗"),
            ("{ variants: '動动 乐' }", .malformed, "variants"),
            ("{ bias: { fule: 1 } }", .unknownAspect, "bias.fule"),
        ]
        for (json, code, field) in cases {
            let found = try error(json)
            #expect(found?.code == code, "\(json)")
            #expect(found?.field == field, "\(json)")
        }
    }

    @Test("what stands in two files belongs together, and may not contradict")
    func twoFiles() throws {
        let first = try part("{ opinions: { '1': '好' } }")
        let second = try part("{ opinions: { '-1': '好' } }")
        let error = #expect(throws: LexiconError.self) {
            try Lexicon(files: [("first.json5", first), ("second.json5", second)])
        }
        #expect(error?.file == "second.json5")
        #expect(error?.field == "opinions.-1")
    }

    @Test("the site's own products are added to the general catalogue")
    func merging() throws {
        let general = ProductCatalogue(brands: [.init(name: "甲", aliases: ["A"], series: [.init(name: "甲一")])]
        )
        let site = ProductCatalogue(brands: [
            .init(name: "甲", own: true, series: [.init(name: "甲一", aliases: ["小一"]), .init(name: "甲二")])
        ])
        let merged = general.merging(site)
        #expect(merged.brands.count == 1)
        #expect(merged.brands[0].own)
        #expect(merged.brands[0].series.map(\.name) == ["甲一", "甲二"])
        #expect(merged.brands[0].series[0].aliases == ["小一"])
    }
}
