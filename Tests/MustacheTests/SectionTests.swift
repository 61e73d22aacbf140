import Testing

@testable import Mustache

@Suite("Sections")
struct SectionTests {
    @Test(
        "a section is rendered for what is there",
        arguments: [
            Case("true", "a{{#x}}b{{/x}}c", ["x": true], gives: "abc"),
            Case("false", "a{{#x}}b{{/x}}c", ["x": false], gives: "ac"),
            Case("null", "a{{#x}}b{{/x}}c", ["x": nil], gives: "ac"),
            Case("missing", "a{{#x}}b{{/x}}c", gives: "ac"),
            Case("empty text", "a{{#x}}b{{/x}}c", ["x": ""], gives: "ac"),
            Case("zero is a figure", "{{#x}}{{x}}条{{/x}}", ["x": 0], gives: "0条"),
            Case("object becomes the context", "{{#x}}{{y}}{{/x}}", ["x": ["y": "z"]], gives: "z"),
            Case("outer names stay visible", "{{#x}}{{y}}{{o}}{{/x}}", ["x": ["y": 1], "o": 2], gives: "12"),
            Case("inner names go first", "{{#x}}{{o}}{{/x}}{{o}}", ["x": ["o": 1], "o": 2], gives: "12"),
            Case(
                "a null within hides the outer name", "{{#x}}({{o}}){{/x}}", ["x": ["o": nil], "o": 2],
                gives: "()"),
            Case("a text becomes the dot", "{{#x}}<{{.}}>{{/x}}", ["x": "y"], gives: "<y>"),
            Case("list", "{{#x}}{{y}},{{/x}}", ["x": [["y": 1], ["y": 2], ["y": 3]]], gives: "1,2,3,"),
            Case("empty list", "a{{#x}}b{{/x}}c", ["x": []], gives: "ac"),
            Case("the same name inside itself", "{{#x}}a{{#x}}b{{/x}}c{{/x}}", ["x": true], gives: "abc"),
            Case(
                "inside a false one", "a{{#x}}b{{#y}}c{{/y}}d{{/x}}e", ["x": false, "y": true], gives: "ae"),
            Case("twice", "{{#x}}a{{/x}} b {{#x}}c{{/x}}", ["x": true], gives: "a b c"),
            Case("dotted", "{{#a.b.c}}y{{/a.b.c}}", ["a": ["b": ["c": true]]], gives: "y"),
            Case("dotted, false", "({{#a.b.c}}y{{/a.b.c}})", ["a": ["b": ["c": false]]], gives: "()"),
            Case("dotted, broken", "({{#a.b.c}}y{{/a.b.c}})", ["a": [:]], gives: "()"),
            Case("padding inside the tags", "|{{# x }}={{/ x }}|", ["x": true], gives: "|=|"),
            Case(
                "contexts many deep", "{{#a}}{{#b}}{{#c}}{{one}}{{two}}{{three}}{{/c}}{{/b}}{{/a}}",
                ["a": ["one": 1, "b": ["two": 2, "c": ["three": 3]]]], gives: "123"),
        ])
    func sections(_ example: Case) throws { try example.verify() }

    @Test(
        "the dot is the element of a list",
        arguments: [
            Case("texts", "{{#x}}({{.}}){{/x}}", ["x": ["a", "b"]], gives: "(a)(b)"),
            Case("numbers", "{{#x}}({{.}}){{/x}}", ["x": [1, 2]], gives: "(1)(2)"),
            Case("decimals", "{{#x}}({{.}}){{/x}}", ["x": [1.5, 2.25]], gives: "(1.5)(2.25)"),
            Case(
                "lists in a list", "{{#x}}({{#.}}{{.}}{{/.}}){{/x}}", ["x": [[1, 2], ["a"]]], gives: "(12)(a)"
            ),
            Case("at the top", "{{#.}}({{v}}){{/.}}", [["v": 1], ["v": 2]], gives: "(1)(2)"),
            Case("escaped", "{{#x}}{{.}}{{{.}}}{{&.}}{{/x}}", ["x": ["<"]], gives: "&lt;<<"),
        ])
    func implicit(_ example: Case) throws { try example.verify() }

    @Test(
        "an inverted section is rendered for what is not there",
        arguments: [
            Case("false", "a{{^x}}b{{/x}}c", ["x": false], gives: "abc"),
            Case("true", "a{{^x}}b{{/x}}c", ["x": true], gives: "ac"),
            Case("null", "a{{^x}}b{{/x}}c", ["x": nil], gives: "abc"),
            Case("missing", "a{{^x}}b{{/x}}c", gives: "abc"),
            Case("object", "a{{^x}}b{{/x}}c", ["x": ["y": 1]], gives: "ac"),
            Case("list", "a{{^x}}b{{/x}}c", ["x": [1]], gives: "ac"),
            Case("empty list", "a{{^x}}b{{/x}}c", ["x": []], gives: "abc"),
            Case("the same name inside itself", "{{^x}}a{{^x}}b{{/x}}c{{/x}}", ["x": false], gives: "abc"),
            Case("inside a true one", "a{{^x}}b{{^x}}c{{/x}}d{{/x}}e", ["x": true], gives: "ae"),
            Case("dotted, true", "({{^a.b}}y{{/a.b}})", ["a": ["b": true]], gives: "()"),
            Case("dotted, false", "({{^a.b}}y{{/a.b}})", ["a": ["b": false]], gives: "(y)"),
            Case("dotted, broken", "({{^a.b.c}}y{{/a.b.c}})", ["a": [:]], gives: "(y)"),
            Case("padding inside the tags", "|{{^ x }}={{/ x }}|", gives: "|=|"),
        ])
    func inverted(_ example: Case) throws { try example.verify() }
}
