/// The names a program fills a template with, as a tree.
///
/// `["city": .text, "quotes": .list(["text": .text, "source": .text])]`
public indirect enum Schema: Sendable, Hashable {
    /// Printed, or used as a condition.
    case text
    /// A condition only: `{{#more}}`.
    case flag
    case object([String: Schema])
    case list(Schema)
}

extension Schema: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, Schema)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}
