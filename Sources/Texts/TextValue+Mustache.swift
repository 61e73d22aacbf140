import Earshot
import Mustache

extension Value {
    /// - Parameter words: puts a phrase into words.
    init(_ value: TextValue, words: (Phrase, [String: TextValue]) throws -> String) rethrows {
        switch value {
        case .text(let text): self = .string(text)
        // An absent text prints as nothing where a template forgets its section.
        case .flag(let flag): self = flag ? .bool(true) : .null
        case .list(let values): self = .list(try values.map { try Value($0, words: words) })
        case .object(let values): self = .object(try values.mapValues { try Value($0, words: words) })
        case .phrase(let phrase, let values): self = .string(try words(phrase, values))
        }
    }
}

extension Schema {
    /// The names that a prompt's example has.
    init(_ example: TextValue) {
        switch example {
        case .text, .phrase: self = .text
        case .flag: self = .flag
        case .list(let values): self = .list(values.first.map(Schema.init) ?? .object([:]))
        case .object(let values): self = .object(values.mapValues(Schema.init))
        }
    }

    /// The names that any of a phrase's examples has.
    init(_ phrase: Phrase) {
        let members = phrase.examples.flatMap { $0.map { ($0.key, Schema($0.value)) } }
        self = .object(Dictionary(members) { $0 == .flag ? $1 : $0 })
    }
}
