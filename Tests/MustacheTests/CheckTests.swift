import FoundationEssentials
import Testing

@testable import Mustache

@Suite("Checking the names of a template")
struct CheckTests {
    let schema: Schema = [
        "city": .text, "isEmpty": .flag, "total": ["now": .text, "before": .text],
        "quotes": .list(["text": .text, "source": .text]), "names": .list(.text),
    ]

    private func errors(_ source: String, partials: [String: String] = [:]) throws -> [String] {
        let template = try Template(source, file: "t")
        return template.check(against: schema, partials: try Templates(partials)).map(\.description)
    }

    @Test("a template with known names is sound")
    func sound() throws {
        let source = """
            {{city}} {{total.now}} {{#total}}{{now}}{{city}}{{/total}} {{^isEmpty}}
            {{#quotes}}{{>quote}}{{/quotes}}{{^quotes}}-{{/quotes}}{{#names}}{{.}}{{/names}}{{/isEmpty}}
            """
        #expect(try errors(source, partials: ["quote": "{{text}} {{source}} {{city}}"]) == [])
    }

    @Test("an unknown name is reported with its line and what is known there")
    func unknown() throws {
        #expect(
            try errors("a\n {{ctiy}}") == [
                "t:2:2: unknown name \"ctiy\"; known here: city, isEmpty, names, quotes, total"
            ])
        #expect(try errors("{{total.later}}") == ["t:1:1: unknown name \"total.later\": no \"later\" there"])
        #expect(try errors("{{text}}{{#quotes}}{{text}}{{/quotes}}").count == 1)
        #expect(try errors("{{#a}}{{/a}}{{^b}}{{/b}}").count == 2)
    }

    @Test("a name used as what it is not is reported")
    func misused() throws {
        #expect(try errors("{{quotes}}") == ["t:1:1: \"quotes\" is a list, which cannot be printed"])
        #expect(try errors("{{isEmpty}}") == ["t:1:1: \"isEmpty\" is a condition, which cannot be printed"])
        #expect(try errors("{{total}}").count == 1)
        #expect(try errors("{{#quotes}}{{.}}{{/quotes}}").count == 1)
    }

    @Test("partials are checked with the names known where they stand, and each mistake is named once")
    func partials() throws {
        let partials = ["quote": "\n{{text}}{{>quote}}"]
        #expect(try errors("{{#quotes}}{{>quote}}{{/quotes}}", partials: partials) == [])
        let wrong = try errors("{{>quote}}{{>quote}}", partials: partials)
        #expect(wrong.count == 1)
        #expect(wrong[0].hasPrefix("quote:2:1: unknown name \"text\""))
        #expect(try errors("x{{>nowhere}}") == ["t:1:2: there is no partial \"nowhere\""])
    }

    @Test("a folder of templates is read, and every broken file is named")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mustache-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("{{a}}".utf8).write(to: folder.appending(path: "good.mustache"))
        try Data("\n{{a".utf8).write(to: folder.appending(path: "bad.mustache"))
        try Data([0xFF]).write(to: folder.appending(path: "bytes.mustache"))
        try Data("{{".utf8).write(to: folder.appending(path: "notes.txt"))
        let (templates, errors) = Templates.reading(folder: folder.path)
        #expect(templates.names == ["good"])
        #expect(errors.map(\.code) == [.unclosed, .unreadable])
        #expect(errors[0].file.hasSuffix("/bad.mustache"))
        #expect(errors[0].line == 2)
        #expect(Templates.reading(folder: folder.path + "/nowhere").errors.map(\.code) == [.unreadable])
    }
}
