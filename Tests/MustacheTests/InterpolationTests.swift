import Testing

@testable import Mustache

@Suite("Interpolation")
struct InterpolationTests {
    @Test(
        "a tag is replaced by its value",
        arguments: [
            Case("text without tags stays", "今天 {没有} 标签\n", gives: "今天 {没有} 标签\n"),
            Case("empty template", "", gives: ""),
            Case("a text", "你好,{{name}}!", ["name": "杭州"], gives: "你好,杭州!"),
            Case("no second interpolation", "{{a}}", ["a": "{{b}}", "b": "x"], gives: "{{b}}"),
            Case("escaped", "{{a}}", ["a": "& \" < > '"], gives: "&amp; &quot; &lt; &gt; '"),
            Case("triple is raw", "{{{a}}}", ["a": "& \" < >"], gives: "& \" < >"),
            Case("ampersand is raw", "{{&a}}", ["a": "& \" < >"], gives: "& \" < >"),
            Case("whole number", "{{a}}/{{{a}}}/{{&a}}", ["a": 85], gives: "85/85/85"),
            Case("decimal", "{{a}}/{{{a}}}", ["a": 1.21], gives: "1.21/1.21"),
            Case("negative", "{{a}}", ["a": -7], gives: "-7"),
            Case("truth", "{{a}}{{b}}", ["a": true, "b": false], gives: "truefalse"),
            Case("null prints nothing", "({{a}}{{{a}}}{{&a}})", ["a": nil], gives: "()"),
            Case("missing prints nothing", "({{a}}{{{a}}}{{&a}})", gives: "()"),
            Case("a list or object prints nothing", "({{a}}{{b}})", ["a": [1], "b": ["c": 1]], gives: "()"),
            Case("padding inside a tag", "{{ a }}{{\ta\n}}{{{ a }}}{{& a }}", ["a": "x"], gives: "xxxx"),
            Case(
                "blanks around a tag stay", "| {{a}} |{{{a}}} | {{&a}}\t|", ["a": "x"], gives: "| x |x | x\t|"
            ),
            Case(
                "a printing tag keeps its line", "  {{a}}\n {{{a}}}\n{{&a}}\n", ["a": "x"],
                gives: "  x\n x\nx\n"),
            Case("name outside ASCII", "{{城市}}", ["城市": "宁波"], gives: "宁波"),
        ])
    func interpolation(_ example: Case) throws { try example.verify() }

    @Test(
        "dotted names walk into objects",
        arguments: [
            Case("two parts", "{{a.b}}", ["a": ["b": "x"]], gives: "x"),
            Case("raw forms", "{{{a.b}}}{{&a.b}}", ["a": ["b": "<"]], gives: "<<"),
            Case("five parts", "{{a.b.c.d.e}}", ["a": ["b": ["c": ["d": ["e": "x"]]]]], gives: "x"),
            Case("broken chain", "({{a.b.c}})", ["a": ["b": "x"], "c": "y"], gives: "()"),
            Case(
                "the rest is not sought outside", "({{a.b.c}})", ["a": ["b": [:]], "c": ["c": "y"]],
                gives: "()"),
            Case(
                "the first part decides", "{{#a}}({{b.c}}){{/a}}", ["a": ["b": [:]], "b": ["c": "outer"]],
                gives: "()"),
            Case(
                "found outside a section", "{{#a}}{{b.c}}{{/a}}", ["a": ["x": 1], "b": ["c": "y"]], gives: "y"
            ),
        ])
    func dotted(_ example: Case) throws { try example.verify() }

    @Test(
        "the dot is the innermost value",
        arguments: [
            Case("at the top", "{{.}}", "x<", gives: "x&lt;"),
            Case("raw at the top", "{{{.}}}{{&.}}", "<", gives: "<<"),
            Case("number at the top", "{{.}}", 85, gives: "85"),
        ])
    func implicit(_ example: Case) throws { try example.verify() }

    @Test("the caller's escape is used for escaped tags only")
    func customEscape() throws {
        let template = try Template("{{a}} {{{a}}} {{&a}}")
        let markdown = Escape.custom { $0.replacing("*", with: "\\*") }
        #expect(try template.render(["a": "*"], escape: markdown) == "\\* * *")
        #expect(try template.render(["a": "<"], escape: .none) == "< < <")
    }
}
