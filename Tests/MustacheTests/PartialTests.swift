import Testing

@testable import Mustache

@Suite("Partials")
struct PartialTests {
    @Test(
        "a partial is rendered in its place",
        arguments: [
            Case("plain", "({{>p}})", partials: ["p": "from p"], gives: "(from p)"),
            Case("missing", "({{>p}})", gives: "()"),
            Case("context", "({{>p}})", ["a": "x"], partials: ["p": "*{{a}}*"], gives: "(*x*)"),
            Case("padding", "|{{> p }}|", partials: ["p": "[]"], gives: "|[]|"),
            Case("name with a folder", "{{>parts/quote-1}}", partials: ["parts/quote-1": "q"], gives: "q"),
            Case(
                "recursion through data", "{{>n}}", ["v": "X", "kids": [["v": "Y", "kids": []]]],
                partials: ["n": "{{v}}<{{#kids}}{{>n}}{{/kids}}>"], gives: "X<Y<>>"),
            Case(
                "in a partial", "{{>o}}", ["a": "hello"], partials: ["o": "*{{a}} {{>i}}*", "i": "{{a}}!"],
                gives: "*hello hello!*"),
        ])
    func partials(_ example: Case) throws { try example.verify() }

    @Test(
        "a partial alone on its line takes that line's indentation",
        arguments: [
            Case("blanks within a line stay", "| {{>p}} |", partials: ["p": "\t|\t"], gives: "| \t|\t |"),
            Case(
                "inline is not indented", "  {{a}}  {{> p}}\n", ["a": "|"], partials: ["p": ">\n>"],
                gives: "  |  >\n>\n"),
            Case("CRLF", "|\r\n{{>p}}\r\n|", partials: ["p": ">"], gives: "|\r\n>|"),
            Case("first line", "  {{>p}}\n>", partials: ["p": ">\n>"], gives: "  >\n  >>"),
            Case("last line", ">\n  {{>p}}", partials: ["p": ">\n>"], gives: ">\n  >\n  >"),
            Case(
                "values keep their own lines", "\\\n {{>p}}\n/\n", ["a": "<\n->"],
                partials: ["p": "|\n{{{a}}}\n|\n"],
                gives: "\\\n |\n <\n->\n |\n/\n"),
            Case(
                "adds up", "-\n {{>o}}\n-\n", partials: ["o": "1\n {{>i}}\n", "i": "2\n3\n"],
                gives: "-\n 1\n  2\n  3\n-\n"),
            Case(
                "inline within an indented one", " {{>o}}\n", partials: ["o": "1{{>i}}\n", "i": "2\n3"],
                gives: " 12\n3\n"),
            Case(
                "sections in an indented one", "  {{>p}}\n", ["x": [1, 2]],
                partials: ["p": "{{#x}}\n{{.}}\n{{/x}}\n{{! c }}.\n{{#x}}a{{/x}}\n"],
                gives: "  1\n  2\n  .\n  aa\n"),
        ])
    func indentation(_ example: Case) throws { try example.verify() }

    @Test("a partial that includes itself without end is an error, not a crash")
    func endless() throws {
        let partials = try Templates(["p": "a\n {{>q}}", "q": "{{>p}}"])
        let template = try Template("\n {{>p}}", file: "top")
        let error = #expect(throws: TemplateError.self) { try template.render([:], partials: partials) }
        #expect(error?.code == .tooDeep)
    }
}
