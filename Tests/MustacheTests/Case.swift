import Testing

@testable import Mustache

/// One clause of the specification: a template, what fills it, and what must come out.
struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var template: String
    var value: Value = [:]
    var partials: [String: String] = [:]
    var expected: String

    init(
        _ name: String, _ template: String, _ value: Value = [:], partials: [String: String] = [:],
        gives expected: String
    ) {
        self.name = name
        self.template = template
        self.value = value
        self.partials = partials
        self.expected = expected
    }

    var testDescription: String { name }

    func verify() throws {
        let template = try Template(template)
        #expect(try template.render(value, partials: Templates(partials)) == expected)
    }
}
