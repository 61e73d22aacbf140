import Earshot
import FoundationEssentials
import Testing

@Suite("Lexicon")
struct LexiconTests {
    private func error(_ json: String) -> LexiconError? {
        do throws(LexiconError) {
            _ = try Lexicon(files: [("mine.json5", Data(json.utf8))])
            return nil
        } catch {
            return error
        }
    }

    @Test("an unknown aspect is rejected by name")
    func unknownAspect() {
        let found = error("{ targets: { fule: '油耗' } }")
        #expect(found?.code == .unknownAspect)
        #expect(found?.file == "mine.json5")
        #expect(found?.term == "fule")
    }

    @Test(
        "a word with two meanings that exclude each other is rejected",
        arguments: [
            "{ opinions: { '1': '好', '-1': '好' } }", "{ negations: '不', contrasts: '不' }",
            "{ opinions: { '1': '高速' }, inert: '高速' }", "{ more_is_better: '油耗', more_is_worse: '油耗' }",
            "{ phrases: { fuel: { '1': '省油', '-1': '省油' } } }", "{ degrees: { '1.5': '很', '0.5': '很' } }",
        ])
    func conflict(json: String) {
        #expect(error(json)?.code == .conflict)
    }

    @Test("a term without a letter, a strange strength and an unknown section are rejected")
    func malformed() {
        #expect(error("{ negations: '!!' }")?.code == .emptyTerm)
        #expect(error("{ opinions: { much: '好' } }")?.code == .unknownName)
        #expect(error("{ opnions: {} }")?.code == .malformed)
        #expect(error("{ targets: ")?.code == .malformed)
        #expect(error("{ salience: { fuel: { '油耗': 1 } } }")?.code == .unknownName)
    }

    @Test("what stands in two files belongs together, and may not contradict")
    func twoFiles() throws {
        let first = Data("{ opinions: { '1': '好' } }".utf8)
        let second = Data("{ opinions: { '-1': '好' } }".utf8)
        #expect(throws: LexiconError.self) {
            try Lexicon(files: [("first.json5", first), ("second.json5", second)])
        }
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
