public import Earshot
import Mustache

/// The words of a folder of templates, every one checked before the first is used.
public struct PromptTexts: Texts {
    private let templates: Templates
    /// The words of every phrase that is given no text, by its name and the flag that is on, or no flag: all of
    /// these are among the examples.
    private let known: [String: [String: String]]

    /// Reads and checks a folder with one `NAME.mustache` for every prompt and phrase; further files are partials.
    ///
    /// - Throws: every fault of every file: one that is missing or malformed, each name that its prompt or phrase
    ///   is not given, and a template that says nothing.
    public init(folder: String) throws(TextsError) {
        let (templates, errors) = Templates.reading(folder: folder)
        self.templates = templates
        var faults = errors.map(TextsError.Fault.init)
        func check(_ name: String, _ schema: Schema) -> Bool {
            guard let template = templates[name] else {
                let path = "\(folder)/\(name).mustache"
                if !errors.contains(where: { $0.file == path }) {
                    faults.append(TextsError.Fault(file: path, message: "is missing"))
                }
                return false
            }
            let found = template.check(against: schema, partials: templates)
            faults += found.map(TextsError.Fault.init)
            return found.isEmpty
        }
        /// The text that a template makes; nothing after a fault was noted.
        func render(_ name: String, _ body: () throws -> String) -> String? {
            do {
                return try body()
            } catch {
                faults.append(
                    (error as? TemplateError).map(TextsError.Fault.init)
                        ?? TextsError.Fault(file: "\(folder)/\(name).mustache", message: "\(error)"))
                return nil
            }
        }
        var known: [String: [String: String]] = [:]
        for phrase in Phrase.all + Phrase.ofPeople where check(phrase.name, Schema(phrase)) {
            for values in phrase.examples {
                let words = render(phrase.name) { try PromptTexts.words(phrase, values, templates) }
                if words?.isEmpty == true {
                    faults.append(PromptTexts.silence(of: phrase.name, values.keys.sorted(), in: folder))
                }
                if let flag = PromptTexts.onlyFlag(of: values) {
                    known[phrase.name, default: [:]][flag] = words
                }
            }
        }
        for prompt in Prompt.all where check(prompt.name, Schema(prompt.example)) {
            let text = render(prompt.name) {
                try templates[prompt.name]?.render(
                    Value(prompt.example) { try PromptTexts.words($0, $1, templates) },
                    escape: .custom(ReplyMarkup.escape), partials: templates) ?? ""
            }
            if let text, ReplyMarkup.blocks(of: text).isEmpty {
                faults.append(PromptTexts.silence(of: prompt.name, [], in: folder))
            }
        }
        guard faults.isEmpty else { throw TextsError(faults: faults) }
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
        if let flag = PromptTexts.onlyFlag(of: values), let words = known[phrase.name]?[flag] { return words }
        return try PromptTexts.words(phrase, values, templates)
    }

    private func template(_ name: String) throws -> Template {
        guard let template = templates[name] else {
            throw TextsError(faults: [
                TextsError.Fault(file: name, message: "is not among the checked templates")
            ])
        }
        return template
    }
}

extension PromptTexts {
    /// The flag that is on where nothing else is given, an empty name where nothing is; nothing for other values.
    private static func onlyFlag(of values: [String: TextValue]) -> String? {
        guard let only = values.first else { return "" }
        return values.count == 1 && only.value == .flag(true) ? only.key : nil
    }

    /// What a phrase's template says, in one line.
    private static func words(
        _ phrase: Phrase, _ values: [String: TextValue], _ templates: Templates
    ) throws -> String {
        let value = try Value(.object(values)) { try words($0, $1, templates) }
        let text = try templates[phrase.name]?.render(value, escape: .none, partials: templates) ?? ""
        return ReplyMarkup.line(of: text)
    }

    private static func silence(
        of name: String, _ given: [String], in folder: String
    ) -> TextsError.Fault {
        let occasion = given.isEmpty ? "" : " for \(given.joined(separator: ", "))"
        return TextsError.Fault(file: "\(folder)/\(name).mustache", message: "says nothing\(occasion)")
    }
}
