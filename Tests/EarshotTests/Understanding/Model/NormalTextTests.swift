import Testing

@testable import Earshot

@Suite("The normal form of a text")
struct NormalTextTests {
    private func normal(_ text: String) throws -> NormalText {
        let forms = try UnderstandingFixture.analyzer.get().glossary.forms
        var text = text
        return text.withUTF8 {
            NormalText(
                $0, characters: String(decoding: $0, as: UTF8.self).unicodeScalars.count, forms: forms)
        }
    }

    private func spelled(_ text: String) throws -> String {
        String(String.UnicodeScalarView(try normal(text).symbols.compactMap { Unicode.Scalar($0) }))
    }

    @Test("Numbers are one 0, white space one blank, letters small, wide letters narrow")
    func normalises() throws {
        #expect(try spelled("油耗１２.5个\n\n  CS75ＰＬＵＳ") == "油耗0.0个 cs0plus")
        #expect(try spelled("動力") == "动力")
        #expect(try spelled("") == "")
    }

    @Test("A clause ends with its mark, a number's point ends none")
    func clauses() throws {
        let text = try normal("油耗8.5，还行。空间大")
        let clauses = text.clauses.map { span in
            String(
                String.UnicodeScalarView(
                    text.symbols[Int(span.lowerBound)..<Int(span.upperBound)].compactMap {
                        Unicode.Scalar($0)
                    })
            )
        }
        #expect(clauses == ["油耗0.0,", "还行。", "空间大"])
    }

    @Test("Characters and symbols are found from each other")
    func places() throws {
        // 油 耗 1 2 个
        let text = try normal("油耗12个")
        #expect(text.span(0, 2) == 0..<2)
        #expect(text.span(2, 5) == 2..<4)
        #expect(text.character(of: 2) == 2)
        #expect(text.character(of: 3) == 4)
        #expect(text.character(of: 4) == 5)
    }

    @Test(
        "Whatever stands in a text, every character has its place",
        arguments: ["😀😀油耗", "\u{FEFF}a", "\u{10FFFF}", "  "])
    func anything(text: String) throws {
        let normal = try normal(text)
        #expect(normal.places.count == text.unicodeScalars.count + 1)
        #expect(normal.clauses.map(\.count).reduce(0, +) == normal.symbols.count)
    }

    @Test("A question mark, 吗 or 呢 asks", arguments: [("油耗高吗", true), ("油耗呢？", true), ("油耗高。", false)])
    func asks(text: String, isAsking: Bool) throws {
        #expect(try normal(text).isAsking == isAsking)
    }
}
