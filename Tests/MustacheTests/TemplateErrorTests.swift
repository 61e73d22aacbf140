import EarshotTesting
import Testing

@testable import Mustache

@Suite("Mistakes in a template")
struct TemplateErrorTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        var source: String
        var code: TemplateError.Code
        var line: Int
        var column: Int
        var testDescription: String { source.debugDescription }
    }

    @Test(
        "a mistake is named with file, line and column",
        arguments: [
            Mistake(source: "a\n 城{{a", code: .unclosed, line: 2, column: 3),
            Mistake(source: "{{{a}}", code: .unclosed, line: 1, column: 1),
            Mistake(source: "{{=| |}}", code: .unclosed, line: 1, column: 1),
            Mistake(source: "\n\n{{#a}}b", code: .unclosed, line: 3, column: 1),
            Mistake(source: "{{#a}}\n{{#b}}\n{{/a}}{{/b}}", code: .mismatched, line: 3, column: 1),
            Mistake(source: "x{{/a}}", code: .mismatched, line: 1, column: 2),
            Mistake(source: "{{}}", code: .malformedTag, line: 1, column: 1),
            Mistake(source: "{{a b}}", code: .malformedTag, line: 1, column: 1),
            Mistake(source: "{{a..b}}", code: .malformedTag, line: 1, column: 1),
            Mistake(source: "{{.a}}", code: .malformedTag, line: 1, column: 1),
            Mistake(source: "{{> }}", code: .malformedTag, line: 1, column: 1),
            Mistake(source: "{{=|=}}", code: .malformedTag, line: 1, column: 1),
            Mistake(source: "{{=a b c=}}", code: .malformedTag, line: 1, column: 1),
            Mistake(source: "{{<layout}}", code: .malformedTag, line: 1, column: 1),
            Mistake(
                source: String(repeating: "{{#a}}", count: 65), code: .tooDeep, line: 1, column: 64 * 6 + 1),
        ])
    func located(_ mistake: Mistake) {
        let error = #expect(throws: TemplateError.self) {
            try Template(mistake.source, file: "prompts/overview.mustache")
        }
        #expect(error?.code == mistake.code)
        #expect(error?.line == mistake.line)
        #expect(error?.column == mistake.column)
        #expect(error?.description.hasPrefix("prompts/overview.mustache:\(mistake.line):") == true)
    }

    @Test("mutated templates parse or fail, and what parses renders")
    func hostile() throws {
        var random = SeededRandom(seed: 20_261_122)
        let pieces = [
            "{{", "}}", "{{{", "}}}", "#", "^", "/", "a", ".", "{{#a}}", "{{/a}}", "{{>p}}", "{{=| |=}}", "|",
            "\n", "\r\n", " ", "{{! ", "=", "城", "{{a.b}}", "&", "\0",
        ]
        var parsed = 0
        for _ in 0..<20_000 {
            let source = (0..<Int.random(in: 0...12, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            guard let template = try? Template(source) else { continue }
            parsed += 1
            var partials = Templates()
            partials["p"] = template
            let text = try? template.render(["a": ["b": [1, 2]]], partials: partials)
            #expect((text?.utf8.count ?? 0) < 1_000_000)
            _ = template.check(against: ["a": .text], partials: partials)
        }
        #expect(parsed > 1_000)
    }
}
