import Testing

@testable import Mustache

@Suite("White space, comments and delimiters")
struct WhiteSpaceTests {
    @Test(
        "a line that has only a section tag disappears",
        arguments: [
            Case("plain", "a\n{{#x}}\nb\n{{/x}}\nc\n", ["x": true], gives: "a\nb\nc\n"),
            Case("inverted", "a\n{{^x}}\nb\n{{/x}}\nc\n", gives: "a\nb\nc\n"),
            Case("indented", "a\n  {{#x}}\nb\n\t{{/x}}\nc\n", ["x": true], gives: "a\nb\nc\n"),
            Case("blanks after", "a\n{{#x}}  \nb\n{{/x}}\t\nc\n", ["x": true], gives: "a\nb\nc\n"),
            Case("CRLF", "|\r\n{{#x}}\r\n{{/x}}\r\n|", ["x": true], gives: "|\r\n|"),
            Case("no line before", "  {{#x}}\n#{{/x}}\n/", ["x": true], gives: "#\n/"),
            Case("no line end after", "#{{#x}}\n/\n  {{/x}}", ["x": true], gives: "#\n/\n"),
            Case("a lone CR ends no line", "{{#x}}\rb{{/x}}", ["x": true], gives: "\rb"),
            Case("text on the line keeps it", " {{#x}} b {{/x}} \n", ["x": true], gives: "  b  \n"),
            Case(
                "two tags on a line keep it", " {{#x}}{{/x}}\n{{#x}} {{/x}}\n", ["x": true], gives: " \n \n"),
            Case("inside many lines", " | {{#x}}\t|\t{{/x}} | \n", ["x": true], gives: " | \t|\t | \n"),
            Case(
                "blank lines of the text stay", "{{#x}}\n\na\n\n{{/x}}\n", ["x": true], gives: "\na\n\n"),
        ])
    func standalone(_ example: Case) throws { try example.verify() }

    @Test(
        "a comment prints nothing",
        arguments: [
            Case("within a line", "12{{! {{ nothing } }}34", gives: "1234"),
            Case("many lines", "12{{!\n a\n b\n}}34\n", gives: "1234\n"),
            Case("alone on its line", "a\n{{! x }}\nb\n", gives: "a\nb\n"),
            Case("alone, indented", "a\n  {{! x }}\nb\n", gives: "a\nb\n"),
            Case("alone, CRLF", "|\r\n{{! x }}\r\n|", gives: "|\r\n|"),
            Case("alone, first", "  {{! x }}\n!", gives: "!"),
            Case("alone, last", "!\n  {{! x }}", gives: "!\n"),
            Case("alone, many lines", "a\n{{!\nx\n}}\nb\n", gives: "a\nb\n"),
            Case("alone, many lines, indented", "a\n  {{!\n    x\n  }}\nb\n", gives: "a\nb\n"),
            Case("within an indented line", "  12 {{! 34 }}\n", gives: "  12 \n"),
            Case("surrounding blanks stay", "1 {{! x }} 2", gives: "1  2"),
            Case("never a variable", "({{! x }})", ["! x": 1, "x": 2, "!x": 3], gives: "()"),
        ])
    func comments(_ example: Case) throws { try example.verify() }

    @Test(
        "delimiters can be changed",
        arguments: [
            Case("pair", "{{=<% %>=}}(<%a%>)", ["a": "x"], gives: "(x)"),
            Case("special characters", "({{=[ ]=}}[a])", ["a": "x"], gives: "(x)"),
            Case("the same on both sides", "{{= | | =}}(|a|)", ["a": "x"], gives: "(x)"),
            Case("back again", "{{=| |=}}|a||={{ }}=|{{a}}", ["a": "x"], gives: "xx"),
            Case(
                "old ones are text", "{{#s}}{{a}}|a|{{/s}}{{= | | =}}|#s|{{a}}|a||/s|",
                ["s": true, "a": "x"],
                gives: "x|a|{{a}}x"),
            Case(
                "inverted", "{{^s}}{{a}}|a|{{/s}}{{= | | =}}|^s|{{a}}|a||/s|", ["a": "x"], gives: "x|a|{{a}}x"
            ),
            Case("raw", "{{=| |=}}|&a||{a}|", ["a": "<"], gives: "<<"),
            Case(
                "not inherited by a partial", "{{>p}}{{= | | =}}|>p|", ["a": "x"], partials: ["p": ".{{a}}."],
                gives: ".x..x."),
            Case(
                "not changed by a partial", "{{>p}}.{{a}}.|a|.", ["a": "x"],
                partials: ["p": "{{= | | =}}.|a|."],
                gives: ".x..x.|a|."),
            Case("blanks around stay", "| {{=@ @=}} |", gives: "|  |"),
            Case("alone on its line", "a\n{{=@ @=}}\nb\n", gives: "a\nb\n"),
            Case("alone, indented", "a\n  {{=@ @=}}\nb\n", gives: "a\nb\n"),
            Case("alone, CRLF", "|\r\n{{= @ @ =}}\r\n|", gives: "|\r\n|"),
            Case("alone, first and last", "  {{=@ @=}}", gives: ""),
            Case("padding", "|{{= @   @ =}}|", gives: "||"),
        ])
    func delimiters(_ example: Case) throws { try example.verify() }
}
