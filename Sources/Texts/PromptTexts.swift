public import Earshot
import Mustache

/// The words of a folder of templates, every one checked before the first is used.
public struct PromptTexts: Texts {
    private let templates: Templates
    /// The examples of every phrase in words: those without figures are all that will be asked for.
    private let known: [TextValue: String]

    /// Reads and checks a folder with one `NAME.mustache` for every prompt and phrase; further files are partials.
    ///
    /// - Throws: `TextsError` with every fault of every file: one that is missing or malformed, each name that its
    ///   prompt or phrase is not given, and a phrase that says nothing.
    public init(folder: String) throws {
        let (templates, errors) = Templates.reading(folder: folder)
        self.templates = templates
        var problems = errors.map(\.description)
        func check(_ name: String, _ schema: Schema) -> Bool {
            guard let template = templates[name] else {
                let path = "\(folder)/\(name).mustache"
                if !errors.contains(where: { $0.file == path }) { problems.append("\(path): is missing") }
                return false
            }
            let faults = template.check(against: schema, partials: templates)
            problems += faults.map(\.description)
            return faults.isEmpty
        }
        for prompt in Prompt.all { _ = check(prompt.name, Schema(prompt.example)) }
        var known: [TextValue: String] = [:]
        for phrase in Phrase.all where check(phrase.name, Schema(phrase)) {
            for values in phrase.examples {
                let words = try PromptTexts.words(phrase, values, templates)
                if words.isEmpty { problems.append(PromptTexts.silence(of: phrase, values, in: folder)) }
                known[.phrase(phrase, values)] = words
            }
        }
        guard problems.isEmpty else { throw TextsError(problems: problems) }
        self.known = known
    }

    public func reply(_ prompt: Prompt, _ values: TextValue) throws -> Reply {
        let template = try template(prompt.name)
        let text = try template.render(
            Value(values, words: words), escape: .custom(ReplyMarkup.escape), partials: templates)
        return Reply(ReplyMarkup.blocks(of: text))
    }

    public func words(_ value: TextValue) throws -> String {
        switch value {
        case .text(let text): text
        case .phrase(let phrase, let values): try words(phrase, values)
        case .flag, .list, .object: ""
        }
    }

    private func words(_ phrase: Phrase, _ values: [String: TextValue]) throws -> String {
        if let words = known[.phrase(phrase, values)] { return words }
        return try PromptTexts.words(phrase, values, templates)
    }

    private func template(_ name: String) throws -> Template {
        guard let template = templates[name] else {
            throw TextsError(problems: ["\(name) is not among the checked templates"])
        }
        return template
    }
}

extension PromptTexts {
    /// What a phrase's template says, in one line.
    private static func words(
        _ phrase: Phrase, _ values: [String: TextValue], _ templates: Templates
    ) throws -> String {
        let value = try Value(.object(values)) { try words($0, $1, templates) }
        let text = try templates[phrase.name]?.render(value, escape: .none, partials: templates) ?? ""
        return ReplyMarkup.line(of: text)
    }

    private static func silence(
        of phrase: Phrase, _ values: [String: TextValue], in folder: String
    ) -> String {
        let given = values.keys.sorted().joined(separator: ", ")
        return "\(folder)/\(phrase.name).mustache: says nothing" + (given.isEmpty ? "" : " for \(given)")
    }
}

/// Reply texts that cannot be used, with a line for every fault.
public struct TextsError: Error, Sendable, CustomStringConvertible {
    public var problems: [String]

    public var description: String { problems.joined(separator: "\n") }
}
