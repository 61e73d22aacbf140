/// What a template is filled with.
public enum TextValue: Sendable, Hashable {
    case text(String)
    case flag(Bool)
    case list([TextValue])
    case object([String: TextValue])
    /// Words of a template of their own, with its values.
    indirect case phrase(Phrase, [String: TextValue])

    /// A number as answers write it, 1,284.
    public static func count(_ number: Int) -> TextValue { .text(Figures.count(number)) }

    /// The text, or a flag that is off, so that a section around it disappears.
    public static func optional(_ text: String?) -> TextValue { text.map(TextValue.text) ?? .flag(false) }

    /// The value, or a flag that is off.
    public static func optional(_ value: TextValue?) -> TextValue { value ?? .flag(false) }

    /// Entries for joining in one line: each knows whether it is the last. A flag that is off when there are
    /// none, so that the whole line disappears.
    public static func series(_ entries: [[String: TextValue]]) -> TextValue {
        guard !entries.isEmpty else { return .flag(false) }
        let list = entries.enumerated().map { index, entry in
            TextValue.object(entry.merging(["last": .flag(index == entries.count - 1)]) { $1 })
        }
        return ["entries": .list(list)]
    }
}

extension TextValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
    public init(stringLiteral text: String) { self = .text(text) }
    public init(booleanLiteral flag: Bool) { self = .flag(flag) }
    public init(arrayLiteral values: TextValue...) { self = .list(values) }
    public init(dictionaryLiteral entries: (String, TextValue)...) {
        self = .object(Dictionary(entries) { $1 })
    }
}
