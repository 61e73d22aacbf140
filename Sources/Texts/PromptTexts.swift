public import Earshot
import Mustache

/// The reply texts of a folder of templates, every one checked before the first is used.
public struct PromptTexts: Texts {
    private let templates: Templates

    /// Reads and checks a folder with one `NAME.mustache` for every prompt; further files are partials.
    ///
    /// - Throws: `TextsError` with every fault of every file: one that is missing or malformed, and each name
    ///   that its prompt is not given.
    public init(folder: String) throws {
        let (templates, errors) = Templates.reading(folder: folder)
        var problems = errors.map(\.description)
        for prompt in Prompt.all {
            guard let template = templates[prompt.name] else {
                let path = "\(folder)/\(prompt.name).mustache"
                if !errors.contains(where: { $0.file == path }) {
                    problems.append("\(path): is missing")
                }
                continue
            }
            problems += template.check(against: Schema(prompt.example), partials: templates)
                .map(\.description)
        }
        guard problems.isEmpty else { throw TextsError(problems: problems) }
        self.templates = templates
    }

    public func reply(_ prompt: Prompt, _ values: TextValue) throws -> Reply {
        guard let template = templates[prompt.name] else {
            throw TextsError(problems: ["\(prompt.name) is not among the checked templates"])
        }
        let text = try template.render(
            Value(values), escape: .custom(ReplyMarkup.escape), partials: templates)
        return Reply(ReplyMarkup.blocks(of: text))
    }
}

/// Reply texts that cannot be used, with a line for every fault.
public struct TextsError: Error, Sendable, CustomStringConvertible {
    public var problems: [String]

    public var description: String { problems.joined(separator: "\n") }
}
